-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Deep nesting in a text that is loaded.
-- expect: ok true
-- allow: load
local f, why = load("return " .. ("("):rep(20000) .. "1" .. (")"):rep(20000))
return f == nil
