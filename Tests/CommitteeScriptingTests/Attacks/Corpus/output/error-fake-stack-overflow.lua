-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text that speaks of a stack overflow.
-- expect: lua|stack
error("stack overflow", 0)
