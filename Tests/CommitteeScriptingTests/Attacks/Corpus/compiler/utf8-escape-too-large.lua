-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A code beyond what there is.
-- expect: syntax
return "\u{80000000}"
