-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A reader that never ends.
-- expect: ok "the text is longer than 65536 bytes; split it"
-- limits: ms=300
-- allow: load
return select(2, load(function() return "local x = 1 " end))
