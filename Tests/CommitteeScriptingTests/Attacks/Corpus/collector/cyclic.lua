-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Rings of garbage.
-- expect: fuel|time
-- limits: ms=300
while true do local a, b = {}, {} a.b, b.a = b, a end
