-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A character that is cut off.
-- expect: result "is not UTF-8"
return "abc\xe2\x82"
