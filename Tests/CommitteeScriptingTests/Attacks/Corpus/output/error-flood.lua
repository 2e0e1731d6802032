-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text of three megabytes is cut.
-- expect: lua
error(("x"):rep(3000000))
