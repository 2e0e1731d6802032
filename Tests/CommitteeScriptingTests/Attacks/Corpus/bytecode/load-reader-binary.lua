-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bytecode through a reader, a byte at a time.
-- expect: ok null
-- allow: load
local parts, i = { "\27", "L", "u", "a", "T" }, 0
local f = load(function() i = i + 1 return parts[i] end, "x", "bt")
return f
