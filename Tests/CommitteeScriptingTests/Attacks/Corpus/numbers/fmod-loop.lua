-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Rests of large floats take long.
-- expect: fuel
while true do math.fmod(1e308, 3e-308) end
