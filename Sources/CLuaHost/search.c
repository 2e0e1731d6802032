// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// find, match, gmatch and gsub.
#ifdef COMMITTEE_SCRIPTING
#define _GNU_SOURCE  // memmem
#include <stddef.h>

#include "pattern.h"

static void start_match(
    clh_match *match, lua_State *L, const clh_pattern_head *pattern, const char *subject,
    size_t length) {
    match->subject = subject;
    match->end = subject + length;
    match->pattern = pattern;
    match->L = L;
    match->steps = 4;
}

// Each call costs at least one unit.
static void settle(clh_match *match) {
    clh_charge(match->L, match->steps / 4);
    match->steps %= 4;
}

// The first match from `at` on.
static const char *search(clh_match *match, const char **at) {
    for (;; ++*at) {
        *at = clh_match_candidate(match, *at);
        if (!*at) return NULL;
        const char *end = clh_match_at(match, *at);
        if (end) return end;
        if (*at >= match->end) return NULL;
    }
}

// ---- Captures ----

// Pushes a capture; the whole match when the pattern has none and the first is asked for.
static void push_capture(
    const clh_match *match, int capture, const char *start, const char *end) {
    lua_State *L = match->L;
    if (capture >= match->pattern->captures) {
        if (capture > 0) luaL_error(L, "invalid capture index %%%d", capture + 1);
        lua_pushlstring(L, start, (size_t)(end - start));
        return;
    }
    const clh_capture *taken = &match->captures[capture];
    if (taken->length == CLH_UNFINISHED) luaL_error(L, "unfinished capture");
    if (taken->length == CLH_POSITION) lua_pushinteger(L, taken->start - match->subject + 1);
    else lua_pushlstring(L, taken->start, (size_t)taken->length);
}

// Pushes all captures, or `whole`, when it is given and the pattern has none.
static int push_captures(const clh_match *match, bool whole, const char *start, const char *end) {
    int count = match->pattern->captures;
    if (count == 0 && whole) count = 1;
    luaL_checkstack(match->L, count, "too many captures");
    uint64_t bytes = 0;
    for (int i = 0; i < count; i++) {
        push_capture(match, i, start, end);
        if (match->captures[i].length > 0 && match->pattern->captures)
            bytes += (uint64_t)match->captures[i].length;
    }
    if (bytes > 256) clh_charge(match->L, bytes / CLH_BYTES_A_UNIT);
    return count;
}

// ---- find and match ----

static bool has_specials(const char *pattern, size_t length) {
    for (size_t i = 0; i < length; i++) {
        switch (pattern[i]) {
            case '^': case '$': case '*': case '+': case '?': case '.': case '(': case '[':
            case '%': case '-': return true;
            default: break;
        }
    }
    return false;
}

enum { SHORT = 16, STRETCH = 64 * 1024 };

static const char *find_short(
    const char *from, size_t length, const char *wanted, size_t wanted_length) {
    const char *last = from + length - wanted_length;
    while (from <= last) {
        from = memchr(from, wanted[0], (size_t)(last - from) + 1);
        if (!from || memcmp(from, wanted, wanted_length) == 0) return from;
        from++;
    }
    return NULL;
}

// Finds a text as it stands. Long needles are looked for in bounded stretches, so that the clock is
// seen: each stretch takes time in proportion to its own length.
static const char *find_plain(
    lua_State *L, const char *from, size_t length, const char *wanted, size_t wanted_length) {
    if (wanted_length == 0) return from;
    if (wanted_length > length) return NULL;
    if (wanted_length <= SHORT) return find_short(from, length, wanted, wanted_length);
    while (length >= wanted_length) {
        size_t stretch = wanted_length * 2 > STRETCH ? wanted_length * 2 : STRETCH;
        if (stretch > length) stretch = length;
        const char *found = memmem(from, stretch, wanted, wanted_length);
        if (found) return found;
        size_t done = stretch - wanted_length + 1;
        clh_charge(L, done / CLH_BYTES_A_UNIT);
        from += done;
        length -= done;
    }
    return NULL;
}

static int push_place(lua_State *L, const char *subject, const char *found, size_t length) {
    lua_pushinteger(L, found - subject + 1);
    lua_pushinteger(L, found - subject + (lua_Integer)length);
    return 2;
}

static int find_or_match(lua_State *L, bool find) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length);
    const char *pattern = luaL_checklstring(L, 2, &pattern_length);
    size_t start = clh_start_of(luaL_optinteger(L, 3, 1), length) - 1;
    if (start > length) {
        lua_pushnil(L);
        return 1;
    }
    const char *at = subject + start;
    if (find && (lua_toboolean(L, 4) || !has_specials(pattern, pattern_length))) {
        at = find_plain(L, at, length - start, pattern, pattern_length);
        clh_charge_bytes(L, (at ? (size_t)(at - subject) : length) - start + pattern_length);
        if (at) return push_place(L, subject, at, pattern_length);
        lua_pushnil(L);
        return 1;
    }
    clh_pattern compiled;
    clh_match match;
    bool anchored = pattern_length > 0 && *pattern == '^';
    clh_compile_pattern(L, &compiled, pattern + anchored, pattern_length - anchored);
    start_match(&match, L, &compiled.head, subject, length);
    const char *end = anchored ? clh_match_at(&match, at) : search(&match, &at);
    settle(&match);
    if (!end) {
        lua_pushnil(L);
        return 1;
    }
    if (!find) return push_captures(&match, true, at, end);
    push_place(L, subject, at, (size_t)(end - at));
    return 2 + push_captures(&match, false, at, end);
}

