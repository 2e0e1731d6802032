-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A paragraph longer than all output.
-- expect: output|string|memory|lua
-- args: report
local doc = ...
doc:paragraph(("x"):rep(4000000))
doc:paragraph(("x"):rep(4000000))
