-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Raw access to the globals finds nothing.
-- expect: ok [true,0,true,true]
return { rawget(_G, "print") == nil, rawlen(_G), next(_G) == nil, rawequal(_G, _ENV) }
