// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// `load`, for the plugins that ask for it: texts only, no longer than a file, in the guarded
// environment unless another is given.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

#define TOO_LONG "the text is longer than %d bytes; split it"

// Takes the pieces that a reader function gives, until nil or an empty text, as one text. They
// are gathered first, so that no Lua code runs inside the compiler.
static int take_pieces(lua_State *L) {
    enum { READER = 1, BUFFER };
    size_t length = 0, size = 1024;
    char *text = lua_newuserdatauv(L, size, 0);
    for (;;) {
        clh_charge(L, 1);
        lua_pushvalue(L, READER);
        lua_call(L, 0, 1);
        size_t more = 0;
        const char *piece = lua_isnil(L, -1) ? NULL : lua_tolstring(L, -1, &more);
        if (!lua_isnil(L, -1) && !piece) {
            // The place is where load was called.
            luaL_where(L, 2);
            lua_pushliteral(L, "reader function must return a string");
            lua_concat(L, 2);
            return lua_error(L);
        }
        if (more == 0) break;
        if (more > CLH_SOURCE_LIMIT - length) return luaL_error(L, TOO_LONG, CLH_SOURCE_LIMIT);
        if (length + more > size) {
            while (size < length + more) size *= 2;
            char *larger = lua_newuserdatauv(L, size, 0);
            text = memcpy(larger, text, length);
            lua_replace(L, BUFFER);
        }
        memcpy(text + length, piece, more);
        length += more;
        clh_charge(L, more / 16);
        lua_settop(L, BUFFER);
    }
    lua_pushlstring(L, text, length);
    return 1;
}

// Pushes nil before the message at the top: what load answers when there is nothing to run.
static int refuse(lua_State *L) {
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
}

int clh_load(lua_State *L) {
    enum { TEXT = 1, NAME, MODE, ENVIRONMENT };
    bool has_environment = !lua_isnone(L, ENVIRONMENT);
    const char *mode = luaL_optstring(L, MODE, "bt");
    const char *name = NULL;
    if (lua_isstring(L, TEXT)) {
        name = luaL_optstring(L, NAME, lua_tostring(L, TEXT));
        lua_settop(L, ENVIRONMENT);
        lua_pushvalue(L, TEXT);
    } else {
        luaL_checktype(L, TEXT, LUA_TFUNCTION);
        name = luaL_optstring(L, NAME, "=(load)");
        lua_settop(L, ENVIRONMENT);
        lua_pushcfunction(L, take_pieces);
        lua_pushvalue(L, TEXT);
        // An error of the reader is an answer of load's.
        if (lua_pcall(L, 1, 1, 0) != LUA_OK) {
            clh_host_of(L)->current = L;
            clh_check_clock(clh_host_of(L));
            return refuse(L);
        }
    }
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    if (length > CLH_SOURCE_LIMIT) {
        lua_pushfstring(L, TOO_LONG, CLH_SOURCE_LIMIT);
        return refuse(L);
    }
    clh_charge(L, length + strlen(name) / 16 + 64);
    if (!strchr(mode, 't')) {
        lua_pushfstring(L, "attempt to load a text chunk (mode is '%s')", mode);
        return refuse(L);
    }
    if (clh_has_concat(text, length)) clh_offer_concat(L);
    int line;
    const char *problem = clh_check_text(text, length, &line);
    if (problem) {
        lua_pushfstring(L, "line %d: %s", line, problem);
        return refuse(L);
    }
    if (luaL_loadbufferx(L, text, length, name, "t") != LUA_OK) return refuse(L);
    if (has_environment) lua_pushvalue(L, ENVIRONMENT);
    else lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_ENVIRONMENT);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    return 1;
}
#endif
