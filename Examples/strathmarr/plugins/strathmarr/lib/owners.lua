-- The owners that the plans name. The plans print codes; the name comes first, its codes after it.

return {
  { "Public Protection Lead Officer", "PPLO" },
  { "Chief Social Work Officer", "CSWO" },
  { "Detective Chief Inspector, Public Protection Unit", "DCI PPU" },
  { "Adult Support and Protection Manager", "ASP Manager" },
  { "Learning and Development Officer", "L&D" },
  { "Quality and Audit Group", "QAG" },
  { "Housing Options Manager", "HOM" },
  { "Lead Nurse, Public Protection", "LN" },
  { "Lived Experience Panel", "LEP" },
}
