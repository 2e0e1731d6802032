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

test "the owner of a document hears of its review eight weeks before, and when it is overdue" (function(t)
  local function found(day)
    return t.reminders(t.edition { as_of = "2026-10-31",
      documents = { { id = "joint-protocol", title = "Joint protocol", owner = "Lead Nurse",
        review_date = day, edition = "2", pages = 40 } } })
  end
  t.equal(#found "2027-01-31", 0)
  t.equal(found("2026-12-26")[1].to, { "Lead Nurse" })
  t.equal(#found "2026-09-30", 1)
end)

test "whoever answers for an audit hears of its report four weeks before" (function(t)
  local function found(day)
    return t.reminders(t.edition { as_of = "2026-10-31",
      audits = { { id = "neglect", title = "Neglect", lead = "QA Officer", due_date = day } } })
  end
  t.equal(#found "2027-01-31", 0)
  t.equal(found("2026-11-28")[1].to, { "QA Officer" })
  t.equal(#found "2026-10-17", 1)
end)

test "whoever answers feedback hears of it two weeks before an answer is due" (function(t)
  local function found(day)
    return t.reminders(t.edition { as_of = "2026-10-31",
      voices = { { id = "survey", title = "School survey", lead = "QA Officer", answer_date = day,
        audience = "committee" } } })
  end
  t.equal(#found "2027-01-31", 0)
  t.equal(found("2026-11-14")[1].to, { "QA Officer" })
  t.equal(#found "2026-10-17", 1)
end)

test "whoever answers for a programme hears of its next update two weeks before" (function(t)
  local function found(day)
    return t.reminders(t.edition { as_of = "2026-10-31", plan = "plan-2026",
      programmes = { { id = "plan-2026", title = "Programme", lead = "Lead Officer", first_update_date = day } } })
  end
  t.equal(#found "2026-12-31", 0)
  t.equal(found("2026-11-14")[1].to, { "Lead Officer" })
  t.equal(#found "2026-10-24", 1)
end)
