-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The one division that overflows traps on the processor.
-- expect: ok true
return math.mininteger // -1 == math.mininteger and math.mininteger % -1 == 0
