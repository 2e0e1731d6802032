-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A balance that is never closed, looked for at every place.
-- expect: fuel|time
-- limits: ms=300
return (("("):rep(50000):find("%b()") == nil)
