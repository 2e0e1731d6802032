-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- No file is run.
-- expect: lua "unknown global 'dofile'"
dofile("/etc/passwd")
