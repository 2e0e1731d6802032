// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Basic functions of our own: a fixed order of keys, no addresses in any text, a bounded log.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

// ---- The order of keys ----

typedef struct {
    int rank;  // integers, floats, texts, booleans, handles, the rest
    uint32_t place;
    union {
        lua_Integer integer;
        lua_Number number;
        uint64_t handle;
        struct {
            const char *text;
            size_t length;
        };
    };
} sort_key;

static int by_order(const void *left, const void *right) {
    const sort_key *a = left, *b = right;
    if (a->rank != b->rank) return a->rank - b->rank;
    switch (a->rank) {
        case 0:
        case 3: return (a->integer > b->integer) - (a->integer < b->integer);
        case 1: return (a->number > b->number) - (a->number < b->number);
        case 2: {
            size_t shorter = a->length < b->length ? a->length : b->length;
            int order = memcmp(a->text, b->text, shorter);
            return order ? order : (a->length > b->length) - (a->length < b->length);
        }
        case 4: return (a->handle > b->handle) - (a->handle < b->handle);
        default: return (a->place > b->place) - (a->place < b->place);
    }
}

// Handles are ordered by edition, type, row; dates by day.
static uint64_t handle_order(uint64_t handle) {
    uint32_t row = (uint32_t)(handle >> 32);
    if ((handle & 7) == CLH_DATE) row ^= 0x80000000u;  // days before 1970 come first
    uint64_t edition = (handle >> 3) & 15, type = (handle >> 7) & 1023;
    return edition << 60 | (handle & 7) << 57 | type << 47 | (uint64_t)row << 15
        | ((handle >> 17) & 1023);
}

static void classify(lua_State *L, int index, sort_key *key) {
    switch (lua_type(L, index)) {
        case LUA_TNUMBER:
            key->rank = lua_isinteger(L, index) ? 0 : 1;
            if (key->rank) key->number = lua_tonumber(L, index);
            else key->integer = lua_tointeger(L, index);
            break;
        case LUA_TSTRING:
            key->rank = 2;
            key->text = lua_tolstring(L, index, &key->length);
            break;
        case LUA_TBOOLEAN:
            key->rank = 3;
            key->integer = lua_toboolean(L, index);
            break;
        case LUA_TLIGHTUSERDATA:
            key->rank = 4;
            key->handle = handle_order((uint64_t)(uintptr_t)lua_touserdata(L, index));
            break;
        default: key->rank = 5;
    }
}

// Pushes a list of the table's keys in their fixed order.
static void push_keys(lua_State *L, int table) {
    uint32_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        count++;
    }
    clh_charge(L, (uint64_t)count * 2 + lua_rawlen(L, table) / 8);
    lua_createtable(L, (int)count, 0);
    int unsorted = lua_gettop(L);
    sort_key *keys = lua_newuserdatauv(L, count * sizeof(sort_key) + 1, 0);
    bool ordered = true, by_seed = false;
    uint32_t at = 0;
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        keys[at].place = at + 1;
        classify(L, -1, &keys[at]);
        by_seed = by_seed || keys[at].rank == 2 || keys[at].rank == 5;
        if (at && ordered) ordered = by_order(&keys[at - 1], &keys[at]) < 0;
        at++;
        lua_pushvalue(L, -1);
        lua_rawseti(L, unsorted, at);
    }
    // Texts lie in the order of Lua's random hash seed, so whether they are in order already is
    // luck; the charge must not depend on it.
    uint64_t levels = 1;
    for (uint32_t left = count; left > 1; left /= 2) levels++;
    if (!ordered || by_seed) clh_charge(L, count * levels);
    if (ordered) {
        lua_settop(L, unsorted);
        return;
    }
    qsort(keys, count, sizeof(sort_key), by_order);
    lua_createtable(L, (int)count, 0);
    for (uint32_t i = 0; i < count; i++) {
        lua_rawgeti(L, unsorted, keys[i].place);
        lua_rawseti(L, -2, i + 1);
    }
    lua_replace(L, unsorted);
    lua_settop(L, unsorted);
}

// Pushes the next key and value after place `at` of the keys, skipping what has gone since.
static lua_Integer push_next(lua_State *L, int table, int keys, lua_Integer at) {
    for (;;) {
        clh_charge(L, 1);
        at++;
        if (lua_rawgeti(L, keys, at) == LUA_TNIL) return 0;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, table) != LUA_TNIL) return at;
        lua_pop(L, 2);
    }
}

