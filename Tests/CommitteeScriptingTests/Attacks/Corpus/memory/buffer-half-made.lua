-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long replacement that is refused near its end, again and again.
-- expect: fuel
while true do
  pcall(string.gsub, ("x"):rep(20000), "x", function(c) return nil end)
  pcall(string.gsub, ("x"):rep(1000), "x", function(c) error("no") end)
end
