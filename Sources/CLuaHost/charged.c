// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The stock library functions that can do much work in one call, each behind a wrapper that
// charges for the work first and refuses sizes that no report has. The wrapper then jumps into the
// stock function with the stack as it was.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>

#include "internal.h"

enum { ITEMS_LIMIT = 4000000 };

static int stock(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

static size_t length_of(lua_State *L, int index) {
    return lua_type(L, index) == LUA_TSTRING ? lua_rawlen(L, index) : 16;
}

// Charges in proportion to the texts among the arguments.
static int by_length(lua_State *L) {
    uint64_t units = 1;
    for (int i = lua_gettop(L); i > 0; i--) units += length_of(L, i) / 16;
    clh_charge(L, units);
    return stock(L);
}

// Searching compares every place with the pattern, so both lengths count. A search with
// several repetitions can take far longer still; the clock cannot look inside, so the subject
// is bounded.
static int by_search(lua_State *L) {
    uint64_t subject = length_of(L, 1), pattern = length_of(L, 2);
    clh_charge(L, 1 + subject / 8 + subject * pattern / 64);
    return stock(L);
}

static int repeat(lua_State *L) {
    size_t length, between = 0;
    luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    if (lua_type(L, 3) == LUA_TSTRING) between = lua_rawlen(L, 3);
    uint64_t limit = clh_host_of(L)->limits.string;
    uint64_t each = length + between;
    if (count > 0 && each > 0 && (uint64_t)count > limit / each)
        clh_kill(
            clh_host_of(L), CLH_REASON_STRING, "string.rep asks for a text of more than %llu bytes",
            (unsigned long long)limit);
    // Empty texts are repeated too, one turn at a time.
    if (each == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    clh_charge(L, 1 + (count > 0 ? (uint64_t)count * each / 16 : 0));
    return stock(L);
}

// `%s` uses our own text of a value and `%p` is refused, so that no address is written.
static int format(lua_State *L) {
    int top = lua_gettop(L), argument = 1;
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length), *end = text + length;
    uint64_t units = 1 + length / 16;
    while (text < end) {
        if (*text++ != '%') continue;
        if (text < end && *text == '%') {
            text++;
            continue;
        }
        while (text < end && strchr("-+ #0123456789.", *text) && *text) text++;
        if (text >= end) break;
        char kind = *text++;
        argument++;
        if (kind == 'p') return luaL_error(L, "'%%p' is not offered to plugins: it shows addresses");
        if (kind != 's' || argument > top) continue;
        clh_push_text(L, argument);
        units += lua_rawlen(L, -1) / 16;
        lua_replace(L, argument);
    }
    clh_charge(L, units);
    return stock(L);
}

// ---- Tables ----

// The honest length of a list. A table with a `__len` of its own may answer anything, differently
// each time it is asked.
static lua_Integer items_of(lua_State *L, int index) {
    if (lua_type(L, index) == LUA_TTABLE && luaL_getmetafield(L, index, "__len") != LUA_TNIL)
        luaL_error(L, "table functions do not take a table that has '__len'");
    if (lua_type(L, index) != LUA_TTABLE && lua_type(L, index) != LUA_TLIGHTUSERDATA) return 0;
    return luaL_len(L, index);
}

static void charge_items(lua_State *L, lua_Integer first, lua_Integer last) {
    if (last < first) {
        clh_charge(L, 1);
        return;
    }
    uint64_t count = (uint64_t)last - (uint64_t)first + 1;
    if (count > ITEMS_LIMIT || count == 0)
        clh_kill(
            clh_host_of(L), CLH_REASON_TABLE, "one call would touch more than %d items",
            ITEMS_LIMIT);
    clh_charge(L, count + 1);
}

static int concat(lua_State *L) {
    lua_Integer count = items_of(L, 1);
    charge_items(L, luaL_optinteger(L, 3, 1), luaL_optinteger(L, 4, count));
    return stock(L);
}

static int insert(lua_State *L) {
    lua_Integer count = items_of(L, 1);
    charge_items(L, lua_gettop(L) > 2 ? luaL_checkinteger(L, 2) : count, count);
    return stock(L);
}

static int remove_item(lua_State *L) {
    lua_Integer count = items_of(L, 1);
    charge_items(L, luaL_optinteger(L, 2, count), count);
    return stock(L);
}

static int move(lua_State *L) {
    charge_items(L, luaL_checkinteger(L, 2), luaL_checkinteger(L, 3));
    return stock(L);
}

static int unpack(lua_State *L) {
    lua_Integer last = lua_isnoneornil(L, 3) ? items_of(L, 1) : luaL_checkinteger(L, 3);
    charge_items(L, luaL_optinteger(L, 2, 1), last);
    return stock(L);
}

static int sort(lua_State *L) {
    lua_Integer count = items_of(L, 1);
    uint64_t levels = 1;
    for (lua_Integer left = count; left > 1; left /= 2) levels++;
    charge_items(L, 1, count);
    clh_charge(L, (uint64_t)count * levels);
    return stock(L);
}

static int by_count(lua_State *L) {
    clh_charge(L, 1 + (uint64_t)lua_gettop(L) / 4);
    return stock(L);
}

// Without a seed, the host's again: a run never depends on the clock.
static int random_seed(lua_State *L) {
    if (lua_gettop(L) == 0)
        lua_pushinteger(L, (lua_Integer)clh_host_of(L)->request->seed);
    lua_settop(L, lua_gettop(L) > 2 ? 2 : lua_gettop(L));
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, 0);
    return 0;
}

