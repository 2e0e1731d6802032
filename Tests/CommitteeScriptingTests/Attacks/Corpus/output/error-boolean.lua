-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error that is a boolean.
-- expect: lua "error was called with false"
error(false)
