-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A byte order mark in the middle.
-- expect: syntax
local x = ﻿1
