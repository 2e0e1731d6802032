-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0

local plan = {
  as_of = "2026-10-31", layout = "plan-2023", from = "2026-04-01",
  title = "CPC Improvement Plan",
  { number = "1", text = "Write a guide", lead = "CPC", due = "2026-10-10", status = "G" },
  { number = "2", text = "Train staff", lead = "CPC", due = "2027-03-31", status = "A" },
}

test "both tables can be written of any plan" (function(t)
  local edition = t.edition "northshire"
  t.equal(t.problem("plan-2018", edition), nil)
  t.equal(t.problem("plan-2023", edition), nil)
end)

test "the plan on a page can be written of any plan" (function(t)
  t.contains(t.report("plan-on-a-page", t.edition "northshire"), "Northshire Improvement Plan")
end)

test "a letter is a colour by its name" (function(t)
  t.equal(t.status("rag", "Amber"),
    { letter = "A", word = "Amber", means = "at_risk", colour = "amber" })
end)

test "what is overdue is asked after, and what is not is left alone" (function(t)
  local reminders = {}
  for _, reminder in ipairs(t.reminders(t.edition(plan))) do
    if reminder.rule == "chase-lead" then reminders[#reminders + 1] = reminder.item end
  end
  t.equal(reminders, { "1" })
end)

test "the committee's meetings tell the time" (function(t)
  t.equal(t.timescale("Prior to each CPC").kind, "relative-to-meeting")
end)
