-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Nor in the log; the corpus runs twice and the logs are compared.
-- expect: ok 1
print({}, print, coroutine.create(print), setmetatable({}, { __name = "x" }))
return 1
