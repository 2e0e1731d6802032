-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Rests of large floats take long.
-- expect: fuel|time
while true do math.fmod(1e308, 3e-308) end
