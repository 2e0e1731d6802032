// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Lua as it comes, for the tests that compare the host's libraries with it. Nothing of the product
// uses this.
#ifndef COMMITTEE_STOCK_LUA_H
#define COMMITTEE_STOCK_LUA_H

#include <stddef.h>

// Runs a plugin's main.lua with all of Lua's libraries and no limit, then the one report that it
// declares, and returns the text that this answers, or the error. The caller frees it.
char *stock_lua_report(const char *source, size_t length, size_t *answer_length);

#endif
