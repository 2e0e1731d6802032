-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A jump to itself.
-- expect: fuel
::again::
goto again
