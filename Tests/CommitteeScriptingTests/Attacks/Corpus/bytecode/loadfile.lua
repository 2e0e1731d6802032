-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- No file is loaded.
-- expect: lua "unknown global 'loadfile'"
loadfile("/etc/passwd")
