-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A step of nought.
-- expect: lua "'for' step is zero"
for i = 1, 2, 0 do end
