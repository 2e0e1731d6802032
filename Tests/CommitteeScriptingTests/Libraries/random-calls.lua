-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Random calls of the library functions. The same text runs in the sandbox and on stock Lua, and
-- returns one line for each call: what was called, and its results or its error.
report "calls" (function()
  local state, count = SEED, COUNT

  local function random(low, high)
    state = state ~ (state << 13)
    state = state ~ (state >> 7)
    state = state ~ (state << 17)
    return low + (state >> 11) % (high - low + 1)
  end

  local function pick(list) return list[random(1, #list)] end

  -- Texts, from few bytes, so that patterns find something.
  local letters = { "a", "b", "a", "b", "c", " ", ",", "1", "2", ".", "%", "-", "A", "_", "\0", "\n", "\200", "]" }
  local function text(longest)
    local parts = {}
    for i = 1, random(0, longest) do parts[i] = pick(letters) end
    return table.concat(parts)
  end

  local singles = {
    "a", "b", "c", ".", "%a", "%d", "%s", "%w", "%p", "%A", "%S", "%W", "%%", "%.", "[ab]", "[^a]", "[a-c]",
    "[%w_]", "[^%s,]", "[]a]", "[^]a]", "[a-]", "%l", "%u", "%x", "%c", "%g", "%-", " ", ",", "[%a%d]", "%z", "1", "-", "]",
    "[a%-c]", "[%d-]", "\0", "\200", "[\1-\255]", "[.]", "[^%a]", "[b-a]",
  }
  local repeats = { "", "", "", "", "*", "+", "-", "?" }
  local odd = {
    "%b()", "%bab", "%b\0a", "%f[%w]", "%f[^a]", "%f[%z]", "()", "(", ")", "%1", "%2", "%0", "$", "^", "%", "[", "[a", "[^", "%b",
    "%f", "%fa", "[%", "%9", "[a-", "(()", "*", "+", "?",
  }
  local function pattern()
    local parts, open = {}, 0
    if random(1, 8) == 1 then parts[1] = "^" end
    for _ = 1, random(0, 6) do
      local kind = random(1, 24)
      if kind <= 3 then
        parts[#parts + 1], open = "(", open + 1
      elseif kind <= 6 and open > 0 then
        parts[#parts + 1], open = ")", open - 1
      elseif kind == 7 then
        parts[#parts + 1] = pick(odd)
      elseif kind == 8 and random(1, 2) == 1 then
        parts[#parts + 1] = "()"
      else
        parts[#parts + 1] = pick(singles) .. pick(repeats)
      end
    end
    while open > 0 and random(1, 30) > 1 do
      parts[#parts + 1], open = ")", open - 1
    end
    if random(1, 10) == 1 then parts[#parts + 1] = "$" end
    return table.concat(parts)
  end

  local integers = {
    0, 1, 2, 3, -1, -2, 5, 10, -10, 100, 255, 256, 65535, math.maxinteger, math.mininteger, math.maxinteger - 1,
    math.mininteger + 1, 1 << 31, (1 << 31) - 1, 1 << 32, -(1 << 31),
  }
  local floats = {
    0.0, -0.0, 0.5, 1.0, -1.5, 3.25, 1e15, 1e16, 1e100, -1e-300, 1 / 0, -1 / 0, 2.0 ^ 53, 2.0 ^ 63, -(2.0 ^ 63), 123456.789, 1e308, 5e-324, 3.0, 99.999,
  }
  local function small() return random(-8, 12) end
  local function number()
    local kind = random(1, 4)
    if kind == 1 then return pick(integers) end
    if kind == 2 then return pick(floats) end
    return small()
  end

  -- Any value whose text is the same everywhere.
  local function value()
    local kind = random(1, 12)
    if kind <= 4 then return text(6) end
    if kind <= 7 then return number() end
    if kind == 8 then return random(1, 2) == 1 end
    if kind == 9 then return tostring(number()) end
    if kind == 10 then return nil end
    if kind == 11 then return " 0x" .. pick { "10", "ff", "1.8p1", "" } end
    return small()
  end

  local function index()
    local kind = random(1, 12)
    if kind == 1 then return number() end
    if kind == 2 then return value() end
    if kind == 3 then return nil end
    return small()
  end

  local function show(v)
    local kind = type(v)
    if kind == "string" then
      return (string.format("%q", v):gsub("[\128-\255]", function(c) return "\\" .. string.byte(c) end):gsub("\n", "n"))
    end
    if kind == "number" then return math.type(v) == "integer" and tostring(v) or string.format("%a", v) end
    if kind == "table" then
      local parts = {}
      for i = 1, 14 do
        local item = rawget(v, i)
        parts[i] = type(item) == "table" and "{}" or type(item) == "table" and "{}" or show(item)
      end
      return "{" .. table.concat(parts, " ") .. "}"
    end
    return kind == "function" and "function" or tostring(v)
  end

  local function replacement(log)
    local kind = random(1, 10)
    if kind <= 4 then
      local parts = {}
      for i = 1, random(0, 4) do parts[i] = pick { "x", "%0", "%1", "%2", "%%", "a", "", "%", "%a", "\0" } end
      return table.concat(parts)
    end
    if kind <= 6 then return { a = "A", b = 7, [" "] = false, [","] = 1.5, ab = "AB", [1] = "one", c = kind == 6 and {} or "c" } end
    if kind == 7 then return setmetatable({}, { __index = function(_, k) return k == "a" and "<" .. k .. ">" end }) end
    if kind == 8 then return number() end
    if kind == 9 then return value() end
    local answers = { pick { "x", 1, false, 2.5 }, pick { "y", "zz", true }, pick { "w", {}, "" } }
    local turn = 0
    return function(...)
      log[#log + 1] = show((...)) .. "/" .. select("#", ...)
      turn = turn + 1
      local answer = answers[(turn - 1) % 3 + 1]
      if answer == true then error("told to") end
      return answer
    end
  end

  local function specification()
    local parts = { "%" }
    for _ = 1, random(0, 2) do parts[#parts + 1] = pick { "-", "+", " ", "#", "0", "" } end
    parts[#parts + 1] = pick { "", "", "", "", "5", "12", "1", "99", "100" }
    parts[#parts + 1] = pick { "", "", "", ".", ".2", ".10", ".99", ".100" }
    parts[#parts + 1] = pick {
      "d", "d", "i", "u", "s", "s", "s", "q", "x", "X", "o", "f", "g", "e", "a", "A", "G", "E", "c", "%", "y", "", "5", "F", "l", "\0", "n",
    }
    return table.concat(parts)
  end

  local function format()
    local parts, values = {}, {}
    for i = 1, random(0, 4) do
      parts[#parts + 1] = text(2):gsub("%%", "")
      local kind = random(1, 5)
      if kind == 1 then
        parts[#parts + 1], values[i] = specification(), value()
      elseif kind == 2 then
        parts[#parts + 1], values[i] = "%s", value()
      elseif kind == 3 then
        parts[#parts + 1], values[i] = "%d", small()
      elseif kind == 4 then
        parts[#parts + 1], values[i] = specification(), number()
      else
        parts[#parts + 1], values[i] = pick { "%q", "%5s", "%-8s|", "%.3s", "%5.1f", "%05d", "%x", "%c", "%i", "%+d", "%g" }, value()
      end
    end
    return table.concat(parts), table.unpack(values, 1, random(1, 12) == 1 and 2 or 4)
  end

  local function packing()
    local parts = {}
    for i = 1, random(0, 5) do
      parts[i] = pick {
        "b", "B", "h", "H", "i", "I", "l", "L", "j", "J", "T", "f", "d", "n", "s", "z", "x", "X", " ", "<", ">", "=", "!", "!4", "i3", "I16",
        "i17", "s1", "s2", "c4", "c0", "c", "Xi4", "X", "!3", "!16", "i0", "c12", "y", "s17", "c40", "d", "Xz",
      }
    end
    return table.concat(parts)
  end

  -- Lists: plain, with holes, of texts, and some that speak through metamethods.
  local function list(longest)
    local items = {}
    for i = 1, random(0, longest or 9) do items[i] = pick { small(), small(), text(2), 2.5, "x" } end
    if random(1, 10) == 1 then items[random(1, 9)] = nil end
    local kind = random(1, 10)
    if kind == 1 then
      return setmetatable({}, {
        __index = items,
        __newindex = function(_, k, v) items[k] = v end,
        __len = function() return #items end,
      }), items
    end
    if kind == 2 then
      local length = pick { 0, 3, 5, "x", -1, 2.0, 2.5 }
      return setmetatable(items, { __len = function() return length end }), items
    end
    if kind == 3 then return setmetatable(items, { __index = function(_, k) return k end }), items end
    return items, items
  end

  local function numbers(longest)
    local items = {}
    for i = 1, random(0, longest) do
      items[i] = random(1, 3) == 1 and random(-5, 5) + 0.5 or random(-20, 20)
    end
    return items
  end

  local function distinct(longest)
    local items, used = {}, {}
    for _ = 1, random(0, longest) do
      local item = text(4)
      if not used[item] then
        used[item] = true
        items[#items + 1] = item
      end
    end
    return items
  end

  local function utf8text()
    local parts = {}
    for i = 1, random(0, 6) do
      parts[i] = pick { "a", "ä", "€", "\u{10FFFF}", "\u{7FFFFFFF}", "\xED\xA0\x80", "\xC0\x80", "\x80", "\xE2\x82", "z", "\0", "\xFF", "\u{200000}" }
    end
    return table.concat(parts)
  end

  local log
  -- Each makes the arguments first, so that an error comes from the function under test alone, and
  -- answers with a name and a function to call.
  local calls = {
    function() local s, p, i, plain = text(14), pattern(), random(1, 4) == 1 and index() or nil, random(1, 12) == 1
      return "find", function() return string.find(s, p, i, plain) end, s, p, i, plain end,
    function() local s, p, i = text(14), pattern(), random(1, 4) == 1 and index() or nil
      return "match", function() return string.match(s, p, i) end, s, p, i end,
    function() local s, p, i = text(14), pattern(), random(1, 4) == 1 and index() or nil
      return "gmatch", function()
        local found = {}
        for a, b, c in string.gmatch(s, p, i) do
          found[#found + 1] = show(a) .. show(b) .. show(c)
          if #found > 40 then break end
        end
        return table.concat(found, ";")
      end, s, p, i end,
    function() local s, p, r, n = text(14), pattern(), replacement(log), random(1, 4) == 1 and index() or nil
      return "gsub", function() return string.gsub(s, p, r, n) end, s, p, r, n end,
    function() local s, p = text(12), text(3)
      return "plain", function() return string.find(s, p, 1, true) end, s, p end,
    function() local s, n, p = text(4), random(1, 6) == 1 and pick { "3", 2.0, 2.5, "x", -1 } or random(-1, 9), random(1, 3) == 1 and text(3) or nil
      return "rep", function() return string.rep(s, n, p) end, s, n, p end,
    function() local s, i, j = value(), index(), index()
      return "sub", function() return string.sub(s, i, j) end, s, i, j end,
    function() local s, i, j = value(), index(), index()
      return "byte", function() return string.byte(s, i, j) end, s, i, j end,
    function() local a, b, c = random(-3, 300), random(0, 255), random(1, 5) == 1 and value() or 65
      return "char", function() return string.char(a, b, c) end, a, b, c end,
    function() local s = value()
      return "case", function() return string.lower(s), string.upper(s), string.reverse(s), string.len(s) end, s end,
    function() local f, a, b, c, d = format()
      return "format", function() return string.format(f, a, b, c, d) end, f, a, b, c, d end,
    function() local f, a, b, c, d = format()
      return "format", function() return string.format(f, a, b, c, d) end, f, a, b, c, d end,
    function() local f, a, b, c, d = format()
      return "format", function() return string.format(f, a, b, c, d) end, f, a, b, c, d end,
    function() local f, a, b, c = packing(), value(), number(), value()
      return "pack", function() return string.pack(f, a, b, c) end, f, a, b, c end,
    function() local f, s, i = packing() .. pick { "", "", "", "c2147483647", "c99999999999" }, text(20), random(1, 5) == 1 and index() or nil
      return "unpack", function() return string.unpack(f, s, i) end, f, s, i end,
    function() local f = pick { "", "", "c2147483647", "c99999999999" } .. packing()
      return "packsize", function() return string.packsize(f) end, f end,
    function() local t, s, i, j = list(), random(1, 2) == 1 and value() or nil, random(1, 3) == 1 and small() or nil, random(1, 3) == 1 and small() or nil
      return "concat", function() return table.concat(t, s, i, j) end, t, s, i, j end,
    function() local t, items = list()
      local at, v = small(), value()
      return "insert", function()
        if at > 9 then table.insert(t, v) elseif at > 8 then table.insert(t) elseif at == 8 then table.insert(t, 1, 2, 3) else table.insert(t, at, v) end
        return items
      end, items, at, v end,
    function() local t, items = list()
      local at = random(1, 3) == 1 and index() or nil
      return "remove", function() return table.remove(t, at), items end, items, at end,
    function() local t, items = list()
      local u, others = list()
      if random(1, 2) == 1 then u, others = nil, items end
      local f, e, to = small(), small(), small()
      if random(1, 8) == 1 then f, e, to = pick { 1, math.maxinteger - 2, math.mininteger }, pick { 3, math.maxinteger, math.mininteger + 2 }, pick { 1, math.maxinteger - 1, -5 } end
      if e > f + 100 then return "move (long)", function() return table.move(t, math.mininteger, math.maxinteger, 1) end, 0 end
      return "move", function() return table.move(t, f, e, to, u) ~= nil, items, others end, items, f, e, to, others end,
    function() local t, items = list()
      local i, j = random(1, 2) == 1 and small() or nil, random(1, 2) == 1 and small() or nil
      return "unpack", function() return table.unpack(t, i, j) end, items, i, j end,
    function() local a, b, c = value(), value(), value()
      return "pack", function() local t = table.pack(a, b, c) return t, t.n end, a, b, c end,
    function() local t = numbers(pick { 9, 9, 40 })
      return "sort", function() table.sort(t) return t, table.concat(t, " ") end, t end,
    function() local t = distinct(14)
      return "sort", function() table.sort(t) return t end, t end,
    function() local t = distinct(14)
      return "sort by", function() table.sort(t, function(a, b) return a > b end) return t end, t end,
    function() local t = numbers(12)
      return "sort by", function() table.sort(t, function(a, b) return b < a end) return t end, t end,
    function() local s, i, j, lax = utf8text(), index(), index(), random(1, 2) == 1
      return "utf8.len", function() return utf8.len(s, i, j, lax) end, s, i, j, lax end,
    function() local s, i, j, lax = utf8text(), index(), index(), random(1, 2) == 1
      return "utf8.codepoint", function() return utf8.codepoint(s, i, j, lax) end, s, i, j, lax end,
    function() local s, n, i = utf8text(), index(), random(1, 2) == 1 and index() or nil
      return "utf8.offset", function() return utf8.offset(s, n, i) end, s, n, i end,
    function() local s, lax = utf8text(), random(1, 2) == 1
      return "utf8.codes", function()
        local found = {}
        for p, c in utf8.codes(s, lax) do found[#found + 1] = p .. ":" .. c end
        return table.concat(found, " ")
      end, s, lax end,
    function() local a, b = pick { 65, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff, 0x1fffff, 0x3ffffff, 0x7fffffff, -1, 0x80000000 }, number()
      return "utf8.char", function() return utf8.char(a, b) end, a, b end,
    function() local v, base = value(), random(1, 2) == 1 and random(0, 38) or nil
      return "tonumber", function() return tonumber(v, base) end, v, base end,
    function() local v = value()
      return "tostring", function() return tostring(v) end, v end,
    function() local n, a, b = index(), value(), value()
      return "select", function() return select(n, a, b, 1) end, n, a, b end,
    function() local a, b, f = value(), value(), pick { "+", "-", "*", "/", "//", "%", "^" }
      -- On one line: 5.4.4 may name an earlier line of the function when it divides by nought.
      return "arithmetic " .. f, function() if f == "+" then return a + b elseif f == "-" then return a - b elseif f == "*" then return a * b elseif f == "/" then return a / b elseif f == "//" then return a // b elseif f == "%" then return a % b else return a ^ b end end, a, b end,
    function() local a, b = random(1, 40), random(1, 3) == 1 and index() or 40
      return "random", function() return math.random(a, b) end, a, b end,
    function() local t = { [0] = 1 } for i = 1, random(0, 8) do t[i] = i end
      return "next", function()
        local n = 0
        for k in pairs(t) do n = n + k t[k] = nil end
        return n, next(t), pcall(next, t, 77)
      end, #t end,
    function() local v = value()
      return "error", function() return xpcall(error, function(m, x) return "handled", show(m), x end, v) end, v end,
  }

  local lines = {}
  local function showAll(...)
    local parts = {}
    for i = 1, select("#", ...) do parts[i] = show((select(i, ...))) end
    return table.concat(parts, ", ")
  end
  math.randomseed(state)
  for i = 1, count do
    log = {}
    local made = table.pack(pick(calls)())
    local arguments = showAll(table.unpack(made, 3, made.n))
    local results = showAll(pcall(made[2]))
    lines[i] = made[1] .. "(" .. arguments .. ") -> " .. results .. " " .. table.concat(log, " ")
  end
  return table.concat(lines, "\n")
end)
