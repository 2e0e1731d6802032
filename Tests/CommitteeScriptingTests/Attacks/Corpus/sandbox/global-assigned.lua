-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Assigning a global is an error.
-- expect: lua "cannot be assigned"
leaked = 1
