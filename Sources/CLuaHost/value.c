// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Lua values to bytes: raw access only, everything bounded, each refusal with the path to it.
#ifdef COMMITTEE_SCRIPTING
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

typedef struct {
    const char *key;  // NULL: a position
    lua_Integer position;
} segment;

typedef struct {
    lua_State *L;
    clh_host *host;
    clh_buffer *out;
    const char *root;
    int flags, depth, nodes;
    segment path[CLH_MAX_DEPTH + 1];
    const void *tables[CLH_MAX_DEPTH + 1];
} encoder;

typedef struct {
    const char *text;
    size_t length;
} key;

// How much was written, and with how many calls; the line is where the last stands.
_Noreturn void clh_over_output(clh_host *host, size_t more) {
    clh_kill(
        host, CLH_REASON_OUTPUT,
        "the run wrote more than its %llu bytes: %llu in %llu pieces, and %llu more here; write less, or "
        "see that a loop does not write too often",
        (unsigned long long)host->limits.output, (unsigned long long)host->output_used,
        (unsigned long long)host->pieces, (unsigned long long)more);
}

void clh_put_bytes(clh_host *host, clh_buffer *out, const void *bytes, size_t length) {
    if (out->length + length > host->limits.output)
        clh_over_output(host, length);
    if (!clh_buffer_append(out, bytes, length))
        clh_over_memory(host);
}

void clh_put_byte(clh_host *host, clh_buffer *out, int byte) {
    uint8_t value = (uint8_t)byte;
    clh_put_bytes(host, out, &value, 1);
}

void clh_put_u32(clh_host *host, clh_buffer *out, uint32_t value) {
    clh_put_bytes(host, out, &value, 4);  // little endian, as every supported machine is
}

void clh_put_string(clh_host *host, clh_buffer *out, const char *text, size_t length) {
    clh_put_byte(host, out, CLH_VALUE_STRING);
    clh_put_u32(host, out, (uint32_t)length);
    clh_put_bytes(host, out, text, length);
}

bool clh_is_utf8(const uint8_t *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        uint8_t first = bytes[at];
        if (first < 0x80) {
            at++;
            continue;
        }
        size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        if (first < 0xC2 || first > 0xF4 || length - at <= more) return false;
        uint8_t second = bytes[at + 1];
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)
            || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
            return false;
        for (size_t i = 1; i <= more; i++)
            if ((bytes[at + i] & 0xC0) != 0x80) return false;
        at += more + 1;
    }
    return true;
}

