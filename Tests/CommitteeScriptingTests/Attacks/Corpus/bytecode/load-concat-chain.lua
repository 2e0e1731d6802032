-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long chain of joins is right associative.
-- expect: ok true
-- limits: ms=300
-- allow: load
local f = load("return 'a'" .. ("..'a'"):rep(12000))
return f == nil
