-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Sizes whose sum overflows.
-- expect: lua "format result too large"
return string.packsize(("c214748364"):rep(30))
