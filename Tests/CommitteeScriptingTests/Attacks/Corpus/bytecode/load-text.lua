-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- With permission, a text is compiled.
-- expect: ok 3
-- allow: load
return load("return 1 + 2")()
