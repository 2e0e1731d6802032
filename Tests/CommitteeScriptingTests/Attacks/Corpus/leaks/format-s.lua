-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor through %s.
-- expect: ok true
return ("%s %s"):format({}, print):find("0x") == nil
