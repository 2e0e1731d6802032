-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- No address in the text of a table.
-- expect: ok true
return tostring({}):find("0x") == nil and tostring({}) == tostring({})
