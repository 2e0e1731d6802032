test "the published plan is read, and its two doubts are known" (function(t)
  t.equal(#t.read("plan.md", "plan").plan.actions, 4)
  local findings = t.findings("plan.md", "plan")
  t.equal(#findings, 2)
  t.equal(findings[1].kind, "status-not-in-key")
  t.equal(findings[2].kind, "timescale-unread")
end)

test "what was read is written again as it was" (function(t)
  t.matches(t.report("plan", t.read("plan.md", "plan")), "golden/plan.md")
end)

test "another system gets a line for each action" (function(t)
  t.matches(t.report("actions-csv", t.read("plan.md", "plan")), "golden/actions.csv")
end)

test "termly is every four months" (function(t)
  t.equal(t.timescale("Termly").kind, "recurring")
end)
