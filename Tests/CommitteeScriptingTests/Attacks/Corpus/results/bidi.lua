-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Signs that turn the reading direction pass as text, and the writers answer for them.
-- expect: ok
return "\u{202e}evil\u{202c}"
