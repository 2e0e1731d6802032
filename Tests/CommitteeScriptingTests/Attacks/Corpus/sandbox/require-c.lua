-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor is C code.
-- expect: lua "is not in this plugin"
return require("lpeg")
