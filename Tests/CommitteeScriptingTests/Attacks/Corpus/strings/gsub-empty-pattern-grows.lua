-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A long text put in at every place.
-- expect: string
return (("x"):rep(10000):gsub("", ("y"):rep(10000)))
