-- The register of policies, as a table.
report "register" {
  title = "Register of policies",
  run = function(edition, doc, ctx)
    doc:heading(1, "Policies of " .. edition.committee.name)
    doc:table {
      columns = { "Policy", "Owner", "Edition", "Review by" },
      rows = ctx.rows(edition.policies, "title", "owner", "edition", "review_date"),
    }
  end,
}
