-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Functions are not turned into bytes.
-- expect: ok null
return string.dump
