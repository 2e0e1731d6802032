-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A handler that fails where no stack of C is left, at every depth.
-- expect: stack
local function fail(e) return fail(e) .. error(e) end
local function nest(n) if n == 0 then return error("x") end return select(2, xpcall(nest, fail, n - 1)) end
local n = 0
for depth = 1, 60 do if nest(depth) then n = n + 1 end end
return n
