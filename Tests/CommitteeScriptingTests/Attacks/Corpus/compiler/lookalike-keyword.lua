-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A Cyrillic letter in a keyword.
-- expect: syntax
lоcal x = 1
