-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- setmetatable takes tables only.
-- expect: lua
setmetatable("", {})
