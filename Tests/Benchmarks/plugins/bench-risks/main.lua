-- Two guards, as a committee has them.
risk_workflow "guarded" {
  guards = {
    { "above-appetite", on = { "accept" }, check = function(request, risk)
        if risk.is_above_appetite and request.by ~= "chief-officers" then
          return { refuse = "The risk is above its appetite. Ask the chief officers." }
        end
        return true
      end },
    { "two-people", on = { "close" }, check = function(request, risk)
        local last = risk.history[#risk.history]
        if last and last.by == request.by then return { refuse = "Somebody else must close it." } end
        return true
      end },
  },
}
