-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text that never ends.
-- expect: lua "unfinished string"
return string.unpack("z", ("x"):rep(100000))