static int pairs_step(lua_State *L) {
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(2));
    lua_settop(L, 2);
    at = push_next(L, 1, lua_upvalueindex(1), at);
    if (!at) return 1;
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

static int pairs(lua_State *L) {
    luaL_checkany(L, 1);
    clh_view view;
    if (lua_type(L, 1) == LUA_TLIGHTUSERDATA && clh_look(L, 1, &view))
        return clh_handle_pairs(L, &view);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 3);
        return 3;
    }
    luaL_checktype(L, 1, LUA_TTABLE);
    push_keys(L, 1);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, pairs_step, 2);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

// `next` keeps the keys of the table it was last asked about, so that a walk costs them once.
static int next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_NEXT_TABLE);
    bool known = !lua_isnil(L, 2) && lua_rawequal(L, 1, 3);
    lua_settop(L, 2);
    if (known) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_NEXT_KEYS);
    } else {
        push_keys(L, 1);
        lua_pushvalue(L, 1);
        lua_rawseti(L, LUA_REGISTRYINDEX, CLH_SLOT_NEXT_TABLE);
        lua_pushvalue(L, 3);
        lua_rawseti(L, LUA_REGISTRYINDEX, CLH_SLOT_NEXT_KEYS);
    }
    lua_Integer at = 0;
    if (!lua_isnil(L, 2)) {
        // The place of the last answer stands at index 0 of the keys.
        lua_rawgeti(L, 3, 0);
        lua_Integer hint = lua_tointeger(L, -1);
        lua_pop(L, 1);
        lua_Integer count = (lua_Integer)lua_rawlen(L, 3);
        for (lua_Integer i = 0; i < count && !at; i++) {
            lua_Integer place = (hint - 1 + i + count) % count + 1;
            clh_charge(L, 1);
            lua_rawgeti(L, 3, place);
            if (lua_rawequal(L, -1, 2)) at = place;
            lua_pop(L, 1);
        }
        if (!at) return luaL_error(L, "next: the key is not in the table");
    }
    at = push_next(L, 1, 3, at);
    if (!at) return 1;
    lua_pushinteger(L, at);
    lua_rawseti(L, 3, 0);
    return 2;
}

// ---- Text ----

// Pushes what `tostring` answers. Never an address; a record says its own id.
void clh_push_text(lua_State *L, int index) {
    index = lua_absindex(L, index);
    clh_charge(L, 1);
    clh_view view;
    if (lua_type(L, index) == LUA_TLIGHTUSERDATA && clh_look(L, index, &view)) {
        clh_push_handle_text(L, &view);
        return;
    }
    if (luaL_callmeta(L, index, "__tostring")) {
        if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a text");
        return;
    }
    switch (lua_type(L, index)) {
        case LUA_TNUMBER:
        case LUA_TSTRING:
            lua_pushvalue(L, index);
            lua_tolstring(L, -1, NULL);
            break;
        case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
        default: lua_pushstring(L, luaL_typename(L, index));
    }
}

static int text_of(lua_State *L) {
    luaL_checkany(L, 1);
    clh_push_text(L, 1);
    return 1;
}

void clh_log(lua_State *L, const char *text, size_t length) {
    clh_host *host = clh_host_of(L);
    clh_charge(L, length / 16 + 1);
    if (host->log_full) return;
    if (host->log.length + length > host->limits.log) {
        static const char note[] = "… the log is full\n";
        host->log_full = true;
        clh_buffer_append(&host->log, note, sizeof note - 1);
        return;
    }
    clh_buffer_append(&host->log, text, length);
}

int clh_print(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checkstack(L, 3, NULL);
    for (int i = 1; i <= count; i++) {
        if (i > 1) clh_log(L, "\t", 1);
        clh_push_text(L, i);
        size_t length;
        const char *text = lua_tolstring(L, -1, &length);
        clh_log(L, text, length);
        lua_pop(L, 1);
    }
    clh_log(L, "\n", 1);
    return 0;
}

// ---- Metatables ----

// A raw `__gc` is refused: a table is marked for finalisation only here, so that none ever is.
static int set_metatable(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_istable(L, 2)) {
        lua_pushliteral(L, "__gc");
        if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "'__gc' is not offered to plugins");
        lua_settop(L, 2);
        clh_note_metatable(L, 2);
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

void clh_open_base(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"pairs", pairs}, {"next", next}, {"tostring", text_of}, {"print", clh_print}, {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
    lua_getfield(L, -1, "setmetatable");
    lua_pushcclosure(L, set_metatable, 1);
    lua_setfield(L, -2, "setmetatable");
}
#endif
