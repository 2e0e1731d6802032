// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
