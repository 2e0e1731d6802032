-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long text that is not closed.
-- expect: syntax
return [==[ abc ]=]
