-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The bench's report of lines as a custom writer of pandoc. The document that it is given has the
-- plan's title and date as metadata, and one table with a row for each action.

local counts = {}

function Doc(body, metadata)
  local pieces = { metadata.title, "\nAs at ", metadata.as_of, "\n\n", body, "\n" }
  for _, letter in ipairs { "G", "A", "R", "P", "-" } do
    pieces[#pieces + 1] = letter .. ": " .. (counts[letter] or 0) .. "\n"
  end
  -- Pandoc ends what a writer returns with a line feed.
  return (table.concat(pieces):gsub("\n$", ""))
end

function Table(_, _, _, _, rows)
  local lines = {}
  for place, cells in ipairs(rows) do
    local letter = cells[6]:match "^%S+"
    counts[letter] = (counts[letter] or 0) + 1
    lines[place] = table.concat(cells, " | ") .. "\n"
  end
  return table.concat(lines)
end

function Blocksep() return "" end
function Str(text) return text end
function Space() return " " end
function SoftBreak() return "\n" end
function LineBreak() return "\n" end
function Plain(text) return text end
function Para(text) return text end
