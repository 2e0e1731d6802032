test "the guidance of 2021 and its update have a pack each" (function(t, ctx)
  t.ok(ctx.api.has("learning_review_pack"), "packs can be declared")
end)
