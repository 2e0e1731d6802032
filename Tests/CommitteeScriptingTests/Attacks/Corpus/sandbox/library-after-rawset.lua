-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The next run has pi as it was.
-- expect: ok true
return math.pi > 3.14
