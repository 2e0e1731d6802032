-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Signs that are none, and the last of all.
-- expect: ok
return "\u{FFFE}\u{FFFF}\u{10FFFF}"
