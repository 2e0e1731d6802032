// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
// Debian's Lua 5.4 as a module; only CLuaHost imports it.
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
