-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A length in the data that says 2^64 - 1.
-- expect: lua "data string too short"
return string.unpack("s8", ("\255"):rep(8) .. "abc")
