// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Bytes to Lua values. The bytes come from our own Swift encoder, and are checked all the same.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

typedef struct {
    lua_State *L;
    const uint8_t *at, *end;
} decoder;

static const uint8_t *take(decoder *d, size_t length) {
    if ((size_t)(d->end - d->at) < length) luaL_error(d->L, "a value from the host is cut short");
    const uint8_t *bytes = d->at;
    d->at += length;
    return bytes;
}

static uint32_t take_u32(decoder *d) {
    uint32_t value;
    memcpy(&value, take(d, 4), 4);
    return value;
}

static uint64_t take_u64(decoder *d) {
    uint64_t value;
    memcpy(&value, take(d, 8), 8);
    return value;
}

static void take_string(decoder *d) {
    uint32_t length = take_u32(d);
    lua_pushlstring(d->L, (const char *)take(d, length), length);
}

static void decode(decoder *d, int depth);

// Room to ask Lua for: never more than the bytes that are left could fill.
static int room(decoder *d, uint32_t count) {
    size_t left = (size_t)(d->end - d->at);
    return (int)(count < left ? count : left);
}

static void take_items(decoder *d, uint32_t count, int depth) {
    for (uint32_t i = 1; i <= count; i++) {
        decode(d, depth + 1);
        lua_rawseti(d->L, -2, i);
    }
}

static void take_map(decoder *d, int depth) {
    uint32_t positions = take_u32(d);
    clh_create_list(d->L, room(d, positions));
    take_items(d, positions, depth);
    uint32_t names = take_u32(d);
    for (uint32_t i = 0; i < names; i++) {
        take_string(d);
        decode(d, depth + 1);
        lua_rawset(d->L, -3);
    }
}

static void decode(decoder *d, int depth) {
    lua_State *L = d->L;
    if (depth > CLH_MAX_DEPTH) luaL_error(L, "a value from the host is nested too deep");
    luaL_checkstack(L, 4, NULL);
    clh_charge(L, 1);
    switch (*take(d, 1)) {
        case CLH_VALUE_NULL: lua_pushnil(L); break;
        case CLH_VALUE_FALSE: lua_pushboolean(L, 0); break;
        case CLH_VALUE_TRUE: lua_pushboolean(L, 1); break;
        case CLH_VALUE_INTEGER: lua_pushinteger(L, (lua_Integer)take_u64(d)); break;
        case CLH_VALUE_NUMBER: {
            lua_Number number;
            memcpy(&number, take(d, 8), 8);
            lua_pushnumber(L, number);
            break;
        }
        case CLH_VALUE_STRING: take_string(d); break;
        case CLH_VALUE_LIST: {
            uint32_t count = take_u32(d);
            clh_create_list(L, room(d, count));
            take_items(d, count, depth);
            break;
        }
        case CLH_VALUE_MAP: take_map(d, depth); break;
        case CLH_VALUE_HANDLE: clh_push_handle(L, take_u64(d)); break;
        case CLH_VALUE_DATE: clh_push_date(L, (int32_t)take_u32(d)); break;
        default: luaL_error(L, "a value from the host has an unknown kind");
    }
}

void clh_push_value(lua_State *L, const uint8_t *bytes, size_t length) {
    decoder d = {L, bytes, bytes + length};
    decode(&d, 0);
    if (d.at != d.end) luaL_error(L, "a value from the host has bytes left over");
}
#endif
