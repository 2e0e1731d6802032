-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text of a megabyte.
-- expect: lua
error(("x"):rep(1000000))
