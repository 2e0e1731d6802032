-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same label twice.
-- expect: syntax
::a:: ::a::
