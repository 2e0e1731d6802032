-- Part of CommitteeKit. See LICENSE.
-- SPDX-License-Identifier: Apache-2.0
--
-- A jump to nowhere.
-- expect: syntax
goto nowhere
