-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long bracket with thirty thousand signs.
-- expect: ok true
-- allow: load
local e = ("="):rep(30000)
return load("return [" .. e .. "[x]" .. e .. "]") ~= nil
