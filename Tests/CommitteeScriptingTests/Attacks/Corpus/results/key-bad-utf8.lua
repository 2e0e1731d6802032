-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name that is no UTF-8.
-- expect: result
return { ["\xff"] = 1 }
