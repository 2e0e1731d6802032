-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A path whose names are long, in the error's text.
-- expect: result
return { [("k"):rep(100000)] = { [("l"):rep(100000)] = print } }
