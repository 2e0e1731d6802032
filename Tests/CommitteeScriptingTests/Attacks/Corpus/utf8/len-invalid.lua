-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bad bytes give their position.
-- expect: ok 1
local ok, at = utf8.len("\255abc")
return at
