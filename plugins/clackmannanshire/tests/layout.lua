-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0

test "the table can be written of a plan of four levels" (function(t)
  local text = t.report("strategic-plan", t.edition {
    levels = { "strategic priority", "outcome", "objective", "action" },
    { level = "strategic priority", text = "Neglect" },
    { level = "outcome", number = "1", text = "Neglect is recognised" },
    { level = "objective", number = "1.1", text = "Staff know the signs" },
    { number = "1", text = "Train staff", lead = "Training Group", timescale = "Training Calendar" },
  })
  t.contains(text, "STRATEGIC PRIORITY Neglect")
  t.contains(text, "1.1 Staff know the signs")
end)

test "a course has the time of its calendar" (function(t)
  t.equal(t.timescale("Training Calendar").kind, "document")
end)

test "only what is overdue is asked after" (function(t)
  local reminders = t.reminders(t.edition {
    layout = "strategic-plan",
    { number = "1", text = "Write", lead = "Nurse", due = "2026-09-30" },
    { number = "2", text = "Train", lead = "Nurse", due = "2026-12-31" },
  })
  t.equal(#reminders, 1)
  t.equal(reminders[1].item, "1")
end)

test "purple is what is complete" (function(t)
  t.equal(t.status("traffic-light", "Complete").means, "completed")
end)
