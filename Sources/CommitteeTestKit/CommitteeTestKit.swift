// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
