-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error without a value.
-- expect: lua "error was called with nil"
error()
