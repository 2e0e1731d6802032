-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Dots in a function that has none.
-- expect: syntax
return (function() return ... end)()
