// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// `load`, for the plugins that ask for it: texts only, no longer than a file, in the guarded
// environment unless another is given.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

// Takes the pieces that a reader function gives, until nil or an empty text, as one text. They
// are gathered first, so that no Lua code runs inside the compiler.
static void take_pieces(lua_State *L, int reader) {
    size_t length = 0, size = 1024;
    char *text = lua_newuserdatauv(L, size, 0);
    int buffer = lua_gettop(L);
    for (;;) {
        clh_charge(L, 1);
        lua_pushvalue(L, reader);
        lua_call(L, 0, 1);
        size_t more = 0;
        const char *piece = lua_isnil(L, -1) ? NULL : lua_tolstring(L, -1, &more);
        if (!lua_isnil(L, -1) && !piece) luaL_error(L, "reader function must return a string");
        if (more == 0) break;
        if (more > CLH_SOURCE_LIMIT - length)
            luaL_error(L, "load: the text is longer than %d bytes", CLH_SOURCE_LIMIT);
        if (length + more > size) {
            while (size < length + more) size *= 2;
            char *larger = lua_newuserdatauv(L, size, 0);
            text = memcpy(larger, text, length);
            lua_replace(L, buffer);
        }
        memcpy(text + length, piece, more);
        length += more;
        clh_charge(L, more / 16);
        lua_settop(L, buffer);
    }
    lua_settop(L, buffer);
    lua_pushlstring(L, text, length);
    lua_replace(L, buffer);
}

int clh_load(lua_State *L) {
    enum { TEXT = 1, NAME, MODE, ENVIRONMENT };
    bool has_environment = !lua_isnone(L, ENVIRONMENT);
    const char *mode = luaL_optstring(L, MODE, "bt");
    const char *name = NULL;
    if (lua_type(L, TEXT) == LUA_TSTRING) {
        name = luaL_optstring(L, NAME, lua_tostring(L, TEXT));
        lua_settop(L, ENVIRONMENT);
        lua_pushvalue(L, TEXT);
    } else {
        luaL_checktype(L, TEXT, LUA_TFUNCTION);
        name = luaL_optstring(L, NAME, "=(load)");
        lua_settop(L, ENVIRONMENT);
        take_pieces(L, TEXT);
    }
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    if (length > CLH_SOURCE_LIMIT)
        return luaL_error(L, "load: the text is longer than %d bytes", CLH_SOURCE_LIMIT);
    clh_charge(L, length + strlen(name) / 16 + 64);
    if (!strchr(mode, 't')) {
        lua_pushnil(L);
        lua_pushfstring(L, "attempt to load a text chunk (mode is '%s')", mode);
        return 2;
    }
    int line;
    const char *problem = clh_check_text(text, length, &line);
    if (problem) {
        lua_pushnil(L);
        lua_pushfstring(L, "line %d: %s", line, problem);
        return 2;
    }
    if (luaL_loadbufferx(L, text, length, name, "t") != LUA_OK) {
        lua_pushnil(L);
        lua_insert(L, -2);
        return 2;
    }
    if (has_environment) lua_pushvalue(L, ENVIRONMENT);
    else lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_ENVIRONMENT);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    return 1;
}
#endif
