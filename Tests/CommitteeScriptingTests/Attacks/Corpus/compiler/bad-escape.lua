-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- An escape that does not exist.
-- expect: syntax
return "\q"
