-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The environment is guarded under its other name.
-- expect: lua
setmetatable(_ENV, nil)
