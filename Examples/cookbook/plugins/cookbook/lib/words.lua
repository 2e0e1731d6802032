-- Words that several reports share.
local words = {}

function words.count(number, one, many)
  return number .. " " .. (number == 1 and one or many)
end

return words
