-- Millwater, which does not exist: a web page whose rows hold several activities, with columns that are
-- years, a status that is the colour of a cell, and what was finished in a list apart.

status_scheme "rag" {
  { "R", "Behind",   means = "off_track", colour = "red" },
  { "A", "Slipping", means = "delayed",   colour = "amber" },
  { "G", "On track", means = "on_track",  colour = "green" },
  { "B", "Done",     means = "completed", colour = "blue" },
}

layout "plan" {
  title    = "Millwater Adult Protection Plan {period}",
  levels   = { "outcome", "activity" },
  scheme   = "rag",
  columns  = {
    { "Outcome",    "outcome.text" },
    { "Activities", "text", each = true },
    { "Who",        "leads" },
    { "2025/26",    "timescale.words", tick = "2025/26" },
    { "2026/27",    "local.in_2026", due = "2026/27" },
    { "State",      "status.letter", colours = { G = { "#00b050", "green" }, A = { "#ffc000" }, R = { "red" } } },
  },
  facts = { { "progress", "State at {date}" } },
  lists = {
    { name = "finished", heading = "Finished since the plan began", counts = true,
      columns = { { "Activity", "text" }, { "Who", "leads" }, { "Outcome", "outcome.text" } } },
  },
  counting = { ongoing = { "open" } },
}
