-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The next run has the library as it was.
-- expect: ok "X"
return ("x"):upper()
