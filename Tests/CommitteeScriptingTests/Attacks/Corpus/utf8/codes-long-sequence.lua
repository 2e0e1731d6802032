-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A walk over a first byte and a million continuations.
-- expect: fuel
-- limits: ms=300
local s = "x" .. ("\x80"):rep(1000000)
for i = 1, 1000 do pcall(function() for _ in utf8.codes(s) do end end) end
return 1
