-- Saltmarsh, which does not exist: a programme as a web page. Section rows with numbers inside the table,
-- columns that are years, the scheme's own colours, shares as stated, and closed projects apart.

status_scheme "rag" {
  { "R", "Behind",   means = "off_track", colour = "red" },
  { "A", "Slipping", means = "delayed",   colour = "amber" },
  { "G", "On track", means = "on_track",  colour = "green" },
  { "B", "Done",     means = "completed", colour = "blue" },
}

layout "programme" {
  title    = "Saltmarsh Programme {period}",
  levels   = { "workstream", "project" },
  scheme   = "rag",
  inherits = { "leads" },
  headings = { workstream = { row = "{number}. {text}", lines = { "Sponsor: {leads}" } } },
  columns  = {
    { "Ref",     "number" },
    { "Project", "text" },
    { "Manager", "leads" },
    { "2025",    "timescale.words", tick = "2025" },
    { "2026",    "timescale.words", tick = "2026" },
    { "2027",    "local.in_2027", due = "2027" },
    { "RAG",     "status.letter", colours = true },
  },
  completion = { field = "status", completed = { "B" } },
  exits      = { suspended = { "Paused" } },
  counting   = { total = { "open", "completed" }, ongoing = { "open" } },
  facts      = { { "progress", "Dashboard of {date}" } },
  checks     = {
    heading = "Dashboard",
    columns = { { "Date", "date" }, { "Projects", "total" }, { "Done", "completed" },
                { "Done, share", "share_completed" }, { "Running", "ongoing" }, { "Paused", "suspended" } },
  },
  lists = {
    { name = "closed", heading = "Closed projects", columns = { { "Ref", "number" }, { "Project", "text" },
      { "Workstream", "workstream.text" } } },
  },
}
