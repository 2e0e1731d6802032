-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Signs that a writer of JSON must escape.
-- expect: ok "\"\\\u000a\u001b[31m"
return "\"\\\n\27[31m"
