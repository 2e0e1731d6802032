-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A replacement with a percent sign that means nothing.
-- expect: lua "invalid use of '%' in replacement"
return (("x"):gsub("x", "%y"))
