-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One instruction that joins two hundred texts of a hundred kilobytes.
-- expect: string
local x = ("x"):rep(100000)
local s = x .. x .. x .. x .. x .. x .. x .. x .. x .. x
return s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s .. s
