-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Integers keep every digit.
-- expect: ok [-9223372036854775808,9223372036854775807]
return { math.mininteger, math.maxinteger }
