-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Values taken from the end.
-- expect: ok
return { select(-1, 1, 2, 3), pcall(select, -5, 1), pcall(select, 0) }
