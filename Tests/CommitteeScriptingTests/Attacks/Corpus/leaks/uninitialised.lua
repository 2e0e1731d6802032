-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Padding in packed data is nought.
-- expect: ok true
return string.pack("!8 b Xi8", 1):sub(2) == ("\0"):rep(7)
