-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A pattern that ends in a percent sign.
-- expect: lua "malformed pattern"
return (("x"):find("x%"))
