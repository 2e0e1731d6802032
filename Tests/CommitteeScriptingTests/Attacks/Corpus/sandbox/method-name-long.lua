-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A method's name of a megabyte.
-- expect: lua
-- args: report
local doc = ...
return doc[("x"):rep(1000000)]
