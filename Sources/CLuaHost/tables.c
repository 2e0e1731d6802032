// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The table library but for sorting. Items are read and written as Lua does it, by `__index` and
// `__newindex`, and a length may be what `__len` says: whatever it says, the items are paid for as
// they are walked, so a length that lies ends by fuel. A table without a metatable goes by raw
// access, and so do the lists of an edition by their own metamethods.
#ifdef COMMITTEE_SCRIPTING
#include <limits.h>

#include "library.h"

// ---- Lists ----

static bool has_metamethod(lua_State *L, const char *name) {
    lua_pushstring(L, name);
    bool has = lua_rawget(L, -2) != LUA_TNIL;
    lua_pop(L, 1);
    return has;
}

// Takes a table, or whatever else has the metamethods that the use needs.
clh_items clh_check_items(lua_State *L, int index, int uses) {
    clh_items items = {.L = L, .index = index, .raw = false};
    if (lua_type(L, index) == LUA_TTABLE) {
        items.raw = !lua_getmetatable(L, index);
        if (!items.raw) lua_pop(L, 1);
        return items;
    }
    bool fits = false;
    if (lua_getmetatable(L, index)) {
        fits = (!(uses & CLH_READS) || has_metamethod(L, "__index"))
            && (!(uses & CLH_WRITES) || has_metamethod(L, "__newindex"))
            && (!(uses & CLH_MEASURES) || has_metamethod(L, "__len"));
        lua_pop(L, 1);
    }
    if (!fits) luaL_checktype(L, index, LUA_TTABLE);
    return items;
}

lua_Integer clh_length_of(clh_items items) {
    if (items.raw) return (lua_Integer)lua_rawlen(items.L, items.index);
    return luaL_len(items.L, items.index);
}

// Moves the item at `from` to `to`.
static inline void shift(clh_items items, lua_Integer from, lua_Integer to) {
    clh_get_item(items, from);
    clh_set_item(items, to);
}

// ---- insert, remove, move ----

static int insert(lua_State *L) {
    clh_items items = clh_check_items(L, 1, CLH_READS | CLH_WRITES | CLH_MEASURES);
    lua_Integer end = (lua_Integer)((lua_Unsigned)clh_length_of(items) + 1);  // may wrap around
    lua_Integer at = end;
    clh_meter meter = {.L = L, .owed = 1};
    switch (lua_gettop(L)) {
        case 2: break;
        case 3:
            at = luaL_checkinteger(L, 2);
            luaL_argcheck(
                L, (lua_Unsigned)at - 1 < (lua_Unsigned)end, 2, "position out of bounds");
            for (lua_Integer to = end; to > at; to--) {
                clh_meter_add(&meter, 1);
                shift(items, to - 1, to);
            }
            break;
        default: return luaL_error(L, "wrong number of arguments to 'insert'");
    }
    clh_meter_settle(&meter);
    clh_set_item(items, at);
    return 0;
}

static int remove_item(lua_State *L) {
    clh_items items = clh_check_items(L, 1, CLH_READS | CLH_WRITES | CLH_MEASURES);
    lua_Integer length = clh_length_of(items);
    lua_Integer at = luaL_optinteger(L, 2, length);
    if (at != length)
        luaL_argcheck(
            L, (lua_Unsigned)at - 1 <= (lua_Unsigned)length, 1, "position out of bounds");
    clh_meter meter = {.L = L, .owed = 1};
    clh_get_item(items, at);
    for (; at < length; at++) {
        clh_meter_add(&meter, 1);
        shift(items, at + 1, at);
    }
    clh_meter_settle(&meter);
    lua_pushnil(L);
    clh_set_item(items, at);
    return 1;
}

static int move(lua_State *L) {
    lua_Integer first = luaL_checkinteger(L, 2);
    lua_Integer last = luaL_checkinteger(L, 3);
    lua_Integer target = luaL_checkinteger(L, 4);
    int into = lua_isnoneornil(L, 5) ? 1 : 5;
    clh_items from = clh_check_items(L, 1, CLH_READS);
    clh_items to = clh_check_items(L, into, CLH_WRITES);
    clh_meter meter = {.L = L, .owed = 1};
    if (last >= first) {
        luaL_argcheck(
            L, first > 0 || last < LUA_MAXINTEGER + first, 3, "too many elements to move");
        lua_Integer more = last - first;  // items but one
        luaL_argcheck(L, target <= LUA_MAXINTEGER - more, 4, "destination wrap around");
        // Upwards, unless that would write over items that are still to be read.
        bool upwards = target > last || target <= first
            || (into != 1 && !lua_compare(L, 1, into, LUA_OPEQ));
        for (lua_Integer i = 0; i <= more; i++) {
            lua_Integer at = upwards ? i : more - i;
            clh_meter_add(&meter, 1);
            clh_get_item(from, first + at);
            clh_set_item(to, target + at);
        }
    }
    clh_meter_settle(&meter);
    lua_pushvalue(L, into);
    return 1;
}

// ---- concat ----

static void add_item(clh_text *out, clh_items items, lua_Integer at) {
    lua_State *L = items.L;
    clh_get_item(items, at);
    if (!lua_isstring(L, -1))
        luaL_error(
            L, "invalid value (%s) at index %I in table for 'concat'", luaL_typename(L, -1),
            (LUAI_UACINT)at);
    clh_text_add_top(out);
}

static int concat(lua_State *L) {
    clh_items items = clh_check_items(L, 1, CLH_READS | CLH_MEASURES);
    lua_Integer last = clh_length_of(items);
    size_t length;
    const char *separator = luaL_optlstring(L, 2, "", &length);
    lua_Integer at = luaL_optinteger(L, 3, 1);
    last = luaL_optinteger(L, 4, last);
    clh_meter meter = {.L = L, .owed = 1};
    clh_text out;
    clh_text_start(&out, L);
    for (; at < last; at++) {
        clh_meter_add(&meter, 1);
        add_item(&out, items, at);
        clh_text_add(&out, separator, length);
    }
    if (at == last) add_item(&out, items, at);
    clh_meter_settle(&meter);
    clh_text_finish(&out);
    return 1;
}

// ---- pack and unpack ----

static int pack(lua_State *L) {
    int count = lua_gettop(L);
    clh_charge(L, 1 + (uint64_t)count / 4);
    lua_createtable(L, count, 1);
    lua_insert(L, 1);
    for (int i = count; i > 0; i--) lua_rawseti(L, 1, i);
    lua_pushinteger(L, count);
    lua_setfield(L, 1, "n");
    return 1;
}

static int unpack(lua_State *L) {
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);
    if (first > last) return 0;
    lua_Unsigned more = (lua_Unsigned)last - (lua_Unsigned)first;
    if (more >= INT_MAX || !lua_checkstack(L, (int)more + 1))
        return luaL_error(L, "too many results to unpack");
    int count = (int)more + 1;
    clh_meter meter = {.L = L, .owed = 1};
    for (int i = 0; i < count; i++) {
        clh_meter_add(&meter, 1);
        lua_geti(L, 1, first + i);
    }
    clh_meter_settle(&meter);
    return count;
}

void clh_open_tables(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"concat", concat}, {"insert", insert}, {"remove", remove_item}, {"move", move},
        {"pack", pack}, {"unpack", unpack}, {"sort", clh_table_sort}, {NULL, NULL}};
    clh_set_library(L, LUA_TABLIBNAME, functions);
}
#endif
