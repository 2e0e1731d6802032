-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A fault behind a name with quotes, ends of lines and signs for terminals.
-- expect: result
return { ['a"]\n\27[31m'] = { [" "] = print } }
