-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A walk over bytes that are no characters.
-- expect: lua "invalid UTF-8 code"
for _ in utf8.codes("ab\xff") do end
