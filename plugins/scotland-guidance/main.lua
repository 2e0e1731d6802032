-- What national guidance says, as data that a committee adopts: versioned, each fact with the title and
-- the year of its source. A council that goes by something else copies a file and changes it.

for _, name in ipairs { "learning-reviews-2021", "learning-reviews-2024" } do
  learning_review_pack(name) { file = "packs/" .. name .. ".json" }
end
quality_framework "quality-indicators" { file = "packs/quality-indicators.json" }
