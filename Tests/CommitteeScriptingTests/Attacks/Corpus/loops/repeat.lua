-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A loop whose condition never comes true.
-- expect: fuel
repeat local x = 1 until x == 2
