-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Only a first line may begin with #.
-- expect: syntax
#!/usr/bin/lua
return 1
