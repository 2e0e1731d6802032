-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- More captures than there may be.
-- expect: lua "too many captures"
return (("x"):rep(100):find(("(x)"):rep(40)))
