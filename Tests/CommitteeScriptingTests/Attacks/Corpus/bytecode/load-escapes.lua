-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A text of many escapes.
-- expect: ok true
-- allow: load
return load("return '" .. ("\\u{7FFFFFFF}"):rep(5000) .. "'") ~= nil
