-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A record as a metamethod.
-- expect: ok
-- args: report
local doc, ctx = ...
local t = setmetatable({}, { __index = ctx, __newindex = doc, __call = ctx, __len = doc })
return { pcall(function() return t.today ~= nil end), pcall(function() t.x = 1 end), pcall(function() return #t end), pcall(t) }
