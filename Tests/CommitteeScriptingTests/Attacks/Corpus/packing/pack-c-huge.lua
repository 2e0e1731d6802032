-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A fixed text of two billion bytes.
-- expect: string|memory|lua
return string.pack("c2147483647", "")
