-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Packages would load C code.
-- expect: lua "unknown global 'package'"
return package.loadlib("libc.so.6", "system")
