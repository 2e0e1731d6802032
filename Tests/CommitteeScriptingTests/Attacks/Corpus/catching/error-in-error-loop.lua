-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Errors raised and caught without end.
-- expect: fuel
while true do pcall(error, { code = 1 }) end
