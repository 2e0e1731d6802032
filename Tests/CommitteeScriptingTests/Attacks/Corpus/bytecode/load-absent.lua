-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Without permission there is no load.
-- expect: lua "unknown global 'load'"
return load("return 1")
