// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The plain host: declarations, the writer, and ctx.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "floor.h"

// ---- What reports write to: one growing block ----

static char *output;
static size_t used, room;

static void append(const char *bytes, size_t length) {
    if (used + length > room) {
        room = (used + length) * 2;
        output = realloc(output, room);
        if (!output) exit(1);
    }
    memcpy(output + used, bytes, length);
    used += length;
}

void floor_output_clear(void) {
    used = 0;
}

const char *floor_output(size_t *length) {
    *length = used;
    return output;
}

static int out_write(lua_State *L) {
    size_t length;
    const char *bytes = luaL_checklstring(L, 2, &length);
    append(bytes, length);
    return 0;
}

static void append_cell(const char *bytes, size_t length, bool is_text) {
    if (is_text && length && strchr("=+-@\t\r", bytes[0])) append("'", 1);
    bool quotes = memchr(bytes, ',', length) || memchr(bytes, '"', length)
        || memchr(bytes, '\n', length) || memchr(bytes, '\r', length);
    if (!quotes) {
        append(bytes, length);
        return;
    }
    append("\"", 1);
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '"') append("\"", 1);
        append(bytes + i, 1);
    }
    append("\"", 1);
}

static void append_value(lua_State *L, int index) {
    char date[32];
    size_t length = 0;
    if (lua_isnil(L, index)) return;
    if (floor_date_text(L, index, date)) {
        append(date, strlen(date));
        return;
    }
    bool is_text = lua_type(L, index) == LUA_TSTRING;
    const char *bytes = luaL_checklstring(L, index, &length);
    append_cell(bytes, length, is_text);
}

// out:row { … } and out:row(…).
static int out_row(lua_State *L) {
    if (lua_istable(L, 2)) {
        lua_Integer count = (lua_Integer)lua_rawlen(L, 2);
        for (lua_Integer i = 1; i <= count; i++) {
            lua_rawgeti(L, 2, i);
            if (i > 1) append(",", 1);
            append_value(L, -1);
            lua_pop(L, 1);
        }
    } else {
        int last = lua_gettop(L);
        for (int i = 2; i <= last; i++) {
            if (i > 2) append(",", 1);
            append_value(L, i);
        }
    }
    append("\r\n", 2);
    return 0;
}

// ctx.rows(list, "text", …): a table of rows; an absent field is an empty text.
static int ctx_rows(lua_State *L) {
    int fields = lua_gettop(L) - 1;
    lua_Integer count = luaL_len(L, 1);
    lua_createtable(L, (int)count, 0);
    int made = lua_gettop(L);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, 1, i);
        lua_createtable(L, fields, 0);
        for (int f = 1; f <= fields; f++) {
            lua_pushvalue(L, f + 1);
            if (lua_rawget(L, -3) == LUA_TNIL) {
                lua_pop(L, 1);
                lua_pushliteral(L, "");
            }
            lua_rawseti(L, -2, f);
        }
        lua_rawseti(L, made, i);
        lua_pop(L, 1);
    }
    return 1;
}

// One step of ctx.each: the place, and the fields of the record there.
static int next_fields(lua_State *L) {
    lua_Integer place = lua_tointeger(L, 2) + 1;
    lua_settop(L, 0);
    int fields = (int)lua_tointeger(L, lua_upvalueindex(2));
    if (lua_rawgeti(L, lua_upvalueindex(1), place) == LUA_TNIL) return 1;
    lua_pushinteger(L, place);
    for (int f = 0; f < fields; f++) {
        lua_pushvalue(L, lua_upvalueindex(3 + f));
        lua_rawget(L, 1);
    }
    return fields + 1;
}

// ctx.each(list, "text", …): for place, text, … in.
static int ctx_each(lua_State *L) {
    int fields = lua_gettop(L) - 1;
    lua_pushinteger(L, fields);
    lua_insert(L, 2);
    lua_pushcclosure(L, next_fields, fields + 2);
    lua_pushnil(L);
    lua_pushinteger(L, 0);
    return 3;
}

// ctx.api.has: this host has everything.
static int api_has(lua_State *L) {
    lua_pushboolean(L, 1);
    return 1;
}

// ---- Declarations: kind "name" (body) keeps the body in the registry as "kind name" ----

static int keep_body(lua_State *L) {
    lua_settop(L, 1);
    lua_pushfstring(
        L, "%s %s", lua_tostring(L, lua_upvalueindex(1)), lua_tostring(L, lua_upvalueindex(2)));
    lua_insert(L, 1);
    lua_settable(L, LUA_REGISTRYINDEX);
    return 0;
}

static int declare(lua_State *L) {
    luaL_checkstring(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_pushvalue(L, 1);
    lua_pushcclosure(L, keep_body, 2);
    return 1;
}

static void add_context(lua_State *L, int times) {
    static const luaL_Reg writer[] = {{"write", out_write}, {"row", out_row}, {NULL, NULL}};
    luaL_newlib(L, writer);
    lua_setfield(L, LUA_REGISTRYINDEX, "out");
    lua_newtable(L);
    lua_newtable(L);
    lua_pushinteger(L, times);
    lua_setfield(L, -2, "times");
    lua_setfield(L, -2, "settings");
    floor_add_dates(L);
    floor_push_date(L, floor_day_of("2026-10-31"));
    lua_setfield(L, -2, "today");
    lua_pushcfunction(L, ctx_rows);
    lua_setfield(L, -2, "rows");
    lua_pushcfunction(L, ctx_each);
    lua_setfield(L, -2, "each");
    lua_newtable(L);
    lua_pushcfunction(L, api_has);
    lua_setfield(L, -2, "has");
    lua_setfield(L, -2, "api");
    lua_setfield(L, LUA_REGISTRYINDEX, "ctx");
}

lua_State *floor_open(const char *plugin, int times) {
    lua_State *L = luaL_newstate();
    if (!L) exit(1);
    luaL_openlibs(L);
    static const char *const kinds[] = {"status_scheme", "layout", "report", "reminder"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        lua_pushstring(L, kinds[i]);
        lua_pushcclosure(L, declare, 1);
        lua_setglobal(L, kinds[i]);
    }
    add_context(L, times);
    if (luaL_dofile(L, plugin)) {
        fprintf(stderr, "bench-floor: %s\n", lua_tostring(L, -1));
        exit(1);
    }
    return L;
}

void floor_push_function(lua_State *L, const char *declaration, const char *field) {
    lua_getfield(L, LUA_REGISTRYINDEX, declaration);
    lua_getfield(L, -1, field);
    lua_remove(L, -2);
}
