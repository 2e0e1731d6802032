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
