-- Harbourside, which does not exist: numbered headings, leads and a theme under them, first and revised
-- dates, sources below the rows, lists of completed and carried-over actions, totals by its own rules.

status_scheme "rag" {
  { "R", "Behind",   means = "off_track", colour = "red" },
  { "A", "Slipping", means = "delayed",   colour = "amber" },
  { "G", "On track", means = "on_track",  colour = "green" },
  { "B", "Done",     means = "completed", colour = "blue" },
}

layout "plan" {
  title    = "Harbourside Improvement Plan {period}",
  levels   = { "priority", "action" },
  scheme   = "rag",
  inherits = { "leads", "local.theme" },
  headings = { priority = { "{number}. {text}", lines = { "Lead: {leads}", "Theme: {local.theme}" } } },
  columns  = {
    { "",                   "number" },
    { "What we will do",    "text" },
    { "Lead",               "leads" },
    { "Due",                "timescale.words" },
    { "Revised",            "timescale.revised" },
    { "Position at {date}", "progress" },
    { "RAG",                "status.letter" },
  },
  below_row = { "Source: {local.source}" },
  facts     = { { "progress", "Position at {date}" } },
  exits     = { suspended = { "On hold" }, withdrawn = { "Deleted" } },
  completion = { field = "status", completed = { "B" } },
  counting  = { total = { "open", "completed", "suspended" }, ongoing = { "open" } },
  checks    = {
    heading = "How many actions",
    columns = {
      { "On", "date" }, { "All", "total" }, { "Done", "completed" }, { "Share done", "share_completed" },
      { "Going on", "ongoing" }, { "On hold", "suspended" }, { "Deleted", "withdrawn" },
      { "Carried over", "list.carried-over" },
    },
  },
  lists = {
    { name = "completed", heading = "Completed before {period}",
      columns = { { "No", "number" }, { "Action", "text" }, { "Priority", "priority.text" },
                  { "Outcome", "local.outcome" } } },
    { name = "carried-over", heading = "Carried over from the last plan",
      columns = { { "No", "number" }, { "Action", "text" }, { "Lead", "leads" }, { "Due", "timescale.words" } } },
  },
}
