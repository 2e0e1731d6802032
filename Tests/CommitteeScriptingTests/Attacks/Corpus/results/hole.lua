-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A list with a hole.
-- expect: result "item 2 is missing"
return { 1, nil, 3 }
