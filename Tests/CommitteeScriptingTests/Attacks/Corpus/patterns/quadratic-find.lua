-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- One lazy repetition from every place of the text.
-- expect: fuel|time
-- limits: ms=300
return (("x"):rep(60000):find("x-y"))
