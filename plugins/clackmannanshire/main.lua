-- Clackmannanshire Child Protection Committee: its status key, its strategic plan's table, and its
-- words for timescales.

status_scheme "traffic-light" {
  { "G", "On target",         means = "on_track",      colour = "green" },
  { "A", "Progress delayed",  means = "delayed",       colour = "amber" },
  { "R", "Outwith deadline",  means = "past_deadline", colour = "red" },
  -- The published key does not state a colour for P.
  { "P", "Complete",          means = "completed",     colour = "purple" },
}

timescale_words "vocabulary" {
  bodies = { "CPC", "COG" },
  phrases = {
    -- Another document says when: the calendar of courses.
    { "Training Calendar", means = "document" },
  },
}

layout "strategic-plan" {
  plan    = "strategic-plan-{from.year}-{until.year}",
  title   = "Strategic Improvement Plan {period}",
  levels  = { "strategic priority", "outcome", "objective", "action" },
  scheme  = "traffic-light",
  headings = {
    ["strategic priority"] = { "STRATEGIC PRIORITY {text}" },
    outcome                = { "OUTCOME {number}", below = "text" },
  },
  columns = {
    { "OBJECTIVES",                   "{objective.number} {objective.text}", merge = true },
    { "ACTIONS",                      "text" },
    { "LEAD & Key People involved",   "leads" },
    { "TIMESCALE",                    "timescale.words" },
    { "EVIDENCE or OUTCOME MEASURES", "evidence" },
    { "PROGRESS REPORT",              "status" },
  },
  key   = { heading = "KEY", across = true },
  facts = {
    { "progress", "Reviewed and updated {date}", repeats = true },
  },
  completion = { field = "status", completed = { "Complete" }, ongoing = { "Ongoing" } },
  reading = {
    copy_above  = { "As above" },
    state_words = { "Complete", "Ongoing", "As required", "Implemented" },
    leads       = require "leads",
  },
}

-- Actions are asked after when their date has passed; most go on and have none.
reminder "overdue" {
  each = "action", to = "lead", stop = "completed",
  { overdue = true, every = "1 month", missed = "send one" },
}
