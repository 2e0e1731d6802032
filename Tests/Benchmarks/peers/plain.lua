-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The bench's plugin in the stock interpreter: lua5.4 plain.lua PLUGIN PLAN.lua. It waits for the
-- runner as the others do: the name of a measurement, and perhaps a file; the answer is one line:
-- nanoseconds of the processor, the same again (the interpreter has no other clock of this
-- precision), bytes or things made, and 0.

local plugin, path = arg[1], arg[2]
local declared = {}
for _, kind in ipairs { "status_scheme", "layout", "report", "reminder" } do
  _G[kind] = function(name)
    return function(body) declared[kind .. " " .. name] = body end
  end
end
dofile(plugin)

-- A date is a table with the parts of the day, and one metatable.
local months = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December",
}
local date = {}
date.__index = date
function date:format() return self.day .. " " .. months[self.month] .. " " .. self.year end
local function day(iso)
  local year, month, number = iso:match "^(%d+)-(%d+)-(%d+)$"
  return setmetatable(
    { year = tonumber(year), month = tonumber(month), day = tonumber(number) }, date)
end

local data = dofile(path)
local actions = {}
for _, item in ipairs(data.items) do
  if item.level == 4 then
    if item.due then item.due = day(item.due) end
    actions[#actions + 1] = item
  end
end
local edition = { as_of = day(data.as_of), plan = { title = data.title, actions = actions } }
local context = { settings = { times = 1 }, today = day(data.as_of) }

local writer = {}
function writer:write(text) self[#self + 1] = text end

local measurements = {}
function measurements.lines()
  local pieces = setmetatable({}, { __index = writer })
  declared["report lines"].run(edition, pieces, context)
  return table.concat(pieces)
end
function measurements.rule()
  local compute, due = declared["reminder due-soon"].compute, 0
  for _, action in ipairs(actions) do
    local result = compute(action, context)
    if result and result.due and result.tier then due = due + 1 end
  end
  return due
end

print "ready"
io.stdout:flush()
for line in io.lines() do
  local name, file = line:match "^(%S+)%s*(%S*)$"
  local start = os.clock()
  local made = measurements[name]()
  local taken = math.floor((os.clock() - start) * 1e9)
  if file ~= "" then
    local stream = assert(io.open(file, "wb"))
    stream:write(made)
    stream:close()
  end
  print(taken, taken, type(made) == "string" and #made or made, 0)
  io.stdout:flush()
end
