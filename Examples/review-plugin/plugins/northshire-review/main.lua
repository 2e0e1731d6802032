-- Four things that Northshire lays over the standard workflow: an independent review when a score jumps, who
-- accepts a risk above the appetite and for how long, what a risk may cost, and actions that end with their risk.

risk_workflow "reviewed" {
  title = "Independent review of risks that jump",
  states = {
    { "under-review", "under independent review", like = "active", limit = "30 days",
      without = { "accept", "close", "deactivate", "replace" } },
  },
  steps = {
    -- 1. A score that rises by two bands or more brings the risk under review.
    { "assess", from = "active", branches = {
      { "two-bands", to = "under-review", because = "the score rose by two bands or more",
        when = function(request) return (request.score.bands_risen or 0) >= 2 end } } },
    { "finish-review", from = "under-review", to = "active",
      fields = { { "outcome", "text" } }, says = "The independent review ended." },

    -- 3. What the risk may cost is an entry of its own.
    { "estimate-cost", from = "active", fields = { { "pounds", "number" } }, says = "It may cost £{pounds}." },

    -- 4. When the risk is closed, the actions that treat it are completed.
    { "close", from = "active", to = "closed", effects = function(request, risk)
        local changes = {}
        for _, action in ipairs(risk.actions) do
          local plan, number = action:match("^(.-)#(.+)$")
          changes[#changes + 1] = { plan = plan, action = number, completed = true }
        end
        return changes
      end },
  },
  allow = {
    { { "independent-reviewer" }, to = { "finish-review" } },
    -- The appetite is the chief officers' own, of a risk, of its category and of its register: the guard below looks at it.
    { { "chief-officers" }, to = { "appetite", "categorise", "settings" } },
  },
  guards = {
    -- 2. Above the appetite the chief officers accept, and look again soon.
    { "above-appetite", on = { "accept" }, check = function(request, risk, ctx)
        if not risk.is_above_appetite then return true end
        local by, until_day = request.fact.by, request.fact["until"]
        if by ~= "chief-officers" then
          return { refuse = "The risk “" .. risk.id .. "” is above its appetite, so the chief officers must "
            .. "accept it, not “" .. tostring(by) .. "”." }
        end
        local last = ctx.today + ctx.settings.days
        if not until_day or ctx.date(until_day) > last then
          return { refuse = "The risk “" .. risk.id .. "” is above its appetite. Accept it until "
            .. tostring(last) .. " at the latest." }
        end
        return true
      end },
  },
  trial = {
    people = { "chief-officers" },
    details = { ["finish-review"] = { outcome = "Right as it is" }, ["estimate-cost"] = { pounds = 4000 } },
  },
}
