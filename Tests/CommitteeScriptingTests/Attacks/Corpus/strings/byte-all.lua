-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Every byte of a text as a value of its own.
-- expect: string
return select("#", ("x"):rep(3000000):byte(1, -1))
