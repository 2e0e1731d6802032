-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A function is no value.
-- expect: result "is a function"
return { f = print }
