-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Assigning _ENV gives nothing that was not there.
-- expect: ok null
_ENV = {}
return os
