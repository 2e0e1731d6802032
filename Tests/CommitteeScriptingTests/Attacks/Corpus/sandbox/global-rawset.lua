-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- What rawset puts into the environment's face is nobody else's.
-- expect: ok null
pcall(rawset, _G, "leaked", 1)
return nil
