-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A key of _G that is no name.
-- expect: lua "a global is named by a text"
return _G[{}]
