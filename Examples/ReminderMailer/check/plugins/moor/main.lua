-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0

layout "plan" {
  title    = "Plan {period}",
  levels   = { "aim", "action" },
  headings = { aim = { "Aim {number}: {text}" } },
  columns  = {
    { "No",     "number" },
    { "Action", "text" },
    { "Lead",   "leads" },
    { "When",   "timescale.words" },
  },
  facts    = { { "approved", "Approved on {date}" } },
}

reminder "chase" { each = "action", to = "lead", stop = "completed",
  { before_due = "30 days" }, { overdue = true, every = "1 week", missed = "send one" } }
