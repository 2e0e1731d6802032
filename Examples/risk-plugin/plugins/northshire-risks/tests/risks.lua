test "impact weighs more than likelihood" (function(t)
  t.equal(t.score("northshire", "5", "2"), { value = 12, band = "medium", text = "12 Medium", version = 1 })
  t.equal(t.score("northshire", "2", "5").value, 15)
end)

test "one person cannot approve twice" (function(t)
  local course = t.course("two-people", {
    { "propose", by = "first-officer" },
    { "approve-first", by = "first-officer" },
    { "approve", by = "first-officer" },
  })
  t.equal(course.state, "half-approved")
  t.equal(course.refused, "“first-officer” gave the first approval of the risk “R1”, so somebody else "
    .. "must approve it. Ask a second person.")
  t.equal(course.event, 3)
end)

test "two people can, and the regulator is told of an escalation" (function(t)
  local course = t.course("two-people", {
    { "propose" }, { "approve-first", by = "first-officer" }, { "approve", by = "chair" },
    { "escalate" }, { "notify", details = { reference = "N-7" } },
  })
  t.equal(course.refused, nil)
  t.equal(course.state, "active")
  t.equal(course.recorded, {
    "risk.proposed", "northshire-risks.risk-approve-first", "risk.state-entered", "risk.approved",
    "risk.escalated", "risk.state-entered", "northshire-risks.risk-notify", "risk.reviewed",
    "risk.state-entered",
  })
end)

test "until it is told, the risk stays where it is" (function(t)
  local course = t.course("two-people", {
    { "propose" }, { "approve-first" }, { "approve", by = "chair" }, { "escalate" }, { "close" },
  })
  t.contains(course.refused, "The risk “R1” is waiting for the regulator to be told, so it cannot be "
    .. "closed. What can be: notify")
end)

test "a severe risk goes to the register above, or before the chief officers" (function(t)
  local edition = t.edition {
    audience = "restricted", scale = "northshire",
    registers = { { id = "main", parent = "partnership" }, { id = "partnership" } },
    risks = {
      { id = "R1", register = "main", current = { "4", "4" } },
      { id = "R2", register = "main", current = { "2", "2" } },
      { id = "R3", register = "partnership", current = { "5", "5" } },
      { id = "R4", register = "main" },
    },
  }
  t.equal(t.escalations(edition), {
    { rule = "severe", risk = "R1", from = "main", register = "partnership", why = "It stands at 20 High." },
    { rule = "severe", risk = "R3", from = "partnership", body = "Chief Officers' Group",
      why = "It stands at 30 High." },
  })
end)
