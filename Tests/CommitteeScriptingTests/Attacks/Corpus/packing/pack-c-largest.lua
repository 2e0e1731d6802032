-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A fixed text of 2^62 bytes.
-- expect: string
return string.pack("c4611686018427387904", "")
