-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text that begins with a byte order mark.
-- expect: ok
return "\u{FEFF}x"
