-- Harrowmuir writes likelihood as a letter, A the worst, and impact as a word. Some of its rows were
-- scored by a group that kept the points alone.
risk_scale "letters" {
  version = 1, title = "Letters by words",
  likelihoods = {
    { "A", "Almost certain", weight = 4 }, { "B", "Likely", weight = 3 },
    { "C", "Possible", weight = 2 }, { "D", "Unlikely", weight = 1 },
  },
  likelihood_order = "worst-first",
  impacts = {
    { "grave", "Grave", weight = 4 }, { "serious", "Serious", weight = 3 },
    { "moderate", "Moderate", weight = 2 }, { "slight", "Slight", weight = 1 },
  },
  impact_order = "worst-first",
  likelihood_name = "Letter", impact_name = "Consequence", not_assessed = "Not yet judged",
  scoring = "product",
  bands = {
    { "watch", "Watch", from = 1, through = 3, letter = "W", colour = "green" },
    { "act",   "Act",   from = 4, through = 8, letter = "A", colour = "amber" },
    { "press", "Press", from = 9, through = 16, letter = "P", colour = "red" },
  },
}

layout "register" {
  about    = "risks",
  title    = "Harrowmuir Public Protection Partnership: what we worry about",
  register = "harrowmuir",
  name     = "What Harrowmuir worries about",
  scale    = "letters",
  risk     = "HM{number}",
  columns  = {
    { "No",                "number" },
    { "The worry",         "{event}, because {cause}" },
    { "Letter",            "current.likelihood" },
    { "Consequence",       "current.impact" },
    { "Points",            "current.score" },
    { "Grade",             "current.band" },
    { "Why other points",  "current.override" },
    { "What we do",        "control" },
    { "Answers for it",    "owner" },
    { "Runs it",           "manager" },
    { "Way",               "treatment" },
    { "By when",           "target_date" },
    { "State",             "status" },
    { "Since last time",   "movement" },
    { "Paper",             "local.paper" },
  },
  facts = {
    { "date",     "As it stood on {date}" },
    { "approved", "Approved by the partnership on {date}" },
  },
  words = {
    open = { "Live" }, closed = { "Done with" }, treat = { "Lessen" }, tolerate = { "Bear" },
    up = { "Worse" }, same = { "As before" }, down = { "Better" }, new = { "Not there before" },
  },
  reading = { page_furniture = { "Harrowmuir, sheet {number} of 2" } },
}
