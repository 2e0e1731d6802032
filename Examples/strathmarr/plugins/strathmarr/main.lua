-- Strathmarr Public Protection Committee, which does not exist: a plan of five levels, a backlog,
-- two zones instead of colours, and owners by code.

status_scheme "zones" {
  { "W", "Within tolerance",  means = "on_track", colour = "green", reads = { "Within" } },
  { "O", "Outside tolerance", means = "delayed",  colour = "red",   reads = { "Outside" } },
}

timescale_words "meetings" {
  bodies = { "PPC", "COG" },
}

layout "five-level" {
  plan    = "protection-plan-{from.year}-{until.year}",
  title   = "Strathmarr Public Protection Plan {period}",
  levels  = { "theme", "long-term outcome", "intermediate outcome", "objective", "action" },
  scheme  = "zones",
  headings = {
    theme                    = { "Theme {number}: {text} – sponsor: {leads}" },
    ["long-term outcome"]    = { "Long-term outcome {number} – {text}", below = "statement" },
    ["intermediate outcome"] = { row = "Intermediate outcome {number}: {text}" },
  },
  columns = {
    { "Objective",            "{objective.number}. {objective.text}", merge = true },
    { "Objective met by",     "objective.timescale.words",            merge = true },
    { "Ref",                  "number" },
    { "What we will do",      "text" },
    { "Owner",                "leads" },
    { "When",                 "timescale.words" },
    { "Budget",               "local.budget" },
    { "How we will know",     "evidence" },
    { "Position at {date}",   "progress" },
    { "Zone",                 "status.word" },
  },
  checks = {
    heading = "Count of actions",
    columns = {
      { "Counted on", "date" },
      { "Occasion",   "name" },
      { "In plan",    "total" },
      { "Closed",     "completed" },
      { "New",        "added" },
      { "Open",       "ongoing" },
    },
  },
  key     = { heading = "Zones" },
  notes   = "How to read this plan",
  backlog = {
    heading = "Backlog {period}",
    columns = {
      { "Item",       "number" },
      { "Idea",       "text" },
      { "Owner",      "leads" },
      { "Look again", "timescale.words" },
    },
  },
  facts = {
    { "approved", "Agreed by the committee on {date}" },
    { "progress", "Position reported at {date}" },
  },
  completion = {
    field     = "progress",
    completed = { "Action closed." },
    ongoing   = { "Action open." },
  },
  exits = {
    withdrawn        = { "Withdrawn" },
    ["carried-over"] = { "Carried over to {destination}" },
  },
  counting = { at_publication = "all-added" },
  reading = {
    leads      = require "owners",
    signatory  = { "Chair of the Strathmarr Public Protection Committee" },
    alignments = { "Strathmarr Local Outcomes Plan 2022 – 2032" },
  },
}
