// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The utf8 library, charged for the bytes that a call walks.
#ifdef COMMITTEE_SCRIPTING
#include <limits.h>

#include "library.h"

enum { LAST_CODE = 0x10ffff, LAST_LAX_CODE = 0x7fffffff };
#define NOT_UTF8 "invalid UTF-8 code"

static bool continues(const char *text) { return ((unsigned char)*text & 0xc0) == 0x80; }

// Reads the character at `at`, of up to 6 bytes. The text has a NUL behind it, which is no
// continuation, so the end needs no test. Returns what comes after it, or NULL when it is none:
// cut off, longer than need be, or, unless `lax`, a surrogate or beyond Unicode.
static const char *read_code(const char *at, bool lax, uint32_t *code) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000, 0x200000, 0x4000000};
    unsigned char lead = (unsigned char)*at;
    if (lead < 0x80) {
        *code = lead;
        return at + 1;
    }
    int size = 0;
    while (size < 8 && lead & 0x80 >> size) size++;
    if (size < 2 || size > 6) return NULL;
    uint32_t value = lead & (0x7fu >> size);
    for (int i = 1; i < size; i++) {
        if (!continues(at + i)) return NULL;
        value = value << 6 | ((unsigned char)at[i] & 0x3f);
    }
    if (value < least[size]) return NULL;
    if (!lax && (value > LAST_CODE || (value >= 0xd800 && value <= 0xdfff))) return NULL;
    *code = value;
    return at + size;
}

// A position counted from the end when it is negative; 0 when it is before the start.
static lua_Integer position_of(lua_Integer at, size_t length) {
    if (at >= 0) return at;
    if (0u - (size_t)at > length) return 0;
    return (lua_Integer)length + at + 1;
}

static int length(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer from = position_of(luaL_optinteger(L, 2, 1), length);
    lua_Integer to = position_of(luaL_optinteger(L, 3, -1), length);
    bool lax = lua_toboolean(L, 4);
    luaL_argcheck(L, from >= 1 && from - 1 <= (lua_Integer)length, 2,
        "initial position out of bounds");
    luaL_argcheck(L, to - 1 < (lua_Integer)length, 3, "final position out of bounds");
    const char *at = text + from - 1;
    lua_Integer count = 0;
    clh_meter meter = {.L = L, .owed = 1};
    while (at - text < to) {
        uint32_t code;
        const char *after = read_code(at, lax, &code);
        if (!after) {
            lua_pushnil(L);
            lua_pushinteger(L, at - text + 1);
            return 2;
        }
        at = after;
        if (++count % 8 == 0) clh_meter_add(&meter, 1);
    }
    clh_meter_settle(&meter);
    lua_pushinteger(L, count);
    return 1;
}

static int codepoint(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer from = position_of(luaL_optinteger(L, 2, 1), length);
    lua_Integer to = position_of(luaL_optinteger(L, 3, from), length);
    bool lax = lua_toboolean(L, 4);
    luaL_argcheck(L, from >= 1, 2, "out of bounds");
    luaL_argcheck(L, to <= (lua_Integer)length, 3, "out of bounds");
    if (from > to) return 0;
    if (to - from >= INT_MAX) return luaL_error(L, "string slice too long");
    clh_charge(L, 1 + (uint64_t)(to - from) / 4);
    luaL_checkstack(L, (int)(to - from) + 1, "string slice too long");
    int count = 0;
    for (const char *at = text + from - 1; at < text + to; count++) {
        uint32_t code;
        at = read_code(at, lax, &code);
        if (!at) return luaL_error(L, NOT_UTF8);
        lua_pushinteger(L, code);
    }
    return count;
}

// Writes the character from its last byte on; returns how many bytes there are before `end`.
static size_t write_code(char *end, uint32_t code) {
    char *at = end;
    if (code < 0x80) {
        *--at = (char)code;
        return 1;
    }
    uint32_t room = 0x3f;  // what still fits into the first byte
    do {
        *--at = (char)(0x80 | (code & 0x3f));
        code >>= 6;
        room >>= 1;
    } while (code > room);
    *--at = (char)((~room << 1) | code);
    return (size_t)(end - at);
}

