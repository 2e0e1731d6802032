-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Declarations belong to plugins, not to a script run by itself.
-- expect: lua
report "x" (function() end)
