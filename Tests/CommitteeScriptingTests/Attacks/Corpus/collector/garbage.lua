-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Garbage as fast as it can be made.
-- expect: fuel|time
-- limits: ms=300
while true do local t = { {}, {}, {} } end
