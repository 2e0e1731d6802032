-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An environment of one's own holds nothing of the host's.
-- expect: ok null
-- allow: load
local env = {}
return load("return os, io, print, require", "x", "t", env)()
