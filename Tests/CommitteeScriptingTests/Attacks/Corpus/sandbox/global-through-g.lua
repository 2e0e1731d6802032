-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Not through _G either.
-- expect: lua
_G.leaked = 1
