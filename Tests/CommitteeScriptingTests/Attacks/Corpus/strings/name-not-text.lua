-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name that is no text.
-- expect: ok "tabletable"
return tostring(setmetatable({}, { __name = 5 })) .. string.format("%s", setmetatable({}, { __name = {} }))
