-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A host object is no result that could be used later.
-- expect: ok
-- args: report
return (...)
