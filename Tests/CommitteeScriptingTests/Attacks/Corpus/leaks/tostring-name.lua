-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor with a __name.
-- expect: ok true
return tostring(setmetatable({}, { __name = "Plan" })):find("0x") == nil
