-- Northshire's key, its table, its words and its reminders.

status_scheme "rag" {
  { "R", "Off track", means = "off_track", colour = "red" },
  { "A", "At risk",   means = "at_risk",   colour = "amber" },
  { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
}

timescale_words "local" {
  bodies  = { "CPC" },
  phrases = { { "Termly", recurring = "4 months" } },
}

layout "plan" {
  title    = "Northshire Improvement Plan {period}",
  levels   = { "outcome", "action" },
  scheme   = "rag",
  headings = { outcome = { "Outcome {number}: {text}" } },
  columns  = {
    { "No",                 "number" },
    { "Action",             "text" },
    { "Lead",               "leads" },
    { "Timescale",          "timescale.words" },
    { "Position at {date}", "progress" },
    { "RAG",                "status.letter" },
  },
  facts    = { { "progress", "Position reported at {date}" } },
  counting = { at_publication = "all-added" },
}

reminder "chase-lead" {
  each = "action", to = "lead", stop = "completed",
  { before_due = "2 weeks" },
  { overdue = true, every = "1 week", missed = "send one" },
}

-- For the council's own system, which reads one line an action.
report "actions-csv" {
  title = "Actions for the performance system", media_type = "text/csv", extension = "csv",
  run = function(edition, out, ctx)
    out:row { "number", "lead", "due", "status" }
    for _, action in ipairs(edition.plan.actions) do
      out:row { action.number, action.leads, action.due or "", action.status or "" }
    end
  end,
}

-- What a pivot table does needs no function.
report "by-lead" {
  title = "Actions by lead on {as_of}",
  parts = {
    { list = "plan.counted", group = "leads", count = "status" },
    { heading = "Late", list = "plan.late", order = "due",
      say = "{number} {text} ({leads}): {days_late} days late", none = "Nothing is late." },
  },
}
