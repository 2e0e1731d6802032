-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name of a megabyte.
-- expect: ok
return { [("k"):rep(1000000)] = 1 }
