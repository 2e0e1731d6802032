test "what a risk may cost leaves it where it is" (function(t)
  local course = t.course("reviewed", {
    { "propose" }, { "approve" }, { "estimate-cost", details = { pounds = 4000 } },
  })
  t.equal(course.refused, nil)
  t.equal(course.state, "active")
end)

test "above the appetite the chief officers alone accept a risk" (function(t)
  local high = { "assess", fact = { score = "current", likelihood = "4", impact = "4" } }
  local function accepted(by, until_day)
    return t.course("reviewed", {
      { "propose" }, { "approve", by = "chair" }, high,
      { "accept", by = by, fact = { by = by, ["until"] = until_day } },
    }, "low")
  end
  t.contains(accepted("chair", "2030-01-30").refused, "so the chief officers must")
  t.equal(accepted("chief-officers", "2030-01-30").refused, nil)
  t.contains(accepted("chief-officers", "2031-01-30").refused, "Accept it until")
end)

test "a review that has not begun cannot end" (function(t)
  local course = t.course("reviewed", {
    { "propose" }, { "approve" }, { "finish-review", by = "independent-reviewer", details = { outcome = "Right" } },
  })
  t.contains(course.refused, "so it cannot be")
end)
