// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
#ifdef COMMITTEE_SCRIPTING
#include "StockLua.h"

#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

static const char body[] = "body of the report";

static int keep_body(lua_State *L) {
    lua_settop(L, 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, body);
    return 0;
}

static int declare_report(lua_State *L) {
    lua_pushcfunction(L, keep_body);
    return 1;
}

static int run(lua_State *L) {
    const char *source = lua_touserdata(L, 1);
    size_t length = (size_t)lua_tointeger(L, 2);
    luaL_openlibs(L);
    lua_register(L, "report", declare_report);
    if (luaL_loadbuffer(L, source, length, "=main.lua") != LUA_OK) return lua_error(L);
    lua_call(L, 0, 0);
    lua_rawgetp(L, LUA_REGISTRYINDEX, body);
    lua_call(L, 0, 1);
    return 1;
}

char *stock_lua_report(const char *source, size_t length, size_t *answer_length) {
    *answer_length = 0;
    lua_State *L = luaL_newstate();
    if (!L) return NULL;
    lua_pushcfunction(L, run);
    lua_pushlightuserdata(L, (void *)source);
    lua_pushinteger(L, (lua_Integer)length);
    lua_pcall(L, 2, 1, 0);
    const char *answer = lua_tolstring(L, -1, answer_length);
    char *copy = malloc(*answer_length + 1);
    if (copy && answer) memcpy(copy, answer, *answer_length);
    if (copy) copy[*answer_length] = 0;
    lua_close(L);
    return copy;
}
#endif
