-- Lochanside keeps its register in numbers: likelihood by impact, from 1 to 5, with the score beside it.
risk_scale "five" {
  version = 1, title = "One to five, multiplied",
  likelihoods = { "Rare", "Unlikely", "Possible", "Likely", "Almost certain" },
  impacts     = { "Slight", "Minor", "Moderate", "Major", "Severe" },
  scoring = "product",
  bands = {
    { "low",       "Low",       from = 1,  through = 4,  letter = "L", colour = "green" },
    { "medium",    "Medium",    from = 5,  through = 9,  letter = "M", colour = "yellow" },
    { "high",      "High",      from = 10, through = 16, letter = "H", colour = "amber" },
    { "very-high", "Very high", from = 17, through = 25, letter = "V", colour = "red" },
  },
}

layout "register" {
  about    = "risks",
  title    = "Lochanside Child Protection Committee: risk register, {date}",
  register = "lochanside",
  scale    = "five",
  columns  = {
    { "Ref",            "number" },
    { "Risk",           "title" },
    { "Because",        "cause" },
    { "So that",        "effect" },
    { "Kind",           "category" },
    { "At first",       "{inherent.likelihood} x {inherent.impact} = {inherent.score}" },
    { "Controls",       "controls" },
    { "Likelihood",     "current.likelihood" },
    { "Impact",         "current.impact" },
    { "Score",          "{current.score} ({current.band})" },
    { "Moved",          "movement" },
    { "Owner",          "owner" },
    { "Response",       "treatment" },
    { "Aim",            "target.score" },
    { "By",             "target_date" },
    { "Looked at next", "review_date" },
    { "Remarks",        "notes" },
  },
  facts = {
    { "approved", "Agreed by the committee on {date}" },
  },
}
