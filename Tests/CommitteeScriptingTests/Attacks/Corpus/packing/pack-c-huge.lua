-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A fixed text of two billion bytes.
-- expect: string
return string.pack("c2147483647", "")
