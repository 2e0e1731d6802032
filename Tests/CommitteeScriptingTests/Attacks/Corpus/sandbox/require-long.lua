-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name of a megabyte.
-- expect: lua "at most 48 bytes"
return require(("x"):rep(1000000))
