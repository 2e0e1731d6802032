-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The widest that there is.
-- expect: ok 99
return #("%99d"):format(1)
