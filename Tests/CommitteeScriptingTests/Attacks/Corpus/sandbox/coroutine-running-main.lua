-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The main thread may be named, but not resumed or closed.
-- expect: ok
local main = coroutine.running()
local ok = pcall(coroutine.resume, main)
return type(main)
