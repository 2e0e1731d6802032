-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An error text with signs for terminals.
-- expect: lua
error("\27]0;title\7\27[2J" .. ("\u{202E}"):rep(10))