static bool is_plain_name(const char *text) {
    if (!((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || *text == '_'))
        return false;
    for (; *text; text++)
        if (!((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || *text == '_'
              || (*text >= '0' && *text <= '9')))
            return false;
    return true;
}

// Notes what is wrong, with the path to it in front, and returns false.
static bool refuse(encoder *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(encoder *e, const char *format, ...) {
    char *text = e->host->problem;
    size_t size = sizeof e->host->problem, length = 0;
    text[0] = 0;
    for (int i = 0; i < e->depth && length + 80 < size; i++) {
        segment *part = &e->path[i];
        if (!part->key)
            length += (size_t)snprintf(
                text + length, size - length, "[%lld]", (long long)part->position);
        else if (is_plain_name(part->key) && strlen(part->key) < 60)
            length += (size_t)snprintf(
                text + length, size - length, "%s%s", i ? "." : "", part->key);
        else
            length += (size_t)snprintf(
                text + length, size - length, "[\"%.40s\"]",
                clh_is_utf8((const uint8_t *)part->key, strlen(part->key)) ? part->key : "?");
    }
    if (e->depth == 0 || e->path[0].key == NULL) {
        char rest[sizeof e->host->problem];
        snprintf(rest, sizeof rest, "%s", text);
        length = (size_t)snprintf(text, size, "%s%s", e->root, rest);
    }
    if (length >= size) return false;
    va_list values;
    va_start(values, format);
    vsnprintf(text + length, size - length, format, values);
    va_end(values);
    return false;
}

static bool encode(encoder *e, int index);

static int by_bytes(const void *left, const void *right) {
    const key *a = left, *b = right;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->text, b->text, shorter);
    return order ? order : (a->length > b->length) - (a->length < b->length);
}

static bool encode_text(encoder *e, const char *text, size_t length, const char *what) {
    if (memchr(text, 0, length)) return refuse(e, "%s holds a NUL byte", what);
    if (!clh_is_utf8((const uint8_t *)text, length)) return refuse(e, "%s is not UTF-8", what);
    clh_charge(e->L, length / 64 + 1);
    clh_put_u32(e->host, e->out, (uint32_t)length);
    clh_put_bytes(e->host, e->out, text, length);
    return true;
}

static bool encode_positions(encoder *e, int index, lua_Integer count) {
    clh_put_u32(e->host, e->out, (uint32_t)count);
    for (lua_Integer i = 1; i <= count; i++) {
        e->path[e->depth] = (segment){NULL, i};
        e->depth++;
        lua_rawgeti(e->L, index, i);
        bool fine = encode(e, lua_gettop(e->L));
        lua_pop(e->L, 1);
        if (!fine) return false;
        e->depth--;
    }
    return true;
}

static bool encode_names(encoder *e, int index, size_t count) {
    lua_State *L = e->L;
    // Scratch in Lua's own memory: freed with the state, wherever the run ends.
    key *keys = lua_newuserdatauv(L, count * sizeof(key) + 1, 0);
    size_t found = 0;
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        keys[found].text = lua_tolstring(L, -1, &keys[found].length);
        found++;
    }
    clh_charge(L, count * 4);
    qsort(keys, found, sizeof(key), by_bytes);
    clh_put_u32(e->host, e->out, (uint32_t)found);
    for (size_t i = 0; i < found; i++) {
        e->path[e->depth] = (segment){keys[i].text, 0};
        e->depth++;
        if (!encode_text(e, keys[i].text, keys[i].length, ": its name")) return false;
        lua_pushlstring(L, keys[i].text, keys[i].length);
        lua_rawget(L, index);
        bool fine = encode(e, lua_gettop(L));
        lua_pop(L, 1);
        if (!fine) return false;
        e->depth--;
    }
    lua_pop(L, 1);
    return true;
}

static bool encode_table(encoder *e, int index) {
    lua_State *L = e->L;
    const void *self = lua_topointer(L, index);
    for (int i = 0; i < e->depth; i++)
        if (e->tables[i] == self) return refuse(e, " contains itself");
    if (e->depth >= CLH_MAX_DEPTH)
        return refuse(e, " is nested more than %d deep", CLH_MAX_DEPTH);
    if (lua_getmetatable(L, index)) return refuse(e, " has a metatable; use a plain table");
    e->tables[e->depth] = self;
    lua_Integer last = 0, positions = 0;
    size_t names = 0;
    lua_pushnil(L);
    while (lua_next(L, index)) {
        lua_pop(L, 1);
        clh_charge(L, 1);
        if (lua_type(L, -1) == LUA_TSTRING) {
            names++;
        } else if (lua_isinteger(L, -1) && lua_tointeger(L, -1) > 0) {
            positions++;
            if (lua_tointeger(L, -1) > last) last = lua_tointeger(L, -1);
        } else {
            return refuse(e, " has a key that is neither a name nor a position");
        }
    }
    if (last != positions) {
        lua_Integer missing = 1;
        while (lua_rawgeti(L, index, missing) != LUA_TNIL) {
            lua_pop(L, 1);
            missing++;
        }
        return refuse(
            e, " has a hole: item %lld is missing; where a value may be missing, write (value or \"\")",
            (long long)missing);
    }
    clh_put_byte(e->host, e->out, names ? CLH_VALUE_MAP : CLH_VALUE_LIST);
    if (!encode_positions(e, index, positions)) return false;
    return !names || encode_names(e, index, names);
}

static bool encode_number(encoder *e, int index) {
    if (lua_isinteger(e->L, index)) {
        lua_Integer integer = lua_tointeger(e->L, index);
        clh_put_byte(e->host, e->out, CLH_VALUE_INTEGER);
        clh_put_bytes(e->host, e->out, &integer, 8);
        return true;
    }
    lua_Number number = lua_tonumber(e->L, index);
    if (isnan(number)) return refuse(e, " is not a number (NaN)");
    if (isinf(number)) return refuse(e, " is infinite");
    clh_put_byte(e->host, e->out, CLH_VALUE_NUMBER);
    clh_put_bytes(e->host, e->out, &number, 8);
    return true;
}

static bool encode_function(encoder *e, int index) {
    if (!(e->flags & CLH_ENCODE_FUNCTIONS)) return refuse(e, " is a function; call it with ( ), or give a value");
    lua_Debug about;
    lua_pushvalue(e->L, index);
    lua_getinfo(e->L, ">S", &about);
    clh_put_byte(e->host, e->out, CLH_VALUE_FUNCTION);
    clh_put_u32(e->host, e->out, about.linedefined > 0 ? (uint32_t)about.linedefined : 0);
    return true;
}

static bool encode(encoder *e, int index) {
    lua_State *L = e->L;
    if (++e->nodes > CLH_MAX_NODES) return refuse(e, " is one of too many values");
    if (!lua_checkstack(L, 8)) return refuse(e, " is nested too deep");
    clh_charge(L, 1);
    switch (lua_type(L, index)) {
        case LUA_TNIL: clh_put_byte(e->host, e->out, CLH_VALUE_NULL); return true;
        case LUA_TBOOLEAN:
            clh_put_byte(
                e->host, e->out, lua_toboolean(L, index) ? CLH_VALUE_TRUE : CLH_VALUE_FALSE);
            return true;
        case LUA_TNUMBER: return encode_number(e, index);
        case LUA_TSTRING: {
            size_t length;
            const char *text = lua_tolstring(L, index, &length);
            clh_put_byte(e->host, e->out, CLH_VALUE_STRING);
            return encode_text(e, text, length, "");
        }
        case LUA_TTABLE: return encode_table(e, index);
        case LUA_TLIGHTUSERDATA: {
            uint64_t handle = (uint64_t)(uintptr_t)lua_touserdata(L, index);
            if ((handle & 7) == CLH_DATE) {
                uint32_t day = (uint32_t)(handle >> 32);
                clh_put_byte(e->host, e->out, CLH_VALUE_DATE);
                clh_put_u32(e->host, e->out, day);
                return true;
            }
            clh_put_byte(e->host, e->out, CLH_VALUE_HANDLE);
            clh_put_bytes(e->host, e->out, &handle, 8);
            return true;
        }
        case LUA_TFUNCTION: return encode_function(e, index);
        default: return refuse(e, " is a %s; give a value", luaL_typename(L, index));
    }
}

bool clh_encode(lua_State *L, int index, clh_buffer *out, int flags, const char *root) {
    encoder e = {.L = L, .host = clh_host_of(L), .out = out, .root = root, .flags = flags};
    int top = lua_gettop(L);
    bool fine = encode(&e, lua_absindex(L, index));
    e.host->nodes += (size_t)e.nodes;
    lua_settop(L, top);
    return fine;
}
#endif
