// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
#ifndef COMMITTEE_LUA_HOST_H
#define COMMITTEE_LUA_HOST_H
#endif
