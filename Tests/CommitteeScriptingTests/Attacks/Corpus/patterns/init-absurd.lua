-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Starts far outside the text.
-- expect: ok
return { ("x"):find("x", math.mininteger) == 1, ("x"):find("x", math.maxinteger) == nil }
