-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Captures inside captures.
-- expect: ok 1
return (("x"):find(("("):rep(30) .. "x" .. (")"):rep(30)))
