-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A table changed by the index of an assignment to it.
-- expect: ok
local i, a = 3, {}
i, a[i] = i + 1, 20
return { i, a[3] }
