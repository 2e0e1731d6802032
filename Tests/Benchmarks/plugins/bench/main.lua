-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- What the bench measures. The same file runs in CommitteeKit, in the floor (a plain C host over
-- tables), in plain lua5.4 and, through lupa, over Python objects. So the report of lines and the
-- rule keep to what all of them have: of a date they call nothing but `format`.

status_scheme "key" {
  { "G", "On target",        means = "on_track",      colour = "green" },
  { "A", "Progress delayed", means = "delayed",       colour = "amber" },
  { "R", "Past deadline",    means = "past_deadline", colour = "red" },
  { "P", "Complete",         means = "completed",     colour = "purple" },
}

layout "plan" {
  title    = "Public Protection Improvement Plan {period}",
  plan     = "plan-{from.year}-{until.year}",
  levels   = { "priority", "outcome", "objective", "action" },
  scheme   = "key",
  headings = {
    priority  = { "PRIORITY {number} {text}" },
    outcome   = { "OUTCOME {number} {text}" },
    objective = { "OBJECTIVE {number} {text}" },
  },
  columns = {
    { "No",        "number" },
    { "ACTIONS",   "text" },
    { "LEAD",      "leads" },
    { "TIMESCALE", "timescale.words" },
    { "PROGRESS",  "progress" },
    { "STATUS",    "status" },
  },
}

local function standing(action)
  if action.is_completed then return "completed" end
  local days = action.days_to_due
  if not days then return "no date" end
  if days < 0 then return "late by " .. -days .. " days" end
  return days .. " days left"
end

local function write_lines(edition, out)
  local plan = edition.plan
  local counts = {}
  out:write(plan.title .. "\nAs at " .. edition.as_of:format("d MMMM yyyy") .. "\n\n")
  for _, action in ipairs(plan.actions) do
    local due = action.due
    local status = action.status or "-"
    counts[status] = (counts[status] or 0) + 1
    out:write(
      action.number .. " | " .. action.text .. " | " .. action.leads_words .. " | "
      .. (due and due:format("d MMMM yyyy") or action.timescale.words) .. " | "
      .. standing(action) .. " | "
      .. status .. " " .. action.status_word .. " | " .. action.latest_progress .. "\n")
  end
  out:write("\n")
  for _, letter in ipairs { "G", "A", "R", "P", "-" } do
    out:write(letter .. ": " .. (counts[letter] or 0) .. "\n")
  end
end

local function write_rows(edition, out, ctx)
  local actions = edition.plan.actions
  out:row { "No", "Action", "Lead", "Due", "Days", "Status", "Meaning", "Progress" }
  if ctx.api.has "ctx.each" then
    for _, number, text, leads, due, days, status, word, progress in ctx.each(
      actions, "number", "text", "leads_words", "due", "days_to_due", "status", "status_word",
      "latest_progress")
    do
      out:row(number, text, leads, due, days, status, word, progress)
    end
  else
    local rows = ctx.rows(
      actions, "number", "text", "leads_words", "due", "days_to_due", "status", "status_word",
      "latest_progress")
    for _, row in ipairs(rows) do out:row(row) end
  end
end

report "lines" {
  media_type = "text/plain",
  run = function(edition, out, ctx)
    for _ = 1, ctx.settings.times do write_lines(edition, out) end
  end,
}

report "rows" {
  media_type = "text/csv",
  run = function(edition, out, ctx)
    for _ = 1, ctx.settings.times do write_rows(edition, out, ctx) end
  end,
}

-- What a run costs before it reads anything.
report "nothing" {
  media_type = "text/plain",
  run = function(_, out) out:write("nothing\n") end,
}

reminder "due-soon" {
  each = "action", to = "lead",
  compute = function(action)
    if action.is_completed then return nil end
    local days = action.days_to_due
    if not days or days < 0 or days > 30 then return nil end
    return { due = action.due, tier = days <= 7 and "last call" or "first call" }
  end,
}

-- The same by reckoning with dates, which lupa cannot do.
reminder "due-soon-by-date" {
  each = "action", to = "lead",
  compute = function(action, ctx)
    local due = action.due
    if not due or action.is_completed then return nil end
    if due - 30 <= ctx.today and ctx.today <= due then
      return { due = due, tier = due - 7 <= ctx.today and "last call" or "first call" }
    end
    return nil
  end,
}
