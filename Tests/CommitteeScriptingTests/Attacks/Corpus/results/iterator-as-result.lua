-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- What pairs gives is no result.
-- expect: result "the result is a function"
return (pairs({ a = 1 }))
