-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Not through a text either.
-- expect: lua
return ("x").dump(print)
