-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A conversion with a million flags.
-- expect: lua "invalid format (too long)"
return ("%" .. (" "):rep(1000000) .. "d"):format(1)
