-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text of nothing but the longest escapes.
-- expect: ok 30000
-- allow: load
return #load("return '" .. ("\\u{7FFFFFFF}"):rep(5000) .. "'")()
