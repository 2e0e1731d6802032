-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A pattern of twenty thousand single repetitions.
-- expect: fuel
-- limits: ms=300
return (("x"):rep(100):find(("x?"):rep(20000) .. "y") == nil)
