-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An alignment that is no power of two.
-- expect: lua
return string.pack("!16 Xi3", 1)
