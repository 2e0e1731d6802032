-- The recipes of Documentation/COOKBOOK.md, a report each. Take what you need.

local words = require "words"

report "by-lead" (function(edition, doc, ctx)
  doc:heading(1, "Who has what to do")
  for _, lead in ipairs(ctx.group(edition.plan.ongoing, "leads")) do
    doc:heading(2, lead.key)
    doc:paragraph(words.count(lead.count, "action", "actions") .. ".")
    doc:table {
      columns = { "No", "Action", "Due" },
      rows = ctx.rows(lead.items, "number", "text", "due"),
    }
  end
end)

report "figures" (function(edition, doc)
  local plan = edition.plan
  local function share(list)
    return string.format("%d (%.0f %%)", #list, 100 * #list / #plan.counted)
  end
  doc:heading(1, "The plan in figures")
  doc:summary {
    { "Actions", #plan.counted },
    { "Completed", share(plan.completed) },
    { "Late", share(plan.late) },
  }
end)

report "due-soon" (function(edition, doc, ctx)
  local soon = {}
  for _, action in ipairs(edition.plan.ongoing) do
    local days = action.days_to_due
    if days and days >= 0 and days <= ctx.settings.soon_days then soon[#soon + 1] = action end
  end
  table.sort(soon, function(a, b) return a.due < b.due end)
  doc:heading(1, "Due by " .. (ctx.as_of + ctx.settings.soon_days):format("d MMMM yyyy"))
  if #soon == 0 then doc:paragraph("Nothing is.") end
  for _, action in ipairs(soon) do
    local days = ctx.working_days(ctx.as_of, action.due)
    doc:paragraph(action.number .. " " .. action.text .. ": "
      .. words.count(days, "working day", "working days") .. " left")
  end
end)

report "status-table" (function(edition, doc, ctx)
  local rows = {}
  for _, outcome in ipairs(edition.plan.items) do
    if outcome.level_name == "outcome" then
      rows[#rows + 1] = { section = "Outcome " .. outcome.number .. ": " .. outcome.text }
      for _, action in ipairs(outcome.children) do
        rows[#rows + 1] = { action.number, action.text, ctx.status(action) }
      end
    end
  end
  doc:heading(1, "Status")
  doc:table { columns = { { "No", header = true }, "Action", "Status" }, rows = rows }
  doc:legend(edition.plan)
end)

report "find" (function(edition, doc)
  doc:heading(1, "Actions that speak of training")
  for _, action in ipairs(edition.plan.actions) do
    if action.text:lower():find("train", 1, true) then
      doc:paragraph(action.number .. " " .. action.text)
    end
  end
end)

report "since" (function(edition, doc, ctx)
  doc:heading(1, "What changed")
  for _, change in ipairs(ctx.changes) do
    doc:paragraph(change.sentence)
  end
  if #ctx.changes == 0 then doc:paragraph("Nothing, or no earlier date was given.") end
end)

report "for-a-system" {
  title = "Actions as JSON", media_type = "application/json", extension = "json",
  run = function(edition, out)
    local actions = {}
    for i, action in ipairs(edition.plan.actions) do
      actions[i] = {
        id = action.id,
        due = action.due and action.due:format("yyyy-MM-dd") or "",
        late = action.is_late,
      }
    end
    out:json { plan = edition.plan.title, actions = actions }
  end,
}

report "looking-around" (function(edition, doc, ctx)
  doc:heading(1, "What there is")
  doc:paragraph("The first action is " .. ctx.kind(edition.plan.actions[1]) .. ".")
  ctx.log(ctx.dump(edition.plan.checks))
end)

reminder "unread-timescale" {
  each = "action", to = "lead",
  compute = function(action)
    if action.timescale.kind == "unread" and action.added and not action.is_completed then
      return {
        due = action.added + 28, tier = "first call",
        message = "Say when " .. action.number .. " is to be done; nobody can read “"
          .. action.timescale.words .. "”",
      }
    end
  end,
}

report "worst-risks" (function(edition, doc, ctx)
  local worst = {}
  for _, risk in ipairs(edition.risks) do
    if risk.is_open and risk.current then worst[#worst + 1] = risk end
  end
  table.sort(worst, function(a, b) return a.current.severity > b.current.severity end)
  doc:heading(1, "The worst risks")
  for place, risk in ipairs(worst) do
    if place > 5 then break end
    doc:paragraph(risk.id .. " " .. risk.name .. ": " .. risk.current.text .. ", "
      .. (risk.treatment or "no treatment yet"))
  end
end)

reminder "review-high-risks" {
  each = "risk", to = "lead",
  compute = function(matter, ctx)
    local score = matter.risk.current
    if not score or score.band ~= "high" then return nil end
    return {
      due = matter.due - 28, tier = "prepare",
      message = "Prepare " .. matter.name .. ", which stands at " .. score.text,
    }
  end,
}
