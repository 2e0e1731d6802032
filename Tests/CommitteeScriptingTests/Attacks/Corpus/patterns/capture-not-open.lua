-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A capture that was never opened.
-- expect: lua "invalid pattern capture"
return (("x"):match("x)"))
