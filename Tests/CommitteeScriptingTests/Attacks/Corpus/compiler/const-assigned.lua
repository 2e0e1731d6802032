-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A constant that is assigned.
-- expect: syntax
local x <const> = 1
x = 2
