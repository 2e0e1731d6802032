-- Eastmoor, which does not exist: a sheet saved as CSV, whose period is given on the command line. Rows that
-- are years, cells with several activities, ticks for the status, numbered section rows.

status_scheme "rag" {
  { "R", "Behind",   means = "off_track", colour = "red" },
  { "A", "Slipping", means = "delayed",   colour = "amber" },
  { "G", "On track", means = "on_track",  colour = "green" },
  { "B", "Done",     means = "completed", colour = "blue" },
}

layout "sheet" {
  title    = "Eastmoor Learning Plan",
  levels   = { "section", "year", "activity" },
  scheme   = "rag",
  years    = "year",
  headings = { section = { row = "Section {number}: {text}", lines = { "Contact: {leads}" } }, year = { row = "{text}" } },
  inherits = { "leads" },
  columns  = {
    { "Activities", "text", each = true },
    { "Lead",       "leads" },
    { "Measure",    "evidence" },
    { "On track",   "status", tick = "G", mark = "x" },
    { "Behind",     "status", tick = "R", mark = "x" },
  },
  after_text = { "[Source: {local.source}]" },
  facts      = { { "progress", "State at {date}" } },
  plan       = "learning-{from.year}-{until.year}",
}
