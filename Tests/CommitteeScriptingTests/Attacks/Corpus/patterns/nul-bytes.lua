-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- NULs in subject and pattern are ordinary bytes.
-- expect: ok 2
return (("a\0b"):find("\0"))
