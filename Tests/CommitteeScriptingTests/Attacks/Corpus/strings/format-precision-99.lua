-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The largest float with all its digits.
-- expect: ok
return #("%.99f"):format(1.7976931348623157e308)
