-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Changing pcall changes nothing of the limits.
-- expect: lua "cannot be assigned"
pcall = nil
