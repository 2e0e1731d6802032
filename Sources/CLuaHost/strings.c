// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The string library but for searching and formatting, charged by the byte; and the arithmetic of
// texts that hold numbers. Bytes are changed as in the C locale, whatever the host's is.
#ifdef COMMITTEE_SCRIPTING
#include <limits.h>

#include "library.h"

static int length(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    lua_pushinteger(L, (lua_Integer)length);
    return 1;
}

static int sub(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    size_t start = clh_start_of(luaL_checkinteger(L, 2), length);
    size_t end = clh_end_of(luaL_optinteger(L, 3, -1), length);
    if (start > end) {
        lua_pushliteral(L, "");
        return 1;
    }
    if (end - start > 64) clh_charge_bytes(L, end - start);
    lua_pushlstring(L, text + start - 1, end - start + 1);
    return 1;
}

// Pushes the text of argument 1 with each byte changed by `change`; its place is given too.
static inline int changed(lua_State *L, char (*change)(const char *text, size_t at, size_t length)) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    clh_charge_bytes(L, length * 2);
    clh_text out;
    clh_text_start(&out, L);
    char *room = clh_text_room(&out, length);
    for (size_t i = 0; i < length; i++) room[i] = change(text, i, length);
    luaL_addsize(&out.buffer, length);
    luaL_pushresult(&out.buffer);
    return 1;
}

static inline char lowered(const char *text, size_t at, size_t length) {
    (void)length;
    return text[at] >= 'A' && text[at] <= 'Z' ? (char)(text[at] + 32) : text[at];
}

static inline char raised(const char *text, size_t at, size_t length) {
    (void)length;
    return text[at] >= 'a' && text[at] <= 'z' ? (char)(text[at] - 32) : text[at];
}

static inline char mirrored(const char *text, size_t at, size_t length) {
    return text[length - 1 - at];
}

static int to_lower(lua_State *L) { return changed(L, lowered); }
static int to_upper(lua_State *L) { return changed(L, raised); }
static int reverse(lua_State *L) { return changed(L, mirrored); }

// Fills `room` with `count` copies of what stands at its front, by doubling what is there already.
static void fill(char *room, size_t each, size_t total) {
    for (size_t done = each; done < total;) {
        size_t more = done < total - done ? done : total - done;
        memcpy(room + done, room, more);
        done += more;
    }
}

static int repeat(lua_State *L) {
    size_t length, between;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer count = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &between);
    size_t each = length + between;
    if (count <= 0 || each == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    // Lua's own bound comes before the run's: nothing is made, so this error may be caught.
    if (each > (size_t)INT_MAX / (lua_Unsigned)count)
        return luaL_error(L, "resulting string too large");
    uint64_t limit = clh_host_of(L)->limits.string;
    bool fits = (uint64_t)count <= limit / each + 1;
    size_t total = fits ? (size_t)count * each - between : 0;
    if (!fits || total > limit)
        clh_kill(
            clh_host_of(L), CLH_REASON_STRING, "string.rep asks for a text of more than %llu bytes",
            (unsigned long long)limit);
    clh_charge_bytes(L, total);
    clh_text out;
    clh_text_start(&out, L);
    char *room = clh_text_room(&out, total);
    memcpy(room, text, length);
    if (count > 1) memcpy(room + length, separator, between);
    fill(room, each, total);
    luaL_addsize(&out.buffer, total);
    luaL_pushresult(&out.buffer);
    return 1;
}

static int byte(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer from = luaL_optinteger(L, 2, 1);
    size_t start = clh_start_of(from, length);
    size_t end = clh_end_of(luaL_optinteger(L, 3, from), length);
    if (start > end) return 0;
    if (end - start >= INT_MAX) return luaL_error(L, "string slice too long");
    int count = (int)(end - start) + 1;
    clh_charge(L, 1 + (uint64_t)count / 4);
    luaL_checkstack(L, count, "string slice too long");
    for (int i = 0; i < count; i++)
        lua_pushinteger(L, (unsigned char)text[start - 1 + (size_t)i]);
    return count;
}

