-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The same under pcall.
-- expect: output|fuel|memory
-- args: report
local doc = ...
while true do pcall(doc.paragraph, doc, ("x"):rep(10000)) end
