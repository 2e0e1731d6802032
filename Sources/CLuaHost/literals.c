// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// `action.due == "2026-06-30"` is false whatever the day, since a date is no text; Lua asks nobody
// about it. So a text that reads as a day and stands beside == or ~= is compiled as a comparison
// that asks: `==` becomes `<=` and `~=` becomes `<`, which bind alike, and the text becomes a name for
// a value that compares as the text does, and refuses a date. Nothing moves to another place or line.
#ifdef COMMITTEE_SCRIPTING
#include <stdlib.h>

#include "internal.h"

enum { LITERAL = 12 };  // a day between quotation marks

// Whether ten bytes read as a day.
static bool is_day(const char *text) {
    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    return true;
}

static bool is_literal(const clh_token *token) {
    return token->kind == CLH_TOKEN_TEXT && token->length == LITERAL && is_day(token->start + 1);
}

static bool compares(const clh_token *token) {
    return clh_token_is(token, "==") || clh_token_is(token, "~=");
}

// Whether a token beside a text binds it more closely than a comparison does.
static bool binds(const clh_token *token) {
    static const char *const marks[] = {
        "..", "+", "-", "*", "/", "//", "%", "^", "#", "&", "|", "~", "<<", ">>", ":", ".", "[", "(",
        "not"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (clh_token_is(token, marks[i])) return true;
    return false;
}

// Whether an expression begins behind a token.
static bool begins(const clh_token *token) {
    static const char *const words[] = {
        "(", "=", ",", "{", "[", ";", "if", "elseif", "while", "until", "and", "or", "return"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (clh_token_is(token, words[i])) return true;
    return false;
}

static void replace(char *into, const char *text, const clh_token *comparison, const clh_token *day) {
    size_t sign = (size_t)(comparison->start - text), at = (size_t)(day->start - text);
    bool equal = into[sign] == '=';
    into[sign] = '<';
    into[sign + 1] = equal ? '=' : ' ';
    into[at] = '_';
    into[at + 1] = 'D';
    for (int i = 0; i < 10; i++) {
        char byte = day->start[i + 1];
        into[at + 2 + (size_t)i] = byte == '-' ? '_' : byte;
    }
}

static bool has_word(const char *text, size_t length, const char *word) {
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= length; i++)
        if (memcmp(text + i, word, size) == 0) return true;
    return false;
}

// Returns a file's text with its comparisons of days replaced, as userdata on the stack; NULL, with
// nothing pushed, when there are none. A file that has to do with `_ENV` or with the metamethods of
// comparisons is left as it is.
const char *clh_ask_of_days(lua_State *L, const char *text, size_t length) {
    if (!has_word(text, length, "-") || has_word(text, length, "_ENV")
        || has_word(text, length, "__l"))
        return NULL;
    clh_scanner scanner;
    clh_token tokens[4] = {{0}};  // the last four; the newest last
    char *copy = NULL;
    bool more = true;
    clh_scan_start(&scanner, text, length);
    while (more) {
        memmove(tokens, tokens + 1, 3 * sizeof *tokens);
        tokens[3] = (clh_token){0};
        more = clh_scan(&scanner, &tokens[3]);
        // Either x == "day" with what follows it, or "day" == x with what stands before it.
        const clh_token *first = &tokens[0], *second = &tokens[1], *third = &tokens[2];
        bool right = second->start && compares(second) && third->start && is_literal(third)
            && !(more && (binds(&tokens[3]) || tokens[3].kind == CLH_TOKEN_TEXT));
        bool left = !right && second->start && is_literal(second) && third->start && compares(third)
            && (!first->start || begins(first)) && !(more && is_literal(&tokens[3]));
        if (!right && !left) continue;
        if (!copy) copy = memcpy(lua_newuserdatauv(L, length + 1, 0), text, length);
        replace(copy, text, right ? second : third, right ? third : second);
    }
    return copy;
}

// ---- The value that compares ----

// In the registry by their addresses: from the name of a day to its value, and what the values have
// for a metatable. A value is a block with the text in it, which no Lua code can look into.
static const char days_key = 0, metatable_key = 0;

enum { TEXT_SIZE = 11 };

static const char *text_of_value(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_key);
    bool is = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return is ? lua_touserdata(L, index) : NULL;
}

// Compares when one side is the value of a day; false, with nothing pushed, when none is.
bool clh_compare_with_day(lua_State *L, bool equal) {
    const char *text = text_of_value(L, 2);
    int other = 1;
    if (!text) {
        text = text_of_value(L, 1);
        other = 2;
    }
    if (!text) return false;
    clh_view view;
    if (lua_type(L, other) == LUA_TLIGHTUSERDATA && clh_look(L, other, &view)
        && view.what == CLH_DATE)
        luaL_error(
            L, "a date is never equal to the text \"%s\"; compare it with ctx.date(\"%s\")", text,
            text);
    bool same = lua_type(L, other) == LUA_TSTRING && lua_rawlen(L, other) == TEXT_SIZE - 1
        && memcmp(lua_tostring(L, other), text, TEXT_SIZE - 1) == 0;
    lua_pushboolean(L, same == equal);
    return true;
}

static int compare(lua_State *L) {
    clh_charge(L, 1);
    if (!clh_compare_with_day(L, lua_toboolean(L, lua_upvalueindex(1)))) lua_pushboolean(L, 0);
    return 1;
}

static void push_metatable(lua_State *L) {
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &metatable_key) == LUA_TTABLE) return;
    lua_pop(L, 1);
    lua_newtable(L);
    for (int equal = 0; equal < 2; equal++) {
        lua_pushboolean(L, equal);
        lua_pushcclosure(L, compare, 1);
        lua_setfield(L, -2, equal ? "__le" : "__lt");
    }
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &metatable_key);
}

// Pushes the value for a name such as _D2026_06_30; false when it is no such name.
bool clh_push_day_value(lua_State *L, const char *name) {
    char text[TEXT_SIZE];
    if (strlen(name) != LITERAL || name[0] != '_' || name[1] != 'D') return false;
    for (int i = 0; i < 10; i++) text[i] = i == 4 || i == 7 ? '-' : name[i + 2];
    text[10] = 0;
    if (!is_day(text)) return false;
    if (lua_rawgetp(L, LUA_REGISTRYINDEX, &days_key) != LUA_TTABLE) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_pushvalue(L, -1);
        lua_rawsetp(L, LUA_REGISTRYINDEX, &days_key);
    }
    int days = lua_gettop(L);
    if (lua_getfield(L, days, name) == LUA_TUSERDATA) return true;
    lua_pop(L, 1);
    memcpy(lua_newuserdatauv(L, TEXT_SIZE, 0), text, TEXT_SIZE);
    push_metatable(L);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, days, name);
    return true;
}
#endif
