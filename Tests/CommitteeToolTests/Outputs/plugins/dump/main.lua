-- Everything that Lua sees of a record, a line for each value: path = value.
--
-- A record is walked once, under the first path by which it is found, and named by that path from
-- then on. Lists and tables are walked wherever they stand.

local function text(value)
  return (tostring(value):gsub("\\", "\\\\"):gsub("\n", "\\n"):gsub("\t", "\\t"))
end

-- Names of a record that lead up, back or across; they are named and not walked.
local across = {
  plan = true, parent = true, path = true, children = true, register = true, below = true,
  scale = true, risk = true,
}

local function reference(value, ctx)
  local kind = ctx.kind(value)
  if kind == "risk_scale" then return kind .. " " .. value.id .. " " .. value.version end
  return kind .. " " .. text(value.id)
end

local function names_of(value)
  local names, numbers = {}, {}
  for key in pairs(value) do
    if math.type(key) then numbers[#numbers + 1] = key else names[#names + 1] = key end
  end
  table.sort(names)
  table.sort(numbers)
  return names, numbers
end

local function walker(out, ctx)
  local walk

  local function list(path, value, by_reference)
    out:write(path .. " = " .. #value .. "\n")
    for place, element in ipairs(value) do
      local inner = path .. "[" .. place .. "]"
      if by_reference then
        out:write(inner .. " = " .. reference(element, ctx) .. "\n")
      else
        walk(inner, element)
      end
    end
  end

  function walk(path, value, by_reference)
    local kind = ctx.kind(value)
    if kind == "date" then
      out:write(path .. " = " .. value:format("yyyy-MM-dd") .. "\n")
    elseif type(value) == "string" then
      out:write(path .. ' = "' .. text(value) .. '"\n')
    elseif type(value) == "number" or type(value) == "boolean" or value == nil then
      out:write(path .. " = " .. text(value) .. "\n")
    elseif kind == "list" then
      list(path, value, by_reference)
    elseif by_reference then
      out:write(path .. " = " .. reference(value, ctx) .. "\n")
    else
      local names, numbers = names_of(value)
      out:write(path .. " : " .. kind .. "\n")
      for _, number in ipairs(numbers) do walk(path .. "[" .. number .. "]", value[number]) end
      for _, name in ipairs(names) do
        local short = kind == "plan" and value.items and name ~= "items" and name ~= "maintenance"
          and name ~= "backlog" and name ~= "texts"
        local again = across[name] and kind ~= "edition"
        local member = value[name]
        local holds = ctx.kind(member) == "list" and #member > 0 and ctx.kind(member[1])
        local is_item = holds == "item" and (short or kind ~= "plan") and kind ~= "edition"
        local is_risk = holds == "risk" and name == "open_risks"
        walk(path .. "." .. name, member, again or is_item or is_risk)
      end
    end
  end

  return walk
end

local function dump(what)
  return function(edition, out, ctx)
    local walk = walker(out, ctx)
    what(edition, ctx, walk)
  end
end

local function file(what)
  return { title = "Dump", media_type = "text/plain", extension = "txt", run = dump(what) }
end

-- The record, but for its plans and registers; they have reports of their own.
report "edition" (file(function(edition, ctx, walk)
  for _, name in ipairs { "as_of", "today", "audience", "committee", "meetings", "omitted" } do
    walk("edition." .. name, edition[name])
  end
  walk("edition.plan", edition.plan, true)
  walk("edition.register", edition.register, true)
  walk("edition.plans", edition.plans, true)
  walk("edition.registers", edition.registers, true)
  walk("edition.risks", edition.risks, true)
  local names = {}
  for name in pairs(edition) do names[#names + 1] = name end
  table.sort(names)
  walk("names of an edition", names)
  walk("settings.days", ctx.settings.days)
  walk("weekday", edition.as_of.weekday)
  walk("in words", edition.as_of:format("EEEE d MMMM yyyy"))
  walk("working_days", ctx.working_days(edition.as_of, edition.as_of + 100))
  walk("add_working_days", ctx.add_working_days(edition.as_of, 20))
  walk("api.version", ctx.api.version)
  walk("changes", ctx.changes)
end))

report "plans" (file(function(edition, ctx, walk)
  for place, plan in ipairs(edition.plans) do walk("plans[" .. place .. "]", plan) end
end))

report "registers" (file(function(edition, ctx, walk)
  for place, register in ipairs(edition.registers) do
    walk("registers[" .. place .. "]", register)
    if ctx.since then
      for _, score in ipairs { "inherent", "current", "target" } do
        walk("movement." .. register.id .. "." .. score, ctx.movement(register.id, score))
      end
    end
  end
end))

-- The same as `ctx.dump` shows it.
report "as-shown" (file(function(edition, ctx, walk)
  walk("plan", ctx.dump(edition.plan))
  walk("actions", ctx.dump(edition.plan and edition.plan.actions))
  walk("registers", ctx.dump(edition.registers))
  walk("risks", ctx.dump(edition.risks))
end))

-- What a rule is given for each matter: the message says all of it.
for _, each in ipairs { "meeting", "risk", "acceptance", "member", "data_set" } do
  reminder("matter-" .. each:gsub("_", "-")) {
    each = each, to = "Lead Officer",
    compute = function(matter, ctx)
      local names = {}
      for name in pairs(matter) do names[#names + 1] = name end
      table.sort(names)
      local words = {}
      for _, name in ipairs(names) do
        local value = matter[name]
        local kind = ctx.kind(value)
        if kind == "date" then value = value:format("yyyy-MM-dd")
        elseif kind == "list" then value = table.concat(value, "/")
        elseif kind == "risk" then value = value.id
        end
        words[#words + 1] = name .. "=" .. text(value)
      end
      return { due = matter.due, tier = "dump", message = table.concat(words, " ") }
    end,
  }
end
