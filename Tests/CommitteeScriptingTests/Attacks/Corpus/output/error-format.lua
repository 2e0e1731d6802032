-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text with percent signs reaches no format.
-- expect: lua "%s%n%p%99999d"
error("%s%n%p%99999d", 0)
