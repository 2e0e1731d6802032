-- The leads that the plan names. A name in braces has other names of the same lead after it.

return {
  "Independent Chair",
  "Lead Officer",
  "Committee Members",
  "CPC members",
  "Committee Sub-Group Members",
  "Review Group",
  { "Public Protection Learning and Development Advisor", "Public Protection L and D Advisor" },
  {
    "FV Public Info, Engagement & Participation Subgroup",
    "Forth Valley Public Information, Engagement and Participation Subgroup",
  },
  {
    "Performance Management and Quality Assurance Sub Group",
    "Performance Management and Quality Assurance subgroup",
    "Performance and Quality Assurance Sub Group",
  },
  {
    "Learning and Practice Development Subgroup",
    "Learning and Practice Development sub group",
  },
  "Learning and Development Subgroup",
  "Forth Valley Policies, Procedures and Protocols Subgroup",
  "Forth Valley National CP guidance implementation group",
  "IRD Steering Group",
  "NHS Lead",
  "Agency Leads",
  "Children's Rights Officer (Stirling)",
  { "Who Cares?", "Who Cares? (Clacks)" },
  "Corporate Parenting Leads",
  "Youth Forums",
  "Young Carers",
  "Child Protection Education leads",
  "Education Leads",
  { "West Lothian and Forth Valley E-Safety Partnership", "West Lothian and Forth Valley E- Safety Partnership" },
}
