// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

extension PluginSkeleton.Kind {
    static let riskScaleMain = """
        -- A scale for risks: the levels, how two of them make a score, and what scores are called. Levels
        -- that are only words count 1, 2, 3 and so on. A changed scale gets the next version.
        risk_scale "ours" {
          version = 1, title = "Five by five",
          likelihoods = { "Rare", "Unlikely", "Possible", "Likely", "Almost certain" },
          impacts     = { "Negligible", "Minor", "Moderate", "Major", "Severe" },
          scoring     = "product",
          bands = {
            { "low",    "Low",    from = 1,  through = 4,  letter = "L", colour = "green" },
            { "medium", "Medium", from = 5,  through = 12, letter = "M", colour = "amber" },
            { "high",   "High",   from = 15, through = 25, letter = "H", colour = "red" },
          },
        }

        """

    static let riskScaleTest = """
        test "the worst corner is high and the mildest is low" (function(t)
          t.equal(t.score("ours", "5", "5").text, "25 High")
          t.equal(t.score("ours", "1", "1").band, "low")
        end)

        test "every pair of levels stands in a band" (function(t)
          for likelihood = 1, 5 do
            for impact = 1, 5 do
              local score = t.score("ours", tostring(likelihood), tostring(impact))
              t.ok(score.band, likelihood .. " by " .. impact .. " stands in a band")
            end
          end
        end)

        """

    static let riskWorkflowMain = """
        -- What comes on top of the standard workflow of risks: a first approval before the second, and a
        -- guard that keeps one person from giving both. A guard returns true to let a request pass, or
        -- { refuse = "why" }; anything else refuses too.
        risk_workflow "two-people" {
          states = { { "half-approved", "approved by one person", like = "proposed" } },
          steps = { { "approve-first", from = "proposed", to = "half-approved" } },
          without = { { "approve", from = "proposed" } },
          guards = {
            { "two-people", on = { "approve" }, check = function(request, risk, ctx)
                for _, event in ipairs(risk.history) do
                  local is_first = event.kind:find("risk-approve-first", 1, true)
                  if is_first and event.by == request.by then
                    return { refuse = "“" .. event.by .. "” gave the first approval. Ask a second person." }
                  end
                end
                return true
              end },
          },
        }

        """

    static let riskWorkflowTest = """
        test "one person cannot approve twice" (function(t)
          local course = t.course("two-people", {
            { "propose" }, { "approve-first", by = "chair" }, { "approve", by = "chair" },
          })
          t.equal(course.state, "half-approved")
          t.equal(course.refused, "“chair” gave the first approval. Ask a second person.")
        end)

        test "two people can" (function(t)
          local course = t.course("two-people", {
            { "propose" }, { "approve-first", by = "chair" }, { "approve", by = "vice-chair" },
          })
          t.equal(course.refused, nil)
          t.equal(course.state, "active")
        end)

        """
}
#endif
