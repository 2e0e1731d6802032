-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A chain of ninety-nine methods on texts.
-- expect: ok "A"
-- allow: load
return load("return ('a')" .. (":upper()"):rep(99))()