static int character(lua_State *L) {
    int count = lua_gettop(L);
    clh_charge(L, 1 + (uint64_t)count / 2);
    clh_text out;
    clh_text_start(&out, L);
    for (int i = 1; i <= count; i++) {
        char bytes[8];
        lua_Unsigned code = (lua_Unsigned)luaL_checkinteger(L, i);
        luaL_argcheck(L, code <= LAST_LAX_CODE, i, "value out of range");
        size_t size = write_code(bytes + sizeof bytes, (uint32_t)code);
        clh_text_add(&out, bytes + sizeof bytes - size, size);
    }
    clh_text_finish(&out);
    return 1;
}

// Walks `count` characters from `at`; -1 when the text ends before.
static lua_Integer walk(
    clh_meter *meter, const char *text, lua_Integer length, lua_Integer at, lua_Integer count) {
    lua_Integer passed = 0;
    if (count < 0) {
        while (count < 0 && at > 0) {
            do {
                at--;
                if (++passed % 8 == 0) clh_meter_add(meter, 1);
            } while (at > 0 && continues(text + at));
            count++;
        }
    } else {
        count--;
        while (count > 0 && at < length) {
            do {
                at++;
                if (++passed % 8 == 0) clh_meter_add(meter, 1);
            } while (continues(text + at));
            count--;
        }
    }
    return count == 0 ? at : -1;
}

static int offset(lua_State *L) {
    size_t size;
    const char *text = luaL_checklstring(L, 1, &size);
    lua_Integer length = (lua_Integer)size;
    lua_Integer count = luaL_checkinteger(L, 2);
    lua_Integer at = count >= 0 ? 1 : length + 1;
    at = position_of(luaL_optinteger(L, 3, at), size) - 1;
    luaL_argcheck(L, at >= 0 && at <= length, 3, "position out of bounds");
    clh_meter meter = {.L = L, .owed = 1};
    if (count == 0) {
        lua_Integer passed = 0;
        while (at > 0 && continues(text + at)) {
            at--;
            if (++passed % 8 == 0) clh_meter_add(&meter, 1);
        }
    } else {
        if (continues(text + at)) return luaL_error(L, "initial position is a continuation byte");
        at = walk(&meter, text, length, at, count);
    }
    clh_meter_settle(&meter);
    if (at < 0) lua_pushnil(L);
    else lua_pushinteger(L, at + 1);
    return 1;
}

// One step of codes: from behind the first byte of the last character to the next one. Bytes in
// between that continue no character are passed over, as 5.4.4 does.
static int step_codes(lua_State *L, bool lax) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Unsigned at = (lua_Unsigned)lua_tointeger(L, 2);
    clh_meter meter = {.L = L, .owed = 1};
    if (at < length)
        while (continues(text + at)) {
            at++;
            clh_meter_add(&meter, 1);
        }
    clh_meter_settle(&meter);
    if (at >= length) return 0;
    uint32_t code;
    const char *after = read_code(text + at, lax, &code);
    if (!after) return luaL_error(L, NOT_UTF8);
    lua_pushinteger(L, (lua_Integer)at + 1);
    lua_pushinteger(L, code);
    return 2;
}

static int step_strictly(lua_State *L) { return step_codes(L, false); }
static int step_laxly(lua_State *L) { return step_codes(L, true); }

static int codes(lua_State *L) {
    bool lax = lua_toboolean(L, 2);
    luaL_checkstring(L, 1);
    clh_charge(L, 1);
    lua_pushcfunction(L, lax ? step_laxly : step_strictly);
    lua_pushvalue(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}

void clh_open_utf8(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"len", length}, {"codepoint", codepoint}, {"char", character}, {"offset", offset},
        {"codes", codes}, {NULL, NULL}};
    clh_set_library(L, LUA_UTF8LIBNAME, functions);
}
#endif
