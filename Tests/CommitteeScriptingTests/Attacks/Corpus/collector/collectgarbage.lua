-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The collector is not the plugin's to drive.
-- expect: lua "unknown global 'collectgarbage'"
collectgarbage("stop")
