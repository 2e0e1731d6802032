-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Digits that do not fit in an integer.
-- expect: lua "out of limits"
return string.pack("i" .. ("9"):rep(100), 1)
