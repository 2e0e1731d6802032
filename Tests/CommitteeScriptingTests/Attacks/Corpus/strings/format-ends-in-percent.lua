-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A format that ends too early.
-- expect: lua "invalid conversion"
return ("abc%"):format(1)
