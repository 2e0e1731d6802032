-- Perth and Kinross Child Protection Committee: its status key, the tables of its 2018 and 2023
-- improvement plans, its plan on a page, and when its leads are reminded.

local leads = require "leads"

-- The long wording of each letter is printed in the plan and imported with it.
status_scheme "rag" {
  { "R", "Red",   means = "off_track", colour = "red" },
  { "A", "Amber", means = "at_risk",   colour = "amber" },
  { "G", "Green", means = "on_track",  colour = "green" },
}

timescale_words "meetings" {
  bodies = { "CPC", "COG", "CYPFP", "PPCG" },
}

local check_columns = {
  { "Date",                             "date" },
  { "Progress / Update Report",         "name" },
  { "Total Actions / Tasks",            "total" },
  { "Total Actions / Tasks Completed",  "completed" },
  { "Total Actions / Tasks Added",      "added" },
  { "Total Actions / Tasks Ongoing",    "ongoing" },
}

layout "plan-2018" {
  title   = "CPC Improvement Plan {period}",
  levels  = { "key question", "outcome", "action" },
  scheme  = "rag",
  headings = {
    ["key question"] = { row = "{text}" },
  },
  columns = {
    { "No",             "outcome.number", merge = true },
    { "Outcome",        "outcome.text",   merge = true },
    { "Action / Task",  "{number}: {text}" },
    { "Strategic Lead", "leads" },
    { "Timescale",      "timescale.words" },
    { "R A G",          "status.letter" },
  },
  checks = { heading = "Progress Check:", columns = check_columns },
  key    = { heading = "RAG Legend – Red Amber Green" },
  maintenance = {
    heading = "Ongoing / Maintenance {period}",
    columns = {
      { "No", "number" },
      { "Ongoing / Maintenance – Actions / Tasks – Monitor by Thematic Progress Reporting to CPC", "text" },
      { "Timescale", "timescale.words" },
    },
  },
  facts = {
    { "draft",     "FINAL DRAFT FOR APPROVAL BY {body}" },
    { "published", "Published: {date}" },
  },
  counting = { at_publication = "all-added" },
  reading = {
    leads      = leads.names_2018,
    notes      = { "(Being taken forward {text}" },
    alignments = {
      "Tayside Plan for Children, Young People and Families 2017 – 2020",
      "Perth and Kinross Community Plan (Local Outcomes Improvement Plan) 2017 – 2027",
    },
  },
}

layout "plan-2023" {
  title   = "CPC Improvement Plan {period}",
  levels  = { "priority", "outcome", "action" },
  scheme  = "rag",
  headings = {
    priority = { "Priority {number}: {text}" },
    outcome  = { "Outcome {number} – {text}", below = "statement", begins = { "We will" } },
  },
  columns = {
    { "No",             "outcome.number", merge = true },
    { "Action / Task",  "{number}: {text}" },
    { "Strategic Lead", "leads" },
    { "Timescale",      "timescale.words" },
    { "Initial Progress Report & Evidence @ {date}", "progress" },
    { "RAG",            "status.letter" },
  },
  checks = { heading = "Progress Check:", columns = check_columns },
  key    = { heading = "RAG Legend – Red Amber Green:" },
  notes  = "Notes:",
  maintenance = {
    heading = "Appendix 1 – Ongoing / Maintenance {period}",
    columns = {
      { "No", "number" },
      { "Ongoing / Maintenance – Actions / Tasks", "text" },
      { "Expected Impact", "expected_impact" },
      { "Timescale", "timescale.words" },
    },
  },
  facts = {
    { "progress",  "Initial Progress / Update Report @ {date}" },
    { "approved",  "Approved & Published by the CPC: {date}" },
  },
  completion = {
    field     = "progress",
    completed = { "ACTION / TASK COMPLETED." },
    ongoing   = { "ACTION / TASK ONGOING." },
  },
  counting = { at_publication = "not-stated" },
  reading = {
    leads              = leads.names_2023,
    stray_to           = "progress",
    status_at_cell_end = true,
    signatory          = { "Independent Chair Perth and Kinross Child Protection Committee" },
    alignments = {
      "Tayside Plan for Infants, Children, Young People and Families 2023 - 2026",
      "Perth and Kinross Community Plan (Local Outcomes Improvement Plan) 2022 – 2032",
    },
  },
}

-- Leads are asked for an update in good time before the date, then every fortnight.
reminder "chase-lead" {
  each = "action", to = "lead", stop = "completed",
  { before_due = "30 days" },
  { before_due = "1 week" },
  { overdue = true, every = "2 weeks", missed = "send one" },
}

-- An action that nobody has reported on for half a year is asked after, whatever its date.
reminder "no-news" {
  each = "action", to = "lead", stop = "completed", without_progress_for = "6 months",
}

-- The plan on a page: each priority with its outcomes, how many actions each has and how many are
-- done, and the colours at a glance.
report "plan-on-a-page" {
  title = "Plan on a page",
  run = function(edition, doc, ctx)
    local plan = edition.plan
    if not plan then
      doc:heading(1, edition.committee.name)
      return doc:paragraph("There is no plan to show on this date.")
    end
    doc:heading(1, plan.title)
    if plan.is_draft then
      doc:notice("draft", "This plan was a draft on " .. edition.as_of:format("d MMMM yyyy") .. ".")
    end
    doc:summary {
      { "As at", edition.as_of },
      { "Actions / Tasks", #plan.counted },
      { "Completed", #plan.completed },
      { "Ongoing", #plan.ongoing },
    }
    doc:status_bar("Red, amber and green", plan)

    local rows = {}
    for _, item in ipairs(plan.items) do
      if item.level == 1 then
        local number = item.number and " " .. item.number .. ": " or ": "
        local name = item.level_name:sub(1, 1):upper() .. item.level_name:sub(2)
        rows[#rows + 1] = { section = name .. number .. item.text }
      elseif item.level == 2 then
        local completed = 0
        for _, action in ipairs(item.children) do
          if action.is_completed then completed = completed + 1 end
        end
        rows[#rows + 1] = { item.number or "", item.text, #item.children, completed }
      end
    end
    doc:table {
      caption = "What the plan sets out to do",
      columns = {
        { "No", header = true }, "Outcome", { "Actions", align = "end" },
        { "Completed", align = "end" },
      },
      rows = rows,
    }

    local dated = {}
    for _, action in ipairs(plan.ongoing) do
      if action.due then dated[#dated + 1] = action end
    end
    table.sort(dated, function(a, b) return a.due < b.due end)
    if #dated > 0 then doc:timeline("When actions are due", dated) end
    for _, omission in ipairs(edition.omitted) do
      if omission.of == plan.id then
        doc:notice("information", "Left out for this audience: some " .. omission.what .. ".")
      end
    end
  end,
}
