-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A file of semicolons.
-- expect: ok 3
-- allow: load
return load((";"):rep(65000) .. "return 3")()
