-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- Markup is text here; the writers escape it.
-- expect: ok "<script>alert(1)</script>"
return "<script>alert(1)</script>"
