-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The functions of the sandbox show nothing of themselves.
-- expect: ok null
return getmetatable(print)
