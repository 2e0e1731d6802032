-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two texts, each just under the cap of one.
-- expect: string
-- limits: memory=4
local t = {}
for i = 1, 100 do t[i] = ("x"):rep(900000) .. i end
