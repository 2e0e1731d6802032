-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %p would show an address.
-- expect: lua "'%p' is not offered"
return ("%p"):format({})
