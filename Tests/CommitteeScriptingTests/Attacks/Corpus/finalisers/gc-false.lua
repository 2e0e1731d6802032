-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Even a false value marks the table for finalisation.
-- expect: lua "'__gc' is not offered"
setmetatable({}, { __gc = false })
