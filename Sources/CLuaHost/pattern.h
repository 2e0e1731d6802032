// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Lua's patterns: compiled once for each call, matched without recursion and against a meter.
#ifndef COMMITTEE_LUA_PATTERN_H
#define COMMITTEE_LUA_PATTERN_H

#include "library.h"

typedef uint8_t clh_set[32];  // one bit for each byte

typedef struct {
    uint8_t kind, repeat;
    uint8_t byte, other;  // the byte of a BYTE; both of a BALANCE
    uint8_t capture;      // the capture that it opens, closes or means
    uint8_t opened;       // captures begun or ended before it, up to CLH_PATTERN_DEPTH
    int16_t next;         // the byte that must follow, or -1
    uint32_t length;      // of a TEXT
    union {
        const uint8_t *set;
        const char *text;     // of a TEXT; of a FAULT, what is wrong
    };
} clh_pattern_item;

enum {
    CLH_CAPTURES = 32,
    CLH_PATTERN_DEPTH = 200,   // choices and captures that one match may have open
    CLH_SMALL_ITEMS = 40,
    CLH_SMALL_SETS = CLH_SMALL_ITEMS / 2,
};

// A compiled pattern, wherever its items and sets are.
typedef struct {
    const clh_pattern_item *items;
    const clh_set *sets;
    uint32_t item_count, set_count;
    int captures;
} clh_pattern_head;

typedef struct {
    clh_pattern_head head;
    clh_pattern_item small_items[CLH_SMALL_ITEMS];
    clh_set small_sets[CLH_SMALL_SETS];
} clh_pattern;

typedef struct {
    const char *start;
    ptrdiff_t length;  // or one of the two below
} clh_capture;

enum { CLH_POSITION = -2, CLH_UNFINISHED = -1 };

// A search through one subject.
typedef struct {
    const char *subject, *end;
    const clh_pattern_head *pattern;
    lua_State *L;
    uint64_t steps;  // not yet charged for
    clh_capture captures[CLH_CAPTURES];  // as many as the pattern has need room
} clh_match;

// Compiles a pattern. What is malformed becomes an item that raises its error when a match comes
// to it, which is when Lua finds it. A long pattern leaves a block on the stack of Lua.
void clh_compile_pattern(lua_State *L, clh_pattern *out, const char *pattern, size_t length);

// How many bytes a copy of the items and sets takes, and the copy, which a pattern of its own names.
size_t clh_pattern_size(const clh_pattern_head *pattern);
void clh_copy_pattern(const clh_pattern_head *from, clh_pattern_head *to, void *room);

// The end of the match that begins at `at`, or NULL.
const char *clh_match_at(clh_match *match, const char *at);

// The first place from `at` on where a match could begin; NULL when there is none.
const char *clh_match_candidate(clh_match *match, const char *at);

#endif
