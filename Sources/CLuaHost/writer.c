// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// out:write and out:row: texts are checked and escaped straight into what the run hands over.
// Whatever is not plain (a table in a cell, a text that is not UTF-8, a wrong argument) goes the
// long way through Swift, which answers with the bytes or says what is wrong.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>

#include "internal.h"

enum { MOST_CELLS = 1000 };
enum { QUOTED = 1, HAS_NUL = 2, NOT_ASCII = 4 };

void clh_put_output(clh_host *host, const void *bytes, size_t length) {
    if (length > host->limits.output - host->output_used) clh_over_output(host, length);
    host->output_used += length;
    host->pieces++;
    if (!clh_buffer_append(&host->output, bytes, length))
        clh_over_memory(host);
}

// What a text holds that matters to CSV. Written so that a compiler can look at many bytes at once.
static int flags_of(const uint8_t *bytes, size_t length) {
    uint8_t quoted = 0, nul = 0, high = 0;
    for (size_t i = 0; i < length; i++) {
        uint8_t byte = bytes[i];
        quoted |= (uint8_t)((byte == ',') | (byte == '"') | (byte == '\n') | (byte == '\r'));
        nul |= (uint8_t)(byte == 0);
        high |= byte;
    }
    return (quoted ? QUOTED : 0) | (nul ? HAS_NUL : 0) | (high & 0x80 ? NOT_ASCII : 0);
}

static bool is_clean(const uint8_t *bytes, size_t length, int flags) {
    return !(flags & HAS_NUL) && (!(flags & NOT_ASCII) || clh_is_utf8(bytes, length));
}

// Whether a spreadsheet could take a text for a formula: its first sign that is not a blank says
// so. The wide forms are taken for the others in East Asian settings.
static bool is_formula(const uint8_t *text, size_t length) {
    static const char *const blanks[] = {" ", "\xC2\xA0", "\xEF\xBB\xBF"};
    static const char *const signs[] = {
        "=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
        "\xEF\xBC\xA0"};
    if (length == 0 || (length == 1 && *text == '-')) return false;
    uint8_t first = *text | 0x20;
    if ((first >= 'a' && first <= 'z') || (*text >= '0' && *text <= '9')) return false;
    for (size_t at = 0; at < length;) {
        size_t blank = 0;
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks && !blank; i++) {
            size_t size = strlen(blanks[i]);
            if (length - at >= size && memcmp(text + at, blanks[i], size) == 0) blank = size;
        }
        if (blank) {
            at += blank;
            continue;
        }
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            size_t size = strlen(signs[i]);
            if (length - at >= size && memcmp(text + at, signs[i], size) == 0) return true;
        }
        return false;
    }
    return false;
}

static void put_quoted(clh_host *host, const uint8_t *text, size_t length, bool formula) {
    clh_put_output(host, formula ? "\"'" : "\"", formula ? 2 : 1);
    for (size_t from = 0; from < length;) {
        const uint8_t *quote = memchr(text + from, '"', length - from);
        size_t end = quote ? (size_t)(quote - text) + 1 : length;
        clh_put_output(host, text + from, end - from);
        if (quote) clh_put_output(host, "\"", 1);
        from = end;
    }
    clh_put_output(host, "\"", 1);
}

// False when the text is not one that may be written.
static bool put_text(lua_State *L, const char *text, size_t length) {
    clh_host *host = clh_host_of(L);
    const uint8_t *bytes = (const uint8_t *)text;
    int flags = flags_of(bytes, length);
    if (!is_clean(bytes, length, flags)) return false;
    clh_charge(L, 1 + length / 16);
    bool formula = is_formula(bytes, length);
    if (flags & QUOTED) {
        put_quoted(host, bytes, length, formula);
    } else {
        if (formula) clh_put_output(host, "'", 1);
        clh_put_output(host, bytes, length);
    }
    return true;
}

// The texts of a list, joined.
static bool put_list(lua_State *L, const clh_view *list) {
    clh_host *host = clh_host_of(L);
    clh_buffer *joined = &host->arguments;
    joined->length = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        size_t length;
        clh_charge(L, 1);
        clh_push_item(L, list, i);
        const char *text = lua_tolstring(L, -1, &length);
        if (i) clh_put_bytes(host, joined, "; ", 2);
        if (text) clh_put_bytes(host, joined, text, length);
        lua_pop(L, 1);
    }
    return put_text(L, joined->data ? (const char *)joined->data : "", joined->length);
}

static bool put_handle(lua_State *L, int index) {
    clh_view view;
    if (!clh_look(L, index, &view)) return false;
    if (view.what == CLH_LIST && view.in->kind == CLH_TEXTS) return put_list(L, &view);
    if (view.what != CLH_DATE) return false;
    char text[32];
    int length = clh_date_text((int32_t)view.row, text, sizeof text);
    clh_put_output(clh_host_of(L), text, (size_t)length);
    return true;
}

