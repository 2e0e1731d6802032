-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A length in the data that says 4 GB.
-- expect: lua "data string too short"
return string.unpack("s4", "\255\255\255\255abc")
