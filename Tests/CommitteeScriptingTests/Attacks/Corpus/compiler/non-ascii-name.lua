-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Names are ASCII.
-- expect: syntax
local naïve = 1
