report "late" (function(edition, doc, ctx)
  doc:heading(1, "Late on " .. ctx.as_of:format("d MMMM yyyy"))
  for _, lead in ipairs(ctx.group(edition.plan.late, "leads")) do
    doc:heading(2, lead.key)
    for _, action in ipairs(lead.items) do
      local days = -action.days_to_due
      doc:paragraph(action.number .. " " .. action.text .. ": " .. days .. " days late")
    end
  end
end)