static int find(lua_State *L) { return find_or_match(L, true); }
static int match(lua_State *L) { return find_or_match(L, false); }

// ---- gmatch ----

typedef struct {
    clh_pattern_head pattern;
    const char *at, *last;  // where to go on, and the end of the last match
    clh_match match;        // then, behind the captures that there are, the pattern's items
} walk;

// A match does not end where the last one ended, so that no empty match follows another match.
static int gmatch_step(lua_State *L) {
    walk *state = lua_touserdata(L, lua_upvalueindex(3));
    state->match.L = L;
    state->match.steps += 4;
    for (const char *at = state->at; at && at <= state->match.end; at++) {
        at = clh_match_candidate(&state->match, at);
        if (!at) break;
        const char *end = clh_match_at(&state->match, at);
        if (!end || end == state->last) continue;
        state->at = state->last = end;
        settle(&state->match);
        return push_captures(&state->match, true, at, end);
    }
    settle(&state->match);
    return 0;
}

static int gmatch(lua_State *L) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length);
    const char *pattern = luaL_checklstring(L, 2, &pattern_length);
    size_t start = clh_start_of(luaL_optinteger(L, 3, 1), length) - 1;
    clh_charge(L, 1);
    lua_settop(L, 2);
    clh_pattern compiled;
    clh_compile_pattern(L, &compiled, pattern, pattern_length);
    size_t head = offsetof(walk, match.captures)
        + (size_t)compiled.head.captures * sizeof(clh_capture);
    walk *state = lua_newuserdatauv(L, head + clh_pattern_size(&compiled.head), 0);
    clh_copy_pattern(&compiled.head, &state->pattern, (char *)state + head);
    start_match(&state->match, L, &state->pattern, subject, length);
    state->at = start > length ? NULL : subject + start;
    state->last = NULL;
    if (lua_gettop(L) > 3) lua_replace(L, 3);  // where the items of a long pattern were
    lua_pushcclosure(L, gmatch_step, 3);
    return 1;
}

// ---- gsub ----

static void add_replacement_text(
    clh_text *out, clh_match *match, const char *start, const char *end) {
    lua_State *L = match->L;
    size_t length;
    const char *text = lua_tolstring(L, 3, &length), *stop = text + length;
    const char *escape;
    while ((escape = memchr(text, '%', (size_t)(stop - text)))) {
        clh_text_add(out, text, (size_t)(escape - text));
        char kind = escape + 1 < stop ? escape[1] : 0;
        if ((match->steps += 4) > 1024) settle(match);
        text = escape + 2;
        if (kind == '%') {
            clh_text_add_byte(out, '%');
        } else if (kind == '0') {
            clh_text_add(out, start, (size_t)(end - start));
        } else if (kind >= '1' && kind <= '9') {
            push_capture(match, kind - '1', start, end);
            clh_text_add_top(out);
        } else {
            luaL_error(L, "invalid use of '%%' in replacement string");
        }
    }
    clh_text_add(out, text, (size_t)(stop - text));
}

// Adds what stands for the match; false when that is the match itself.
static bool add_replacement(
    clh_text *out, clh_match *match, int kind, const char *start, const char *end) {
    lua_State *L = match->L;
    if (kind == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        lua_call(L, push_captures(match, true, start, end), 1);
    } else if (kind == LUA_TTABLE) {
        push_capture(match, 0, start, end);
        lua_gettable(L, 3);
    } else {
        add_replacement_text(out, match, start, end);
        return true;
    }
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        return false;
    }
    if (!lua_isstring(L, -1))
        luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
    clh_text_add_top(out);
    return true;
}

static int gsub(lua_State *L) {
    size_t length, pattern_length;
    const char *subject = luaL_checklstring(L, 1, &length);
    const char *pattern = luaL_checklstring(L, 2, &pattern_length);
    int kind = lua_type(L, 3);
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
    luaL_argexpected(
        L,
        kind == LUA_TNUMBER || kind == LUA_TSTRING || kind == LUA_TFUNCTION || kind == LUA_TTABLE,
        3, "string/function/table");
    if (kind == LUA_TNUMBER) lua_tolstring(L, 3, NULL);
    clh_pattern compiled;
    clh_match match;
    clh_text out;
    bool anchored = pattern_length > 0 && *pattern == '^';
    clh_compile_pattern(L, &compiled, pattern + anchored, pattern_length - anchored);
    start_match(&match, L, &compiled.head, subject, length);
    const char *at = subject, *copied = subject, *last = NULL;
    lua_Integer count = 0;
    bool changed = false;
    clh_text_start(&out, L);
    while (count < most) {
        const char *start = anchored ? at : clh_match_candidate(&match, at);
        if (!start) break;
        const char *end = clh_match_at(&match, start);
        if (end && end != last) {
            count++;
            clh_text_add(&out, copied, (size_t)(start - copied));
            if (add_replacement(&out, &match, kind, start, end)) copied = end, changed = true;
            else copied = start;
            at = last = end;
            if (match.steps > 256) settle(&match);
        } else if (start < match.end) {
            at = start + 1;
        } else {
            break;
        }
        if (anchored) break;
    }
    match.steps += 4;
    settle(&match);
    if (changed) {
        clh_text_add(&out, copied, (size_t)(match.end - copied));
        clh_text_finish(&out);
    } else {
        lua_pushvalue(L, 1);
    }
    lua_pushinteger(L, count);
    return 2;
}

void clh_open_search(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"find", find}, {"match", match}, {"gmatch", gmatch}, {"gsub", gsub}, {NULL, NULL}};
    clh_set_library(L, LUA_STRLIBNAME, functions);
}
#endif
