-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A goto that leaves a block with a variable to be closed, for ever.
-- expect: fuel
::again::
do
  local x <close> = setmetatable({}, { __close = function() end })
  goto again
end
