-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Starts far outside a text.
-- expect: ok [2,true,4,true]
return { ("abc"):find("b", math.mininteger), ("abc"):find("", math.maxinteger) == nil, ("abc"):find("", 4), ("abc"):find("", 5) == nil }
