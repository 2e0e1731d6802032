-- The defaults that any committee can use as they are, or copy and change.

status_scheme "rag" {
  title = "Red, amber, green",
  keys = {
    { "R", "Off track", means = "off_track", colour = "red",   reads = { "Red" } },
    { "A", "At risk",   means = "at_risk",   colour = "amber", reads = { "Amber" } },
    { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
  },
}

-- As above, with blue for what is finished.
status_scheme "brag" {
  title = "Blue, red, amber, green",
  keys = {
    { "B", "Complete",  means = "completed", colour = "blue",  reads = { "Blue", "Completed" } },
    { "R", "Off track", means = "off_track", colour = "red",   reads = { "Red" } },
    { "A", "At risk",   means = "at_risk",   colour = "amber", reads = { "Amber" } },
    { "G", "On track",  means = "on_track",  colour = "green", reads = { "Green" } },
  },
}
