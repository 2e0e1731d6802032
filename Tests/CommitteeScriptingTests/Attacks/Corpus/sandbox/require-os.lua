-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Standard libraries are not modules.
-- expect: lua "is not in this plugin"
return require("os")
