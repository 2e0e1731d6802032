// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What a plugin may see: libraries by allow-list, and guarded globals.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

enum { WORD_LIMIT = 48 };

// ---- The closest known name ----

// The edit distance of two short words, where swapping two neighbours counts as one edit.
static int distance(const char *a, size_t n, const char *b, size_t m) {
    int rows[3][WORD_LIMIT + 1];
    for (size_t j = 0; j <= m; j++) rows[0][j] = (int)j;
    int *before = rows[2], *last = rows[0], *next = rows[1];
    for (size_t i = 1; i <= n; i++) {
        next[0] = (int)i;
        for (size_t j = 1; j <= m; j++) {
            int best = last[j - 1] + (a[i - 1] != b[j - 1]);
            if (last[j] + 1 < best) best = last[j] + 1;
            if (next[j - 1] + 1 < best) best = next[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
                && before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            next[j] = best;
        }
        int *free_row = before;
        before = last;
        last = next;
        next = free_row;
    }
    return last[m];
}

// The key of the table that is closest to the word, or NULL when none is close. Ties go to the
// first by bytes, so that the answer does not depend on the order of the table.
const char *clh_closest(lua_State *L, int table, const char *word, char *buffer, size_t size) {
    size_t length = strlen(word);
    if (length == 0 || length > WORD_LIMIT) return NULL;
    int limit = length <= 3 ? 1 : length <= 6 ? 2 : 3;
    int best = limit + 1;
    buffer[0] = 0;
    table = lua_absindex(L, table);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        size_t other_length;
        const char *other = lua_tolstring(L, -1, &other_length);
        if (other_length > WORD_LIMIT || other_length >= size) continue;
        clh_charge(L, 16);
        int away = distance(word, length, other, other_length);
        if (away < best || (away == best && away <= limit && strcmp(other, buffer) < 0)) {
            best = away;
            memcpy(buffer, other, other_length + 1);
        }
    }
    return best <= limit ? buffer : NULL;
}

const char *clh_article(const char *noun) {
    return strchr("aeiouAEIOU", noun[0]) && noun[0] ? "an" : "a";
}

// ---- Globals ----

static int unknown_global(lua_State *L) {
    char buffer[WORD_LIMIT + 8];
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : NULL;
    if (!name) return luaL_error(L, "a global is named by a text");
    if (clh_push_day_value(L, name)) return 1;
    char hint[200];
    if (clh_explain_global(name, hint, sizeof hint))
        return luaL_error(L, "unknown global '%s'%s", name, hint);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_GLOBALS);
    const char *close = clh_closest(L, -1, name, buffer, sizeof buffer);
    if (close)
        return luaL_error(L, "unknown global '%s'; did you mean '%s'?", name, close);
    return luaL_error(L, "unknown global '%s'", name);
}

static int assigned_global(lua_State *L) {
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    return luaL_error(
        L, "global '%s' cannot be assigned; write 'local %s' to make a variable", name, name);
}

// The environment is empty, so pairs(_G) walks a copy of what plugins may read.
static int walk_globals(lua_State *L) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_GLOBALS);
    int globals = lua_gettop(L);
    lua_getfield(L, globals, "pairs");
    lua_newtable(L);
    lua_pushnil(L);
    while (lua_next(L, globals)) {
        lua_pushvalue(L, -2);
        lua_insert(L, -2);
        lua_rawset(L, -4);
    }
    lua_call(L, 1, 3);
    return 3;
}

static void guard_globals(lua_State *L) {
    lua_newtable(L);  // the environment: always empty, so that every assignment is seen
    lua_newtable(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_GLOBALS);
    lua_newtable(L);
    lua_pushcfunction(L, unknown_global);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "_G");
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, assigned_global);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, walk_globals);
    lua_setfield(L, -2, "__pairs");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_rawseti(L, LUA_REGISTRYINDEX, CLH_SLOT_ENVIRONMENT);
}

// ---- Libraries ----

static void open_library(lua_State *L, const char *name, lua_CFunction open) {
    lua_pushcfunction(L, open);
    lua_pushstring(L, name);
    lua_call(L, 1, 1);
    lua_setfield(L, -2, name);
}

static void remove_names(lua_State *L, const char *const *names) {
    for (; *names; names++) {
        lua_pushnil(L);
        lua_setfield(L, -2, *names);
    }
}

static void protect_string_metatable(lua_State *L) {
    lua_pushliteral(L, "");
    if (lua_getmetatable(L, -1)) {
        lua_pushboolean(L, 0);
        lua_setfield(L, -2, "__metatable");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

void clh_open_sandbox(lua_State *L) {
    static const char *const base_cuts[] = {
        "dofile", "loadfile", "load", "collectgarbage", "warn", "_G", NULL};
    static const char *const string_cuts[] = {"dump", NULL};
    for (int slot = CLH_SLOT_MODULES; slot <= CLH_SLOT_METATABLES; slot++) {
        lua_newtable(L);
        lua_rawseti(L, LUA_REGISTRYINDEX, slot);
    }
    clh_open_metatables(L);
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);
    remove_names(L, base_cuts);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, CLH_SLOT_GLOBALS);
    open_library(L, LUA_STRLIBNAME, luaopen_string);
    open_library(L, LUA_TABLIBNAME, luaopen_table);
    open_library(L, LUA_MATHLIBNAME, luaopen_math);
    open_library(L, LUA_UTF8LIBNAME, luaopen_utf8);
    open_library(L, LUA_COLIBNAME, luaopen_coroutine);
    lua_getfield(L, -1, LUA_STRLIBNAME);
    remove_names(L, string_cuts);
    lua_pop(L, 1);
    protect_string_metatable(L);
    lua_pushcfunction(L, clh_require);
    lua_setfield(L, -2, "require");
    if (clh_host_of(L)->request->may_load) {
        lua_pushcfunction(L, clh_load);
        lua_setfield(L, -2, "load");
    }
    // Each of these finds the table of globals at the top of the stack.
    clh_open_base(L);
    clh_open_coroutine(L);
    clh_open_handles(L);
    clh_open_objects(L);
    clh_open_declarations(L);
    lua_pop(L, 1);
    guard_globals(L);
    clh_hide_concat(L);
}
#endif
