test "other points are recorded with the reason" (function(t)
  local found = t.findings("april.html", "register")
  t.equal(#found, 1)
  t.equal(found[1].kind, "score-differs")
  local risk = t.read("april.html", "register").risks[2]
  t.equal(risk.id, "HM2")
  t.ok(risk.current.is_override)
  t.equal(risk.current.override_reason, "The alarm failed twice in February")
end)

test "points alone are points alone" (function(t)
  local score = t.read("april.html", "register").risks[3].current
  t.equal(score.value, 9)
  t.equal(score.likelihood, "")
  t.equal(score.caveat, "levels unknown")
end)

test "nobody has judged what nobody has judged" (function(t)
  t.equal(t.read("april.html", "register").risks[8].current, nil)
end)

test "the words of the partnership are written" (function(t)
  local text = t.report("register", t.read("april.html", "register"))
  t.contains(text, "Done with")
  t.contains(text, "Not there before")
end)
