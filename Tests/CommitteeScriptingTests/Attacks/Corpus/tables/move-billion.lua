-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Moving a billion items that are not there.
-- expect: fuel
table.move({}, 1, 1000000000, 2)
