-- Ardlarig, which does not exist: text with tabs, the period in a line of its own, leads in the headings,
-- years as rows, ticks for the status, first and revised dates, and where each action comes from.

status_scheme "rag" {
  { "R", "Behind",   means = "off_track", colour = "red" },
  { "A", "Slipping", means = "delayed",   colour = "amber" },
  { "G", "On track", means = "on_track",  colour = "green" },
  { "B", "Done",     means = "completed", colour = "blue" },
}

layout "plan" {
  title    = "Ardlarig Joint Plan",
  levels   = { "aim", "year", "step" },
  scheme   = "rag",
  years    = "year",
  inherits = { "leads" },
  headings = {
    aim  = { "Aim {number}: {text} – led by {leads}", lines = { "Partners: {local.partners}" } },
    year = { row = "{text}" },
  },
  columns  = {
    { "",         "number" },
    { "Step",     "text" },
    { "Lead",     "leads" },
    { "Due",      "timescale.words" },
    { "Revised",  "timescale.revised" },
    { "On track", "status", tick = "G" },
    { "Slipping", "status", tick = "A" },
    { "Done",     "status", tick = "B" },
  },
  below_row  = { "Source: {local.source}" },
  after_text = { "(risk {local.risk})" },
  facts      = { { "period", "The plan runs from {period}." }, { "progress", "Reported at {date}" } },
  plan       = "joint-plan-{from.year}-{until.year}",
}
