test "the register of March is read without a doubt" (function(t)
  t.equal(#t.findings("march.md", "register"), 0)
  local edition = t.read("march.md", "register")
  t.equal(#edition.risks, 10)
  local first = edition.risks[1]
  t.equal(first.current.text, "16 High")
  t.equal(#first.controls, 3)
  t.equal(first.columns.notes, "The second post has been advertised twice")
end)

test "a target that is only a number has levels that are unknown" (function(t)
  local risk = t.read("march.md", "register").risks[1]
  t.equal(risk.target.text, "8 Medium (levels unknown)")
  t.ok(not risk.target.are_levels_known)
end)

test "Accept is the committee's word for a target, and nobody's acceptance" (function(t)
  local risk = t.read("march.md", "register").risks[2]
  t.ok(risk.is_target_accept)
  t.equal(risk.acceptance, nil)
end)

test "what was read is written again as it was" (function(t)
  local text = t.report("register", t.read("march.md", "register"))
  t.contains(text, "| 4 | 4 | 16 (High) | ↑ |")
  t.contains(text, "Agreed by the committee on 14 April 2026")
end)
