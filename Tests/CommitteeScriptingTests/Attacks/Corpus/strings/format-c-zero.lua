-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %c of zero keeps its place.
-- expect: ok 3
return #("a%cb"):format(0)
