-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error that is a function.
-- expect: lua "error was called with a function"
error(print)
