-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Equality of tables is by identity, and costs nothing.
-- expect: fuel
-- limits: ms=300
local a, b = {}, {}
while a ~= b do end
