-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The debug library would undo everything.
-- expect: lua "unknown global 'debug'"
return debug.getregistry()
