// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// string.format. A conversion is checked against what Lua allows for its letter and then made by
// the C library; plain %s and %d, which are most of them, are made here. No conversion shows an
// address.
#ifdef COMMITTEE_SCRIPTING
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "library.h"

enum {
    LONGEST_SPECIFICATION = 21,  // flags, width, precision and letter together
    LONGEST_ITEM = 512,          // a number with 99 digits behind 309 before the point
};

typedef struct {
    lua_State *L;
    clh_text out;
    const char *at, *end;       // what is left of the format
    int argument, top;
    char form[LONGEST_SPECIFICATION + 8];  // '%', the specification, a NUL, and room for "ll"
    size_t form_length;
} formatter;

static int digits_at(const char *text) {
    int count = 0;
    while (count < 2 && text[count] >= '0' && text[count] <= '9') count++;
    return count;
}

static inline bool is_flag(const char *flags, char byte) {
    while (*flags && *flags != byte) flags++;
    return *flags != 0;
}

static inline bool belongs(char byte) {
    return (byte >= '0' && byte <= '9') || byte == '.' || byte == '-' || byte == '+'
        || byte == ' ' || byte == '#';
}

// Checks a specification: some of the flags, a width of two digits, and, where one is allowed, a
// precision of two digits.
static void check_form(formatter *f, const char *flags, bool precision) {
    const char *at = f->form + 1;
    while (is_flag(flags, *at)) at++;
    if (*at != '0') at += digits_at(at);
    if (precision && *at == '.') {
        at++;
        at += digits_at(at);
    }
    if (at != f->form + f->form_length - 1)
        luaL_error(f->L, "invalid conversion specification: '%s'", f->form);
}

static void next_argument(formatter *f) {
    if (++f->argument > f->top) luaL_argerror(f->L, f->argument, "no value");
}

// ---- Numbers ----

static void add_number(formatter *f, const char *bytes, int length) {
    clh_text_add(&f->out, bytes, (size_t)length);
}

static void add_plain_integer(formatter *f, lua_Integer value) {
    char digits[24], *at = digits + sizeof digits;
    lua_Unsigned left = value < 0 ? 0 - (lua_Unsigned)value : (lua_Unsigned)value;
    do *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (value < 0) *--at = '-';
    add_number(f, at, (int)(digits + sizeof digits - at));
}

static void add_integer(formatter *f, const char *flags) {
    char item[LONGEST_ITEM];
    lua_Integer value = luaL_checkinteger(f->L, f->argument);
    char letter = f->form[f->form_length - 1];
    if (f->form_length == 2 && (letter == 'd' || letter == 'i')) {
        add_plain_integer(f, value);
        return;
    }
    check_form(f, flags, true);
    memcpy(f->form + f->form_length - 1, "ll", 2);
    f->form[f->form_length + 1] = letter;
    f->form[f->form_length + 2] = 0;
    add_number(f, item, snprintf(item, sizeof item, f->form, (long long)value));
}

#define FLOAT_FLAGS "-+ #0"

static void add_float(formatter *f) {
    char item[LONGEST_ITEM];
    lua_Number value = luaL_checknumber(f->L, f->argument);
    add_number(f, item, snprintf(item, sizeof item, f->form, (double)value));
}

static void add_character(formatter *f) {
    char item[LONGEST_ITEM];
    check_form(f, "-", false);
    int code = (int)luaL_checkinteger(f->L, f->argument);
    add_number(f, item, snprintf(item, sizeof item, f->form, code));
}

// ---- Texts ----

static void add_text(formatter *f) {
    lua_State *L = f->L;
    size_t length;
    if (f->form_length == 2 && lua_type(L, f->argument) == LUA_TSTRING) {
        const char *plain = lua_tolstring(L, f->argument, &length);
        clh_text_add(&f->out, plain, length);
        return;
    }
    clh_push_text(L, f->argument);
    const char *text = lua_tolstring(L, -1, &length);
    if (f->form_length == 2) {
        clh_text_add_top(&f->out);
        return;
    }
    luaL_argcheck(L, length == strlen(text), f->argument, "string contains zeros");
    check_form(f, "-", true);
    if (length >= 100 && !strchr(f->form, '.')) {
        // No width reaches it, and no precision cuts it.
        clh_text_add_top(&f->out);
        return;
    }
    char item[LONGEST_ITEM];
    int made = snprintf(item, sizeof item, f->form, text);
    lua_pop(L, 1);
    add_number(f, item, made);
}

// A control byte as a decimal escape, of three digits when a digit follows.
static void add_escape(formatter *f, unsigned char byte, bool digit_follows) {
    clh_text_add_byte(&f->out, '\\');
    if (digit_follows || byte >= 100) clh_text_add_byte(&f->out, (char)('0' + byte / 100));
    if (digit_follows || byte >= 10) clh_text_add_byte(&f->out, (char)('0' + byte / 10 % 10));
    clh_text_add_byte(&f->out, (char)('0' + byte % 10));
}

