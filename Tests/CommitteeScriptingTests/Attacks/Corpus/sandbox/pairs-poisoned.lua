-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Results are taken without pairs.
-- expect: ok [1]
table.unpack = nil
table.concat = nil
return { 1 }
