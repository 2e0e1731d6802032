-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Signs that turn the reading direction may stand in a text of the source.
-- expect: ok
return "‮evil‬"