static void add_quoted_text(formatter *f, const char *text, size_t length) {
    clh_meter meter = {.L = f->L, .owed = 1};
    clh_text_add_byte(&f->out, '"');
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (i % 8 == 0) clh_meter_add(&meter, 1);
        if (byte == '"' || byte == '\\' || byte == '\n') {
            clh_text_add_byte(&f->out, '\\');
            clh_text_add_byte(&f->out, (char)byte);
        } else if (byte < 32 || byte == 127) {
            add_escape(f, byte, i + 1 < length && text[i + 1] >= '0' && text[i + 1] <= '9');
        } else {
            clh_text_add_byte(&f->out, (char)byte);
        }
    }
    clh_text_add_byte(&f->out, '"');
    clh_meter_settle(&meter);
}

static void add_quoted_number(formatter *f) {
    char item[64];
    if (lua_isinteger(f->L, f->argument)) {
        lua_Integer value = lua_tointeger(f->L, f->argument);
        // The least integer has no decimal literal.
        const char *form = value == LUA_MININTEGER ? "0x%llx" : "%lld";
        add_number(f, item, snprintf(item, sizeof item, form, (long long)value));
        return;
    }
    double value = lua_tonumber(f->L, f->argument);
    if (isnan(value)) add_number(f, "(0/0)", 5);
    else if (isinf(value)) add_number(f, value > 0 ? "1e9999" : "-1e9999", value > 0 ? 6 : 7);
    else add_number(f, item, snprintf(item, sizeof item, "%a", value));
}

static void add_quoted(formatter *f) {
    size_t length;
    const char *text;
    if (f->form_length != 2) luaL_error(f->L, "specifier '%%q' cannot have modifiers");
    switch (lua_type(f->L, f->argument)) {
        case LUA_TSTRING:
            text = lua_tolstring(f->L, f->argument, &length);
            add_quoted_text(f, text, length);
            return;
        case LUA_TNUMBER: add_quoted_number(f); return;
        case LUA_TNIL: add_number(f, "nil", 3); return;
        case LUA_TBOOLEAN:
            if (lua_toboolean(f->L, f->argument)) add_number(f, "true", 4);
            else add_number(f, "false", 5);
            return;
        default: luaL_argerror(f->L, f->argument, "value has no literal form");
    }
}

// ---- Conversions ----

// Takes a specification, its letter included, off the format.
static void read_form(formatter *f) {
    const char *from = f->at;
    while (f->at < f->end && belongs(*f->at)) f->at++;
    size_t length = (size_t)(f->at - from) + 1;
    if (length > LONGEST_SPECIFICATION) luaL_error(f->L, "invalid format (too long)");
    f->form[0] = '%';
    memcpy(f->form + 1, from, length - 1);
    f->form[length] = f->at < f->end ? *f->at : 0;
    f->form[length + 1] = 0;
    f->form_length = length + 1;
    f->at++;
}

static void add_conversion(formatter *f) {
    next_argument(f);
    read_form(f);
    switch (f->form[f->form_length - 1]) {
        case 's': add_text(f); return;
        case 'd':
        case 'i': add_integer(f, "-+0 "); return;
        case 'u': add_integer(f, "-0"); return;
        case 'o':
        case 'x':
        case 'X': add_integer(f, "-#0"); return;
        case 'a':
        case 'A':
            check_form(f, FLOAT_FLAGS, true);
            add_float(f);
            return;
        case 'f':
        case 'e':
        case 'E':
        case 'g':
        case 'G':
            luaL_checknumber(f->L, f->argument);
            check_form(f, FLOAT_FLAGS, true);
            add_float(f);
            return;
        case 'c': add_character(f); return;
        case 'q': add_quoted(f); return;
        case 'p': luaL_error(f->L, "'%%p' is not offered to plugins: it shows addresses"); return;
        default: luaL_error(f->L, "invalid conversion '%s' to 'format'", f->form);
    }
}

int clh_string_format(lua_State *L) {
    size_t length;
    const char *format = luaL_checklstring(L, 1, &length);
    formatter f;  // its buffer is not worth clearing
    f.L = L;
    f.at = format;
    f.end = format + length;
    f.argument = 1;
    f.top = lua_gettop(L);
    uint64_t conversions = 0;
    clh_text_start(&f.out, L);
    while (f.at < f.end) {
        const char *escape = memchr(f.at, '%', (size_t)(f.end - f.at));
        if (!escape) escape = f.end;
        clh_text_add(&f.out, f.at, (size_t)(escape - f.at));
        if (escape == f.end) break;
        f.at = escape + 1;
        if (f.at < f.end && *f.at == '%') {
            clh_text_add_byte(&f.out, '%');
            f.at++;
            continue;
        }
        add_conversion(&f);
        if (++conversions % 64 == 0) clh_charge(L, 64 * 4);
    }
    clh_charge(L, 1 + conversions % 64 * 4);
    clh_text_finish(&f.out);
    return 1;
}
#endif
