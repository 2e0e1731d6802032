-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A jump into the scope of a local.
-- expect: syntax
goto inside
local x = 1
::inside:: x = 2
