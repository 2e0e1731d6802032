-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Numbers and texts have no order.
-- expect: lua "attempt to compare"
table.sort({ 1, "x", 2, "y", {} })
