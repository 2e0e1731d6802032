-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Thirty optional letters and thirty that must be.
-- expect: fuel
-- limits: ms=300
return (("a"):rep(29):match(("a?"):rep(30) .. ("a"):rep(30)) == nil)
