-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- By default the guarded globals are the environment.
-- expect: lua "cannot be assigned"
-- allow: load
load("leaked = 1")()
