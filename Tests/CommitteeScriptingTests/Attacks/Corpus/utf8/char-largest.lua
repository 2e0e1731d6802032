-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The largest code that utf8.char writes has six bytes.
-- expect: ok 6
return #utf8.char(0x7FFFFFFF)
