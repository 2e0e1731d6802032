-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Negative counts give nothing.
-- expect: ok ""
return ("x"):rep(math.mininteger)
