-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The refusal is an ordinary error.
-- expect: ok false
local ok = pcall(setmetatable, {}, { __gc = print })
return ok
