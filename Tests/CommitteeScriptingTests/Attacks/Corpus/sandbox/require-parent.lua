-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dots are folders, never the parent.
-- expect: lua "is not in this plugin"
return require("..secret")
