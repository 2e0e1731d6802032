-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A conversion with a million flags.
-- expect: lua|fuel
return ("%" .. (" "):rep(1000000) .. "d"):format(1)
