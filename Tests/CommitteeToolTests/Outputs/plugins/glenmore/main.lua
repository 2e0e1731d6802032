-- The layout, the key and the reminders of an invented committee, for the fixtures of the tool.

status_scheme "key" {
  { "G", "Green", means = "on_track",  colour = "green" },
  { "R", "Red",   means = "off_track", colour = "red" },
}

timescale_words "meetings" { bodies = { "COG" } }

layout "plan" {
  plan     = "glenmore-{from.year}-{until.year}",
  title    = "Glenmore plan {period}",
  levels   = { "priority", "action" },
  scheme   = "key",
  headings = { priority = { "Priority {number}: {text}", below = "statement" } },
  columns  = {
    { "No",            "number" },
    { "Action",        "text" },
    { "Lead",          "leads" },
    { "When",          "timescale.words" },
    { "Budget",        "local.budget" },
    { "Evidence",      "evidence" },
    { "Impact",        "expected_impact" },
    { "Progress",      "progress" },
    { "Status",        "status.letter" },
  },
  key      = { heading = "Key" },
  notes    = "Notes",
  backlog  = { heading = "Backlog", columns = { { "No", "number" }, { "Idea", "text" } } },
  maintenance = { heading = "Kept up", columns = { { "No", "number" }, { "Work", "text" } } },
  facts    = { { "approved", "Agreed on {date}" } },
}

reminder "chase" { each = "action", to = "lead", stop = "completed",
  { before_due = "30 days" }, { overdue = true, every = "1 week", missed = "send one" } }
reminder "news" { each = "action", to = "returner", without_progress_for = "60 days",
  { before_due = "1 week" }, { overdue = true, every = "2 weeks", times = 3 } }
reminder "before-meetings" { each = "action", to = "lead", before_meetings = true,
  { before_due = "2 weeks" } }
reminder "upkeep" { each = "maintenance", to = "Lead Officer", without_progress_for = "90 days",
  { overdue = true, every = "1 month" } }
reminder "check" { each = "plan", to = "Chair", without_check_for = "6 months",
  { before_due = "2 weeks" }, { overdue = true, every = "1 month" } }
reminder "papers" { each = "meeting", of = "committee", to = "Lead Officer",
  ahead = "10 working days", what = "bundle of papers", { before_due = "2 weeks" } }
reminder "review" { each = "risk", to = "lead", { before_due = "4 weeks" },
  { overdue = true, every = "1 week" } }
reminder "acceptances" { each = "acceptance", to = "lead", { before_due = "26 weeks" } }
reminder "terms" { each = "member", to = "Chair", { before_due = "26 weeks" } }
reminder "returns" { each = "data_set", to = "lead", { before_due = "4 weeks" },
  { overdue = true, every = "1 week" } }

risk_escalation "severe" (function(risk, ctx)
  local score = risk.current
  if not score or score.band ~= "high" then return nil end
  return { register = "partnership", why = "It stands at " .. score.text .. "." }
end)
