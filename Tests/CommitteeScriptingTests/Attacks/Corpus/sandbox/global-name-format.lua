-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name with percent signs reaches no format.
-- expect: lua "unknown global '%s%n%p'"
return _G["%s%n%p"]
