-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- %f without its set.
-- expect: lua "missing '['"
return (("x"):find("%fx"))
