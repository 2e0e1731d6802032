-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Two labels that send each other work.
-- expect: fuel
::one:: do local a = 1 end
goto two
::two:: do local b = 2 end
goto one
