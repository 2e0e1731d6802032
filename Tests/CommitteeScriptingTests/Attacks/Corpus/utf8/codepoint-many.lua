-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Every character of a megabyte as a value of its own.
-- expect: stack
return select("#", utf8.codepoint(("x"):rep(1000000), 1, -1))
