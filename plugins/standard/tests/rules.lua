-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0

local function due(day)
  return { as_of = "2026-10-31",
    { number = "1", text = "Write a guide", lead = "Lead Nurse", due = day } }
end

test "a lead hears a month, a week and a day before, and not earlier" (function(t)
  t.equal(#t.reminders(t.edition(due "2026-12-31")), 0)
  t.equal(#t.reminders(t.edition(due "2026-11-30")), 1)
  t.equal(t.reminders(t.edition(due "2026-11-01"))[1].to, { "Lead Nurse" })
end)

test "blue is what is finished" (function(t)
  t.equal(t.status("brag", "Completed"),
    { letter = "B", word = "Complete", means = "completed", colour = "blue" })
  t.equal(t.status("rag", "Blue"), nil)
end)
