-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A name of no bytes.
-- expect: ok
return { [""] = 1 }
