-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Minus nothing, and numbers that only floats have.
-- expect: ok
return { -0.0, 1e308, 5e-324, 2 ^ 53 }
