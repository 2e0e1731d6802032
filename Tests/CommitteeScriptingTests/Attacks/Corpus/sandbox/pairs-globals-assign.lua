-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- What pairs gives for the globals is a copy.
-- expect: ok
local _, copy = pairs(_G)
copy.leaked = 1
return { pcall(function() return leaked end) }
