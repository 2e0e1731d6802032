-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text of as many characters as a call takes.
-- expect: ok 7900
return #string.char(table.unpack(table.pack(("x"):rep(7900):byte(1, -1))))
