-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More values than a call can return.
-- expect: fuel
return select("#", string.unpack(("b"):rep(1000000), ("x"):rep(1000000)))