static void wrap_all(lua_State *L, const char *library, const luaL_Reg *wrappers) {
    lua_getfield(L, -1, library);
    for (; wrappers->name; wrappers++) {
        lua_getfield(L, -1, wrappers->name);
        lua_pushcclosure(L, wrappers->func, 1);
        lua_setfield(L, -2, wrappers->name);
    }
    lua_pop(L, 1);
}

void clh_open_charged(lua_State *L) {
    static const luaL_Reg string[] = {
        {"rep", repeat}, {"format", format}, {"find", by_search}, {"match", by_search},
        {"gmatch", by_search}, {"gsub", by_search}, {"lower", by_length}, {"upper", by_length},
        {"reverse", by_length}, {"sub", by_length}, {"byte", by_length}, {"len", by_length},
        {"char", by_count}, {"pack", by_length}, {"packsize", by_length}, {"unpack", by_length},
        {NULL, NULL}};
    static const luaL_Reg table[] = {
        {"concat", concat}, {"insert", insert}, {"remove", remove_item}, {"move", move},
        {"unpack", unpack}, {"sort", sort}, {"pack", by_count}, {NULL, NULL}};
    static const luaL_Reg utf8[] = {
        {"len", by_length}, {"codepoint", by_length}, {"offset", by_length}, {"char", by_count},
        {"codes", by_length}, {NULL, NULL}};
    static const luaL_Reg math[] = {
        {"max", by_count}, {"min", by_count}, {"randomseed", random_seed}, {NULL, NULL}};
    static const luaL_Reg base[] = {{"select", by_count}, {"tonumber", by_length}, {NULL, NULL}};
    wrap_all(L, LUA_STRLIBNAME, string);
    wrap_all(L, LUA_TABLIBNAME, table);
    wrap_all(L, LUA_UTF8LIBNAME, utf8);
    wrap_all(L, LUA_MATHLIBNAME, math);
    for (const luaL_Reg *wrapper = base; wrapper->name; wrapper++) {
        lua_getfield(L, -1, wrapper->name);
        lua_pushcclosure(L, wrapper->func, 1);
        lua_setfield(L, -2, wrapper->name);
    }
    lua_getfield(L, -1, LUA_MATHLIBNAME);
    lua_getfield(L, -1, "randomseed");
    lua_call(L, 0, 0);
    lua_pop(L, 1);
}
#endif