static int character(lua_State *L) {
    int count = lua_gettop(L);
    clh_charge(L, 1 + (uint64_t)count / 4);
    clh_text out;
    clh_text_start(&out, L);
    char *room = clh_text_room(&out, (size_t)count);
    for (int i = 1; i <= count; i++) {
        lua_Unsigned code = (lua_Unsigned)luaL_checkinteger(L, i);
        luaL_argcheck(L, code <= UCHAR_MAX, i, "value out of range");
        room[i - 1] = (char)code;
    }
    luaL_addsize(&out.buffer, (size_t)count);
    luaL_pushresult(&out.buffer);
    return 1;
}

// ---- Behind the stock functions ----

// pack, packsize and unpack are Lua's own: an item takes at most 16 bytes but for the texts that
// are given and for "c" with a number, so the work is known beforehand. None has upvalues, so the
// wrapper jumps into it with the stack as it was.
static int jump(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

static uint64_t bytes_of_format(lua_State *L, const char *format, size_t length) {
    uint64_t limit = clh_host_of(L)->limits.string, bytes = 0;
    for (size_t i = 0; i < length; i++) {
        bytes += 16;
        if (format[i] != 'c') continue;
        uint64_t size = 0;
        while (i + 1 < length && format[i + 1] >= '0' && format[i + 1] <= '9' && size <= limit)
            size = size * 10 + (uint64_t)(format[++i] - '0');
        bytes += size;
    }
    return bytes;
}

static uint64_t bytes_of_arguments(lua_State *L) {
    uint64_t bytes = 0;
    for (int i = lua_gettop(L); i > 0; i--)
        if (lua_type(L, i) == LUA_TSTRING) bytes += lua_rawlen(L, i);
    return bytes;
}

static int pack(lua_State *L) {
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length);
    uint64_t bytes = bytes_of_format(L, format, length) + bytes_of_arguments(L);
    uint64_t limit = clh_host_of(L)->limits.string;
    if (bytes > limit + 16 * length + bytes_of_arguments(L))
        clh_kill(
            clh_host_of(L), CLH_REASON_STRING,
            "string.pack asks for a text of more than %llu bytes", (unsigned long long)limit);
    clh_charge_bytes(L, bytes);
    return jump(L);
}

static int by_format(lua_State *L) {
    size_t length;
    luaL_checklstring(L, 1, &length);
    clh_charge_bytes(L, length * 8);
    return jump(L);
}

// Turning a text into a number reads all of it.
static int by_length(lua_State *L) {
    uint64_t bytes = bytes_of_arguments(L);
    if (bytes > 64) clh_charge_bytes(L, bytes);
    return jump(L);
}

// Puts the function behind a wrapper, in the table at the top.
void clh_wrap(lua_State *L, const char *name, lua_CFunction wrapper) {
    lua_getfield(L, -1, name);
    lua_pushcclosure(L, wrapper, 1);
    lua_setfield(L, -2, name);
}

static void wrap_arithmetic(lua_State *L) {
    static const char *const names[] = {
        "__add", "__sub", "__mul", "__mod", "__pow", "__div", "__idiv", "__unm", NULL};
    lua_pushliteral(L, "");
    if (lua_getmetatable(L, -1)) {
        for (const char *const *name = names; *name; name++) clh_wrap(L, *name, by_length);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

void clh_set_library(lua_State *L, const char *name, const luaL_Reg *functions) {
    lua_getfield(L, -1, name);
    luaL_setfuncs(L, functions, 0);
    lua_pop(L, 1);
}

void clh_open_strings(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"len", length}, {"sub", sub}, {"lower", to_lower}, {"upper", to_upper},
        {"reverse", reverse}, {"rep", repeat}, {"byte", byte}, {"char", character},
        {"format", clh_string_format}, {NULL, NULL}};
    clh_set_library(L, LUA_STRLIBNAME, functions);
    lua_getfield(L, -1, LUA_STRLIBNAME);
    clh_wrap(L, "pack", pack);
    clh_wrap(L, "packsize", by_format);
    clh_wrap(L, "unpack", by_format);
    lua_pop(L, 1);
    wrap_arithmetic(L);
    clh_wrap(L, "tonumber", by_length);
}
#endif
