-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Methods called with everything wrong.
-- expect: ok true
-- args: report
local doc, ctx = ...
local calls = {
  function() doc.heading() end, function() doc:heading({}) end, function() doc:heading(1e300, "x") end,
  function() doc:table() end, function() doc:table(5) end, function() doc:table({ rows = 5 }) end,
  function() doc:table({ columns = { {} }, rows = { { {} } } }) end, function() doc:list(doc) end,
  function() ctx.date({}) end, function() ctx.rows() end, function() ctx.rows(nil, nil) end,
  function() ctx.log(nil) end, function() ctx.dump() end, function() ctx.kind() end,
  function() doc.paragraph(ctx, "x") end, function() ctx:log("x") end,
}
local n = 0
for _, call in ipairs(calls) do if not pcall(call) then n = n + 1 end end
return n > 0
