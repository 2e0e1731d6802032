-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- __tostring returns no text.
-- expect: lua "'__tostring' must return a"
return ("%s"):format(setmetatable({}, { __tostring = function() return {} end }))
