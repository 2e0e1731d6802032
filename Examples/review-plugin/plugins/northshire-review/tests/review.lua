test "what a risk may cost leaves it where it is" (function(t)
  local course = t.course("reviewed", {
    { "propose" }, { "approve" }, { "estimate-cost", details = { pounds = 4000 } },
  })
  t.equal(course.refused, nil)
  t.equal(course.state, "active")
end)

test "a review that has not begun cannot end" (function(t)
  local course = t.course("reviewed", {
    { "propose" }, { "approve" }, { "finish-review", by = "independent-reviewer", details = { outcome = "Right" } },
  })
  t.contains(course.refused, "so it cannot be")
end)
