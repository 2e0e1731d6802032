-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The plainest loop without end.
-- expect: fuel
while true do end
