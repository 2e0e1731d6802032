-- The leads that the plans name. A name in braces has other names of the same lead after it;
-- which names mean the same lead is for the committee to say.

local leads = {}

leads.names_2018 = {
  { "CPC Inter-Agency Child Protection Coordinator", "Child Protection Inter-Agency Coordinator" },
  "Independent Chair of the CPC",
  "Chair of the CPC Practice Improvement Working Group",
  "PKC ECS Implementation Lead",
  "NHS Tayside Implementation Lead",
  "Lead Nurse, Child Protection, NHS Tayside",
  "Head of Service Perth and Kinross Council Children, Young People and Families Service",
  "Head of Service NHS Tayside, Children, Young People and Families Service",
  "Perth and Kinross Council Legal Services",
  "Service Manager (Fieldwork Services) Services for Children, Young People and Families",
  "Midwifery Manager",
  "Lead Nurse / Interim Service Manager, Children, Young People and Families NHS Tayside",
  "Chief Social Work Officer",
}

leads.names_2023 = {
  { "Child Protection Inter-Agency Coordinator", "CPC Inter-Agency Child Protection Coordinator" },
  "Public Health Consultant, NHS Tayside",
  "ECS Principal Educational Psychologist",
  "ECS Suicide Prevention Officer",
  "CPC Practice Improvement Working Group",
  "PKC Trauma Champion",
  "Detective Chief Inspector – Police Scotland Tayside Division PPU",
  "ECS SCYPF Improvement Officer",
  "ECS Wellbeing and Inclusion Officer",
  "CPC Quality Assurance Working Group",
  "CPC Case Review Working Group",
  "APC Lead Officer",
  "P&K GIRFEC Group",
  "CPC",
  "Perth and Kinross Child Poverty Project Officer",
  "Child Poverty Working Group",
  "Consultant Paediatrician",
  "PKC Legal Services",
  "ECS and CPC Child Protection Learning and Development Officer",
}

return leads
