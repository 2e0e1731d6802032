-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text that doubles.
-- expect: string
local s = "x"
while true do s = s .. s end
