-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The guard of the globals cannot be had.
-- expect: ok false
return getmetatable(_G)
