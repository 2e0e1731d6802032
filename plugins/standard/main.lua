-- The defaults that any committee can use as they are, or copy into a plugin of its own and change.
-- Each report is one function: it is given an edition (the committee's record on a date), `doc` to
-- write with, and `ctx` with the date, the settings and some helpers.

local common = require "common"

-- Status keys ------------------------------------------------------------------------------------

status_scheme "rag" {
  title = "Red, amber, green",
  keys = {
    { "R", "Off track", means = "off_track", colour = "red",   reads = { "Red" } },
    { "A", "At risk",   means = "at_risk",   colour = "amber", reads = { "Amber" } },
    { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
  },
}

-- The same with blue for what is finished.
status_scheme "brag" {
  title = "Blue, red, amber, green",
  keys = {
    { "B", "Complete",  means = "completed", colour = "blue",  reads = { "Blue", "Completed" } },
    { "R", "Off track", means = "off_track", colour = "red",   reads = { "Red" } },
    { "A", "At risk",   means = "at_risk",   colour = "amber", reads = { "Amber" } },
    { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
  },
}

-- Reminders --------------------------------------------------------------------------------------

-- Leads hear of an action a month, a week and a day before it is due, and then every week until it
-- is completed.
reminder "chase-lead" {
  each = "action", to = "lead", stop = "completed",
  { before_due = "30 days" },
  { before_due = "1 week" },
  { before_due = "1 day" },
  { overdue = true, every = "1 week", missed = "send one" },
}

-- Leads who are asked for a progress update hear of it three days before it is due, and then every
-- week; whoever has answered hears nothing more.
reminder "chase-return" {
  each = "deadline", of = { "progress-update" }, to = "lead",
  { before_due = "3 days" },
  { overdue = true, every = "1 week", missed = "send one" },
}

-- Whoever reports to another body hears of it two weeks before the report is due, and two days before.
reminder "report-due" {
  each = "deadline", of = { "report" }, to = "lead",
  { before_due = "2 weeks" },
  { before_due = "2 days" },
}

-- Whoever answers for a document hears of its review eight weeks before it is due, and then every four
-- weeks; whoever has not confirmed an edition hears of it a week before, and then every week.
reminder "document-review" {
  each = "deadline", of = { "document-review" }, to = "lead",
  { before_due = "8 weeks" },
  { overdue = true, every = "4 weeks", missed = "send one" },
}
reminder "document-confirmation" {
  each = "deadline", of = { "document-confirmation" }, to = "lead",
  { before_due = "1 week" },
  { overdue = true, every = "1 week", missed = "send one" },
}

-- Whoever answers for a step of a Learning Review hears of it a week before it is due, and then every week.
reminder "learning-review" {
  each = "deadline", of = { "learning-review" }, to = "lead",
  { before_due = "1 week" },
  { overdue = true, every = "1 week", missed = "send one" },
}

-- Whoever answers for an indicator hears of a value that is due, and then every two weeks.
reminder "figure-value" {
  each = "deadline", of = { "figure-value" }, to = "lead",
  { before_due = "1 week" },
  { overdue = true, every = "2 weeks", missed = "send one" },
}

-- Whoever answers for an audit, a return, a finding and the like hears of it four weeks and a week before it is
-- due, and then every two weeks; a dip sample that is behind its quota is told a week before its period ends.
reminder "quality-assurance" {
  each = "deadline", to = "lead",
  of = { "audit", "audit-again", "one-off-return", "outside-report", "quality-finding", "self-evaluation",
    "national-issue" },
  { before_due = "4 weeks" },
  { before_due = "1 week" },
  { overdue = true, every = "2 weeks", missed = "send one" },
}
reminder "dip-sample" {
  each = "deadline", of = { "dip-sample" }, to = "lead",
  { before_due = "1 week" },
  { overdue = true, every = "4 weeks", missed = "send one" },
}

-- Whoever answers feedback hears of the answer two weeks and two days before it is due, and then every two weeks;
-- when it is answered, they hear in the same way that people are to be told.
reminder "voice" {
  each = "deadline", of = { "voice-answer", "voice-telling" }, to = "lead",
  { before_due = "2 weeks" },
  { before_due = "2 days" },
  { overdue = true, every = "2 weeks", missed = "send one" },
}

-- Whoever answers for a programme hears of its next update, its milestones, the ends of its trials, its report and
-- the answers to its recommendations two weeks and three days before, and then every week.
reminder "programme" {
  each = "deadline", to = "lead",
  of = { "programme-update", "programme-report", "programme-milestone", "programme-trial",
    "programme-recommendation" },
  { before_due = "2 weeks" },
  { before_due = "3 days" },
  { overdue = true, every = "1 week", missed = "send one" },
}

-- Reports ----------------------------------------------------------------------------------------

-- The whole plan, whatever its levels are called and however deep it is: each level above the
-- actions is a heading, and the actions of the lowest heading stand in a table.
report "plan" (function(edition, doc, ctx)
  local plan = common.plan(edition, doc)
  if not plan then return end
  doc:heading(1, plan.title)
  common.draft(edition, plan, doc)
  doc:paragraph("As at " .. common.day(edition.as_of) .. ".")
  doc:legend(plan)

  local shows_status = common.has_status(plan)
  local columns = { { "No", header = true }, "Action", "Lead", "Timescale", "Progress" }
  if shows_status then columns[#columns + 1] = "Status" end
  local rows, caption = {}, "Actions"
  local function finish_table()
    if #rows > 0 then doc:table { caption = caption, columns = columns, rows = rows } end
    rows = {}
  end

  for _, item in ipairs(plan.items) do
    if item.level < #plan.levels then
      finish_table()
      local name = common.capitalised(item.level_name)
      caption = "Actions: " .. item.level_name .. " " .. (item.number or item.text)
      doc:heading(math.min(item.level + 1, 6), name .. " " .. common.label(item))
      if item.statement ~= "" then doc:paragraph { markup = item.statement_markup } end
    else
      local row = {
        common.text(item.number, "None"), common.rich(item.text_markup), common.text(item.leads_words),
        common.text(item.timescale.words),
        common.rich(item.latest_progress_markup, common.completion(item)),
      }
      if shows_status then row[#row + 1] = common.status(item, ctx) end
      rows[#rows + 1] = row
    end
  end
  finish_table()

  for _, list in ipairs { { "Maintenance", plan.maintenance }, { "Backlog", plan.backlog } } do
    if #list[2] > 0 then
      local listed = {}
      for i, item in ipairs(list[2]) do
        listed[i] = {
          common.text(item.number, "None"), common.rich(item.text_markup),
          common.text(item.timescale.words),
        }
      end
      doc:heading(2, list[1])
      doc:table {
        caption = list[1] .. ", not counted",
        columns = { { "No", header = true }, "Item", "Timescale" },
        rows = listed,
      }
    end
  end
  common.omitted(edition, doc)
end)

-- For a meeting: the figures first, then what needs attention, then every action with its newest
-- progress.
report "progress-update" {
  title = "Progress update",
  run = function(edition, doc, ctx)
    local plan = common.plan(edition, doc)
    if not plan then return end
    doc:title("Progress update: " .. plan.title)
    doc:heading(1, "Progress update")
    doc:paragraph(plan.title .. ", as at " .. common.day(edition.as_of) .. ".")
    common.draft(edition, plan, doc)
    common.figures(plan, doc)
    common.status_bar(plan, doc)

    local soon = {}
    for _, action in ipairs(plan.ongoing) do
      local days = action.days_to_due
      if days and days >= 0 and days <= ctx.settings.due_soon_days then soon[#soon + 1] = action end
    end
    local off = {}
    for _, action in ipairs(plan.ongoing) do
      if not action.is_late and common.is_off_track(action) then off[#off + 1] = action end
    end
    doc:heading(2, "Needs attention")
    if #plan.late + #soon + #off == 0 then
      doc:paragraph("Nothing is late, due soon or off track.")
    end
    for _, part in ipairs {
      { "Late", plan.late }, { "Due soon", soon }, { "Off track or at risk by their status", off },
    } do
      local rows = {}
      for _, action in ipairs(part[2]) do
        rows[#rows + 1] = {
          common.text(action.number, "None"), common.rich(action.text_markup),
          common.text(action.leads_words), action.due or "Not set", common.standing(action),
        }
      end
      if #rows > 0 then
        doc:table {
          caption = part[1],
          columns = { { "No", header = true }, "Action", "Lead", "Due", "How it stands" },
          rows = rows,
        }
      end
    end

    doc:heading(2, "All actions")
    local rows, above = {}, nil
    for _, action in ipairs(plan.actions) do
      if action.parent and action.parent ~= above then
        above = action.parent
        rows[#rows + 1] = {
          section = common.capitalised(above.level_name) .. " " .. common.label(above),
        }
      end
      rows[#rows + 1] = {
        common.text(action.number, "None"), common.rich(action.text_markup),
        common.rich(action.latest_progress_markup), common.standing(action),
        common.status(action, ctx),
      }
    end
    doc:table {
      caption = "Progress by action",
      columns = { { "No", header = true }, "Action", "Progress", "How it stands", "Status" },
      rows = rows,
    }
    doc:legend(plan)
    common.omitted(edition, doc)
  end,
}

-- The figures that a document states beside those that the record gives. A figure that nobody
-- states is a dash, which is not nought.
report "progress-check" {
  title = "Progress check",
  run = function(edition, doc, ctx)
    local plan = common.plan(edition, doc)
    if not plan then return end
    doc:title("Progress check: " .. plan.title)
    doc:heading(1, "Progress check")
    doc:paragraph(plan.title .. ", as at " .. common.day(edition.as_of) .. ".")
    common.draft(edition, plan, doc)
    local function figure(number) return number or "-" end
    local rows = {}
    for _, check in ipairs(plan.checks) do
      rows[#rows + 1] = {
        check.words, check.name, figure(check.total), figure(check.completed),
        figure(check.added), figure(check.ongoing), check.is_stated and "Stated" or "Computed",
      }
    end
    rows[#rows + 1] = {
      edition.as_of, "The record", #plan.counted, #plan.completed, "-", #plan.ongoing, "Computed",
    }
    doc:table {
      caption = "Progress checks",
      columns = {
        "Date", { "Check", header = true }, { "Total", align = "end" },
        { "Completed", align = "end" }, { "Added", align = "end" }, { "Ongoing", align = "end" },
        "Source",
      },
      rows = rows,
    }
    doc:heading(2, "How it is counted")
    doc:list(plan.counting_rules)
    common.omitted(edition, doc)
  end,
}

-- What each lead has to do. An action with several leads stands under each of them.
report "action-list" {
  title = "Action list by lead",
  run = function(edition, doc, ctx)
    local plan = common.plan(edition, doc)
    if not plan then return end
    doc:title("Action list by lead: " .. plan.title)
    doc:heading(1, "Action list by lead")
    doc:paragraph(plan.title .. ", as at " .. common.day(edition.as_of) .. ".")
    common.draft(edition, plan, doc)
    local groups = ctx.group(plan.ongoing, "leads")
    table.sort(groups, function(a, b)
      if a.key == "" or b.key == "" then return b.key == "" and a.key ~= "" end
      return a.key < b.key
    end)
    for _, lead in ipairs(groups) do
      local name = lead.key == "" and "No lead named" or lead.key
      local rows = {}
      for _, action in ipairs(lead.items) do
        rows[#rows + 1] = {
          common.text(action.number, "None"), common.rich(action.text_markup),
          common.text(action.timescale.words), common.standing(action), common.status(action, ctx),
        }
      end
      doc:heading(2, name)
      doc:table {
        caption = name .. ": " .. lead.count .. (lead.count == 1 and " action" or " actions"),
        columns = { { "No", header = true }, "Action", "Timescale", "How it stands", "Status" },
        rows = rows,
      }
    end
    if #groups == 0 then doc:paragraph("No action is open.") end
    common.omitted(edition, doc)
  end,
}

-- What changed since an earlier date, such as the last meeting. The host gives that date.
report "changes-since" {
  title = "Changes since a date",
  compares = true,
  run = function(edition, doc, ctx)
    doc:title("Changes: " .. edition.committee.name)
    doc:heading(1, "What has changed")
    if not ctx.since then
      doc:notice("warning", "Say since when: this report compares two dates.")
      return
    end
    doc:paragraph("From " .. common.day(ctx.since.as_of) .. " to " .. common.day(edition.as_of)
      .. ".")
    local titles = {}
    for _, plan in ipairs(edition.plans) do titles[plan.id] = plan.title end
    titles[""] = "Risk registers"
    for _, group in ipairs(ctx.group(ctx.changes, "plan")) do
      local title = titles[group.key] or group.key
      if group.key == "" and not group.items[1].register then title = "Other changes" end
      doc:heading(2, title)
      local sentences = {}
      for i, change in ipairs(group.items) do sentences[i] = change.sentence end
      doc:list(sentences)
    end
    if #ctx.changes == 0 then doc:paragraph("Nothing has changed.") end
    common.omitted(edition, doc)
  end,
}

-- One page for people who have a minute: what the plan is for, how it stands, what is due.
report "plan-on-a-page" {
  title = "Plan on a page",
  run = function(edition, doc, ctx)
    local plan = common.plan(edition, doc)
    if not plan then return end
    doc:heading(1, plan.title)
    common.draft(edition, plan, doc)
    common.figures(plan, doc)
    common.status_bar(plan, doc)
    local rows, room, left_out = {}, common.rows_of_a_page, 0
    for _, item in ipairs(plan.items) do
      if item.level == 1 and #plan.levels > 2 then
        if room > 0 then
          rows[#rows + 1] = {
            section = common.capitalised(item.level_name) .. " " .. common.label(item),
          }
        end
      elseif item.level == #plan.levels - 1 then
        if room > 0 then
          local done, all = 0, #item.children
          for _, action in ipairs(item.children) do
            if action.is_completed then done = done + 1 end
          end
          rows[#rows + 1] = { common.label(item), all, done }
          room = room - 1
        else
          left_out = left_out + 1
        end
      end
    end
    doc:table {
      caption = "What the plan sets out to do",
      columns = {
        { common.capitalised(plan.levels[#plan.levels - 1].name), header = true },
        { "Actions", align = "end" }, { "Completed", align = "end" },
      },
      rows = rows,
    }
    local dated = {}
    for _, action in ipairs(plan.ongoing) do
      if action.due then dated[#dated + 1] = action end
    end
    if left_out > 0 then
      local level = plan.levels[#plan.levels - 1]
      doc:paragraph(left_out .. " more " .. (left_out == 1 and level.name or level.plural)
        .. " would not fit on the page. The whole plan lists them.")
    end
    table.sort(dated, function(a, b) return a.due < b.due end)
    local next_due = common.first(dated, common.rows_of_a_page)
    if #next_due > 0 then doc:timeline("When actions are due", next_due) end
    if #dated > #next_due then
      local more = #dated - #next_due
      doc:paragraph(more .. (more == 1 and " action" or " actions")
        .. " with a later date would not fit on the page. The whole plan lists them.")
    end
    common.omitted(edition, doc)
  end,
}

-- Files for other systems --------------------------------------------------------------------

report "actions-csv" {
  title = "Actions as CSV", media_type = "text/csv", extension = "csv",
  run = function(edition, out, ctx)
    out:row {
      "plan", "id", "number", "action", "leads", "timescale", "due", "status", "completed",
      "completed_by", "late", "progress",
    }
    if not edition.plan then return end
    for _, action in ipairs(edition.plan.actions) do
      out:row {
        edition.plan.id, action.id, action.number or "", action.text, action.leads,
        action.timescale.words, action.due or "", action.status or "", action.is_completed,
        action.completed_by or "", action.is_late, action.latest_progress,
      }
    end
  end,
}

report "actions-json" {
  title = "Actions as JSON", media_type = "application/json", extension = "json",
  run = function(edition, out, ctx)
    local actions = {}
    for _, plan in ipairs(edition.plans) do
      for _, action in ipairs(plan.actions) do
        actions[#actions + 1] = {
          plan = plan.id, id = action.id, number = action.number, text = action.text,
          leads = action.leads, timescale = action.timescale.words, due = action.due,
          status = action.status, completed = action.is_completed,
          completed_by = action.completed_by, late = action.is_late,
        }
      end
    end
    out:json { as_of = edition.as_of, committee = edition.committee.id, actions = actions }
  end,
}

-- Risks ------------------------------------------------------------------------------------------

-- Scales stand as data in the folder scales, where they can be read without Lua.
for _, name in ipairs {
  "five-by-five", "four-by-four-weighted", "letters-by-numbers", "two-zones", "grades",
} do
  risk_scale(name) { file = "scales/" .. name .. ".json" }
end

-- The reports that the library has itself, by the names under which it has them.
for name, title in pairs {
  ["risk-register"]  = "Risk register",
  ["risk-cards"]     = "One card for each risk",
  ["risk-heat-map"]  = "Heat map of risks",
  ["risk-movement"]  = "Movement of risks",
  ["risk-quarterly"] = "Quarterly report on risks to the Chief Officers' Group",
  ["risk-appetite"]  = "Risks above appetite",
  ["risk-evidence"]  = "Controls whose evidence is overdue",
  ["risk-workflow"]  = "Workflow of the register, and where its risks stand",
  ["risk-findings"]  = "What does not fit together in the register",
  ["risk-public"]    = "Risk register as the public may see it",
  ["structure"]      = "Who is who, with a drawn tree",
  ["membership"]     = "Membership page: roles and agencies, never names",
  ["documents"]      = "Register of documents: reviews overdue and to come, who confirmed",
  ["published-documents"] = "Page of the documents that are public",
  ["learning-reviews"] = "Learning Reviews: where each stands, the next step and by when",
  ["quality-assurance"] = "Quality assurance: programme, dip samples, findings and what came of each, training",
  ["quality-threads"] = "Findings and what came of them, thread by thread",
  ["voice"] = "What people told us: you said, we did; themes; what waits for an answer",
  ["you-said-we-did"] = "You said, we did: the page for the public",
  ["programme-update"] = "Update of a programme: areas, milestones, trials, recommendations, statistics",
  ["figures"]        = "Figures: each indicator with its course, its numbers and the questions about it",
  ["notice"]         = "Notice of a meeting",
  ["agenda"]         = "Agenda of a meeting",
  ["pack"]           = "Pack of a meeting: the agenda and the papers behind it",
  ["minute"]         = "Minute of a meeting",
  ["action-log"]     = "Action log across meetings",
  ["attendance"]     = "Attendance over a year by seat and agency",
  ["group-report"]   = "Report of a group to its committee",
  ["chief-officers"] = "Report to chief officers",
  ["body-update"]    = "Progress update for the bodies to which the committee reports",
  ["annual-report"]  = "Annual report on standards and quality, as a skeleton from the record",
  ["succession"]     = "What became of each action of the last plan",
  ["themes"]         = "Progress theme by theme, with what is kept up",
} do
  report(name) { title = title, built_in = name }
end

-- What each owner answers for, the worst first: a report on risks written wholly here, to copy from.
report "risk-owners" {
  title = "Risks by owner",
  run = function(edition, doc, ctx)
    doc:heading(1, "Risks by owner")
    doc:paragraph(edition.committee.name .. ", as at " .. common.day(edition.as_of) .. ".")
    local open = {}
    for _, risk in ipairs(edition.register and edition.register.risks or edition.risks) do
      if risk.is_open then open[#open + 1] = risk end
    end
    -- A risk that nobody has assessed is not the mildest: it stands first, to be assessed.
    table.sort(open, function(a, b)
      if not a.current or not b.current then return not a.current and b.current ~= nil end
      return a.current.severity > b.current.severity
    end)
    for _, owner in ipairs(ctx.group(open, "owner")) do
      local rows = {}
      for _, risk in ipairs(owner.items) do
        rows[#rows + 1] = {
          risk.id .. " " .. risk.name, common.score(risk.current), common.score(risk.target),
          common.text(risk.appetite), risk.next_review or "Not set", common.risk_standing(risk),
        }
      end
      local name = owner.key == "" and "No owner named" or owner.key
      doc:heading(2, name)
      doc:table {
        caption = name .. ": " .. owner.count .. (owner.count == 1 and " risk" or " risks"),
        columns = {
          { "Risk", header = true }, "Current", "Target", "Appetite", "Next review", "How it stands",
        },
        rows = rows,
      }
    end
    if #open == 0 then doc:paragraph("No risk is active.") end
    common.omitted(edition, doc, true)
  end,
}
