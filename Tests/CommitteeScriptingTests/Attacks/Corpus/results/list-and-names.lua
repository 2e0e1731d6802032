-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list with names beside it.
-- expect: ok
return { 1, 2, name = "x" }
