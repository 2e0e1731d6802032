-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The metatable of texts cannot be had.
-- expect: ok false
return getmetatable("")
