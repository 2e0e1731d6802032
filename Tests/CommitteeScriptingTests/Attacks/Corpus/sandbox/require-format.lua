-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name with percent signs reaches no format.
-- expect: lua "is not in this plugin"
return require("%s%s%n%p")
