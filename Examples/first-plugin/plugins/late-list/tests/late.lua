-- The plan of a test is written down here, so that it never changes.
local one_late = {
  as_of = "2026-10-31",
  { number = "1", text = "Write a guide", lead = "Lead Nurse", due = "2026-06-30" },
  { number = "2", text = "Train staff", lead = "Training Group", due = "2026-12-31" },
}

test "what is late stands under its lead, with the days" (function(t)
  local text = t.report("late", t.edition(one_late))
  t.contains(text, "## Lead Nurse")
  t.contains(text, "Write a guide: 123 days late")
  t.ok(not text:find("Train staff"), "what is not late yet is left out")
end)
