-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- NaN is no figure of a report.
-- expect: result "NaN"
return { rows = { 0 / 0 } }
