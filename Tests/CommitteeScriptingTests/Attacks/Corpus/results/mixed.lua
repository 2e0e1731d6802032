-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Only the first value counts.
-- expect: ok [1,2]
return { 1, 2 }, print, nil
