-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nought and minus nought are one key.
-- expect: ok 1
local t = {}
t[0.0] = 1
return t[-0.0]
