-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %q of a table has no text.
-- expect: lua "value has no literal form"
return ("%q"):format({})
