-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %b without its letters.
-- expect: lua
return (("x"):find("%b("))
