-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor its older name.
-- expect: lua "unknown global 'loadstring'"
return loadstring("return 1")
