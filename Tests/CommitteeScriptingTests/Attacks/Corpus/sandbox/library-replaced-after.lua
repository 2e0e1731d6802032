-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- The run after it has its own.
-- expect: ok "X"
return ("x"):upper()
