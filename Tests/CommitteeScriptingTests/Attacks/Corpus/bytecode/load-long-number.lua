-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A number of sixty thousand digits.
-- expect: ok true
-- allow: load
return load("return " .. ("1"):rep(60000)) ~= nil