// Writes one cell; false when it takes the long way.
static bool put_cell(lua_State *L, int index) {
    clh_host *host = clh_host_of(L);
    switch (lua_type(L, index)) {
        case LUA_TNIL: return true;
        case LUA_TBOOLEAN:
            if (lua_toboolean(L, index)) clh_put_output(host, "true", 4);
            else clh_put_output(host, "false", 5);
            return true;
        case LUA_TNUMBER: {
            if (!lua_isinteger(L, index)) return false;
            char text[32];
            int length = snprintf(text, sizeof text, LUA_INTEGER_FMT, lua_tointeger(L, index));
            clh_put_output(host, text, (size_t)length);
            return true;
        }
        case LUA_TSTRING: {
            size_t length;
            const char *text = lua_tolstring(L, index, &length);
            return put_text(L, text, length);
        }
        case LUA_TLIGHTUSERDATA: return put_handle(L, index);
        default: return false;
    }
}

// The cells that a table says it has: the number `n`, as table.pack writes it, or its positions.
// -1 when the table takes the long way, which knows what is wrong with it.
static int count_cells(lua_State *L, int table, bool *has_holes) {
    lua_Integer last = 0, positions = 0, named = -1;
    if (lua_getmetatable(L, table)) {
        lua_pop(L, 1);
        return -1;
    }
    lua_pushnil(L);
    while (lua_next(L, table)) {
        clh_charge(L, 1);
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) > 0) {
            positions++;
            if (lua_tointeger(L, -2) > last) last = lua_tointeger(L, -2);
        } else if (lua_type(L, -2) != LUA_TSTRING) {
            lua_pop(L, 2);
            return -1;
        } else if (lua_isinteger(L, -1) && strcmp(lua_tostring(L, -2), "n") == 0) {
            named = lua_tointeger(L, -1);
        }
        lua_pop(L, 1);
    }
    *has_holes = named > positions;
    if (named >= last && named <= MOST_CELLS) return (int)named;
    return last == positions && last <= MOST_CELLS ? (int)last : -1;
}

// Pushes the cells of the lone argument, which is a table or a list of the edition, and returns how
// many there are; -1 when it is neither, or takes the long way.
static int unfold(lua_State *L, bool *has_holes) {
    clh_view list;
    int count = -1, type = lua_type(L, 2);
    if (type == LUA_TTABLE) {
        count = count_cells(L, 2, has_holes);
        luaL_checkstack(L, (count < 0 ? 0 : count) + 8, NULL);
        for (int i = 1; i <= count; i++) lua_rawgeti(L, 2, i);
    } else if (type == LUA_TLIGHTUSERDATA && clh_look(L, 2, &list) && list.what == CLH_LIST) {
        if (list.in->kind != CLH_TEXTS || list.count > MOST_CELLS) return -1;
        count = (int)list.count;
        luaL_checkstack(L, count + 8, NULL);
        for (int i = 0; i < count; i++) clh_push_item(L, &list, (uint32_t)i);
    }
    return count;
}

static bool is_one_cell(lua_State *L) {
    clh_view view;
    int type = lua_type(L, 2);
    if (type == LUA_TNIL || type == LUA_TTABLE) return false;
    return type != LUA_TLIGHTUSERDATA || !clh_look(L, 2, &view) || view.what != CLH_LIST;
}

int clh_write_row(lua_State *L) {
    clh_host *host = clh_host_of(L);
    if (!clh_is_called_on_owner(L) || !(clh_owner_flags(L) & CLH_OBJECT_CSV))
        return clh_call_host(L);
    int count = lua_gettop(L) - 1, first = 2;
    bool has_holes = false, is_list = count == 1 && !is_one_cell(L);
    if (is_list) {
        count = unfold(L, &has_holes);
        first = 3;
    }
    if ((count < 1 && !is_list) || count < 0 || count > MOST_CELLS) return clh_call_host(L);
    size_t start = host->output.length, used = host->output_used;
    clh_charge(L, 4 + (uint64_t)count);
    for (int i = 0; i < count; i++) {
        if (i) clh_put_output(host, ",", 1);
        if (put_cell(L, first + i)) continue;
        host->output.length = start;
        host->output_used = used;
        // The long way takes the list as it was given, or, since a list has no holes, its cells.
        if (is_list && has_holes) lua_remove(L, 2);
        else lua_settop(L, is_list ? 2 : count + 1);
        return clh_call_host(L);
    }
    clh_put_output(host, "\r\n", 2);
    return 0;
}

int clh_write_text(lua_State *L) {
    if (!clh_is_called_on_owner(L) || lua_gettop(L) != 2 || lua_type(L, 2) != LUA_TSTRING)
        return clh_call_host(L);
    size_t length;
    const char *text = lua_tolstring(L, 2, &length);
    int flags = flags_of((const uint8_t *)text, length);
    if (!is_clean((const uint8_t *)text, length, flags)) return clh_call_host(L);
    clh_charge(L, 4 + length / 16);
    clh_put_output(clh_host_of(L), text, length);
    return 0;
}
#endif
