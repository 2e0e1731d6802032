-- How Northshire handles its risks: a scale with a formula of its own, a second pair of eyes before
-- a risk counts, the regulator told of each escalation, and a rule for when to escalate.

-- Impact weighs more than likelihood. The formula is worked out for every pair of levels when the
-- plugin is loaded, so that a register holds nothing but numbers.
risk_scale "northshire" {
  version = 1, title = "Northshire, impact first",
  likelihoods = { "Remote", "Unlikely", "Possible", "Likely", "Certain" },
  impacts     = { "Slight", "Minor", "Moderate", "Major", "Severe" },
  scoring = function(likelihood, impact) return likelihood.weight * impact.weight + impact.weight end,
  bands = {
    { "low",    "Low",    from = 1,  through = 7,  letter = "L", colour = "green" },
    { "medium", "Medium", from = 8,  through = 15, letter = "M", colour = "yellow" },
    { "high",   "High",   from = 16, through = 30, letter = "H", colour = "red" },
  },
}

-- The last event of a kind in the history of a risk.
local function last(risk, kind)
  local found
  for _, event in ipairs(risk.history) do
    if event.kind == kind then found = event end
  end
  return found
end

risk_workflow "two-people" {
  title = "Two people approve, and the regulator is told",
  states = {
    { "half-approved", "approved by one person", like = "proposed" },
    { "to-notify", "waiting for the regulator to be told", like = "active",
      without = { "escalate", "de-escalate", "accept", "close", "deactivate", "replace" } },
  },
  steps = {
    { "approve-first", from = "proposed", to = "half-approved" },
    { "escalate", from = "active", to = "to-notify" },
    { "notify", from = "to-notify", to = "active",
      -- The notification is a review, too: the risk was looked at.
      effects = function(request)
        return { { review = { outcome = "Told as " .. request.details.reference } } }
      end },
  },
  without = { { "approve", from = "proposed" } },
  guards = {
    { "two-people", on = { "approve" }, check = function(request, risk)
        local first = last(risk, "northshire-risks.risk-approve-first")
        if first and first.by == request.by then
          return { refuse = "“" .. first.by .. "” gave the first approval of the risk “" .. risk.id
            .. "”, so somebody else must approve it. Ask a second person." }
        end
        return true
      end },
    { "reference", on = { "notify" }, check = function(request)
        if not request.details.reference then
          return { refuse = "The regulator's reference is missing. Give it as “reference”." }
        end
        return true
      end },
  },
  trial = { details = { notify = { reference = "N-1" } } },
}

risk_escalation "severe" {
  title = "Severe risks go up",
  rule = function(risk, ctx)
    local score = risk.current
    if not score or not score.value or score.value < ctx.settings.severe_from then return nil end
    local above = risk.register.parent
    if not above then return { body = "Chief Officers' Group", why = "It stands at " .. score.text .. "." } end
    return { register = above.id, why = "It stands at " .. score.text .. "." }
  end,
}
