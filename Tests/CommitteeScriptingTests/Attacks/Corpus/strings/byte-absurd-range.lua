-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A range outside the text.
-- expect: ok 0
return select("#", ("x"):byte(math.maxinteger, math.mininteger))
