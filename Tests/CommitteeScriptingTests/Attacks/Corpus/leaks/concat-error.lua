-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor in what table.concat complains of.
-- expect: ok true
local ok, why = pcall(table.concat, { {} })
return why:find("0x") == nil
