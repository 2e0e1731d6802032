-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Bytecode is refused, whatever the mode asked for.
-- expect: ok null
-- allow: load
local f = load("\27Luax", "x", "b")
return f
