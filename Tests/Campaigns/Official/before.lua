-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Stands before each of Lua's own test files, as one line: an environment that may be assigned to,
-- with what the sandbox offers, and stand-ins that answer nothing.
local _ENV = (function(offered)
  local mine = {}
  for name, value in offered.pairs(offered) do mine[name] = value end
  local function nothing() return nil end
  local function empty() return mine.setmetatable({}, { __index = function() return 0 end }) end
  mine._G = mine
  mine._port, mine._soft, mine._nomsg = SHORT, SHORT, true
  mine.collectgarbage = function() return 0 end
  mine.os = mine.setmetatable({ clock = function() return 0 end }, { __index = function() return nothing end })
  mine.debug = mine.setmetatable({}, { __index = function() return empty end })
  mine.io = mine.setmetatable({}, { __index = function() return empty end })
  mine.package = { loaded = {}, preload = {} }
  mine.require = function(name) return mine[name] end
  mine.load = function(text, name, mode, ...)
    if mine.select("#", ...) > 0 then return offered.load(text, name, mode, ...) end
    return offered.load(text, name, mode, mine)
  end
  return mine
end)(_ENV)
