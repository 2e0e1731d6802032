-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0

local reports = {
  "plan", "progress-update", "progress-check", "action-list", "plan-on-a-page", "actions-csv",
  "actions-json",
}

for _, name in ipairs(reports) do
  test(name .. " is what was read and found right")(function(t)
    t.matches(t.report(name, t.edition "strathmarr"), "golden/" .. name .. ".md")
  end)

  test(name .. " can be written of a plan without actions")(function(t)
    t.equal(t.problem(name, t.edition {}), nil)
  end)
end

test "what has changed is told between two days" (function(t)
  local before = t.edition { as_of = "2026-04-30",
    { number = "1", text = "Write a guide", due = "2026-06-30", status = "G" } }
  local after = t.edition { as_of = "2026-10-31",
    { number = "1", text = "Write a guide", due = "2026-06-30", status = "R" } }
  local text = t.report("changes-since", after, { since = before })
  t.contains(text, "Action 1 moved from G On track to R Off track.")
  t.contains(text, "Action 1 is late: it was due on 30 June 2026, 123 days before.")
end)

test "an action counts as due soon for as many days as the host sets" (function(t)
  local edition = t.edition { as_of = "2026-10-31",
    { number = "1", text = "Train sixty staff", due = "2026-12-20" } }
  local usual = t.report("progress-update", edition)
  local narrow = t.report("progress-update", edition, { settings = { due_soon_days = 10 } })
  t.ok(usual ~= narrow, "50 days are soon within 60 and not within 10")
end)

test "the figures begin with what there is to say" (function(t)
  local edition = t.edition { as_of = "2026-10-31",
    indicators = { { id = "referrals", title = "Referrals", areas = { "North", "South" }, every = "month",
      target = "10", better = "lower",
      values = { { period = "2026-08", count = 12 }, { period = "2026-09", count = 9 },
        { period = "2026-09", area = "North", count = 9 } } } } }
  t.equal(edition.figures[2].count, 9)
  t.equal(edition.figures[2].since_last, "3 fewer")
  local text = t.report("figures", edition)
  t.contains(text, "Referrals: 9 (September 2026), 3 fewer than before; target met.")
end)

test "the register of documents begins with what is overdue for review" (function(t)
  local text = t.report("documents", t.edition { as_of = "2026-10-31",
    documents = { { id = "joint-protocol", title = "Joint protocol", owner = "Lead Nurse",
      review_date = "2026-10-01", edition = "2", decided_by = "Committee", decided_on = "2024-10-01" } } })
  t.contains(text, "Joint protocol: review was due by 1 October 2026, overdue by 30 days (Lead Nurse)")
end)

test "Learning Reviews are for those whom the committee names" (function(t)
  local function page(audience)
    return t.report("learning-reviews", t.edition { as_of = "2026-10-31", audience = audience,
      learning_reviews = { { id = "LR-7KQ2XMD", criterion = "harmed", notified_on = "2026-09-01",
        decided = "not-proceed", decided_on = "2026-10-01" } } })
  end
  t.contains(page "restricted", "LR-7KQ2XMD")
  t.contains(page "committee", "There is nothing about Learning Reviews for readers of this page.")
end)

test "quality assurance shows the calendar and the findings that nobody has answered" (function(t)
  local text = t.report("quality-assurance", t.edition { as_of = "2026-10-31",
    audits = { { id = "neglect", title = "Neglect", lead = "QA Officer", due_date = "2026-11-30" } },
    quality_findings = { { id = "neglect#1", words = "Files are late.", lead = "QA Officer" } } })
  t.contains(text, "30 November 2026: Audit “Neglect” is to be reported (QA Officer)")
  t.contains(text, "Not answered")
end)

test "what people told us shows what waits for an answer, and the public page nothing that was not agreed" (function(t)
  local edition = t.edition { as_of = "2026-10-31",
    voices = { { id = "survey", title = "School survey", heard = { "children" }, method = "survey", audience = "public",
      summary = "Nobody knows whom to ask.", lead = "QA Officer", answer_date = "2026-10-30" } } }
  local text = t.report("voice", edition)
  t.contains(text, "School survey: by 30 October 2026, overdue by 1 day (QA Officer)")
  t.contains(text, "Nobody knows whom to ask.")
  t.contains(t.report("you-said-we-did", edition), "Nothing is published yet.")
end)

test "an update of a programme names the day of the next one, and its trials" (function(t)
  local text = t.report("programme-update", t.edition { as_of = "2026-10-31", plan = "plan-2026",
    programmes = { { id = "plan-2026", title = "Programme", update_weeks = 6, first_update_date = "2026-11-12" } },
    programme_trials = { { id = "plan-2026#test", title = "Test of a toolkit", test_sites = { "North", "West" },
      end_date = "2027-03-31" } } })
  t.contains(text, "Number 1, by 12 November 2026")
  t.contains(text, "31 March 2027, the end of the financial year")
end)
