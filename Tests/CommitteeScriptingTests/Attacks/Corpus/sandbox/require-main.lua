-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The plugin's own main file is no module.
-- expect: lua
return require("main")
