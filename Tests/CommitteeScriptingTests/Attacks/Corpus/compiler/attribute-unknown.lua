-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An attribute that does not exist.
-- expect: syntax
local x <weak> = 1
