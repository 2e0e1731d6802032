-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The operating system is out of reach.
-- expect: lua "unknown global 'os'"
return os.getenv("HOME")
