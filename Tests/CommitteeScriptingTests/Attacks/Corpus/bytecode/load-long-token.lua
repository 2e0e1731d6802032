-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name of sixty thousand letters.
-- expect: ok true
-- allow: load
return load("local " .. ("x"):rep(60000) .. " = 1") ~= nil
