-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- ipairs over a table whose __index always answers.
-- expect: fuel
for _ in ipairs(setmetatable({}, { __index = function(_, k) return k end })) do end
