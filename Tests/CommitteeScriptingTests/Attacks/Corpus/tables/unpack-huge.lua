-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A hundred million values.
-- expect: lua "too many results to unpack"
return table.unpack({}, 1, 100000000)
