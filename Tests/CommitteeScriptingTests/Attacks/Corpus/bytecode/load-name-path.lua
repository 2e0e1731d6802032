-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The name of a chunk is not a path of the host.
-- expect: lua
-- allow: load
load("error('x')", "@/etc/passwd")()
