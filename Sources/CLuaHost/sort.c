// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// table.sort: a stable merge sort. The items are copied first and written back at the end, so that
// a comparison may fail, change the table or contradict itself and no item is lost. The charge
// depends on the number of items alone.
#ifdef COMMITTEE_SCRIPTING
#include <limits.h>

#include "library.h"

typedef struct {
    union {
        lua_Integer integer;
        lua_Number number;
        struct {
            const char *text;
            size_t length;
        };
    };
    uint32_t place;  // among the items as they came, from 1
    bool whole;      // a number that is an integer
} key;

typedef struct sorter {
    lua_State *L;
    int copy;      // the list of the items as they came, or the slot before them
    bool stacked;  // a few items lie on the stack
    bool (*before)(struct sorter *sorter, const key *a, const key *b);
} sorter;

enum { FEW = 24 };

static inline int push_item(const sorter *sorter, lua_Integer place) {
    if (!sorter->stacked) return lua_rawgeti(sorter->L, sorter->copy, place);
    lua_pushvalue(sorter->L, sorter->copy + (int)place);
    return lua_type(sorter->L, -1);
}

// ---- Comparing ----

static bool number_before(sorter *sorter, const key *a, const key *b) {
    (void)sorter;
    if (a->whole && b->whole) return a->integer < b->integer;
    if (!a->whole && !b->whole) return a->number < b->number;
    // An integer against a float, exactly: Lua knows how.
    lua_State *L = sorter->L;
    push_item(sorter, a->place);
    push_item(sorter, b->place);
    bool before = lua_compare(L, -2, -1, LUA_OPLT);
    lua_pop(L, 2);
    return before;
}

static bool text_before(sorter *sorter, const key *a, const key *b) {
    size_t shorter = a->length < b->length ? a->length : b->length;
    if (shorter > 64) clh_charge(sorter->L, shorter / CLH_BYTES_A_UNIT);
    int order = memcmp(a->text, b->text, shorter);
    return order ? order < 0 : a->length < b->length;
}

static bool value_before(sorter *sorter, const key *a, const key *b) {
    lua_State *L = sorter->L;
    push_item(sorter, a->place);
    push_item(sorter, b->place);
    bool before = lua_compare(L, -2, -1, LUA_OPLT);
    lua_pop(L, 2);
    return before;
}

static bool called_before(sorter *sorter, const key *a, const key *b) {
    lua_State *L = sorter->L;
    lua_pushvalue(L, 2);
    push_item(sorter, a->place);
    push_item(sorter, b->place);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

// ---- Merging ----

enum { RUN = 6 };

// Sorts a short run in place.
static void insert_each(sorter *sorter, key *keys, uint32_t count) {
    for (uint32_t i = 1; i < count; i++) {
        key moving = keys[i];
        uint32_t at = i;
        while (at > 0 && sorter->before(sorter, &moving, &keys[at - 1])) {
            keys[at] = keys[at - 1];
            at--;
        }
        keys[at] = moving;
    }
}

// Merges two neighbours that are in order each. An item of the left one goes first unless the
// right one must, which is what keeps equal items in their order.
static void merge(sorter *sorter, const key *from, uint32_t left, uint32_t count, key *into) {
    uint32_t i = 0, j = left, at = 0;
    if (left >= count || !sorter->before(sorter, &from[left], &from[left - 1])) {
        memcpy(into, from, count * sizeof *from);
        return;
    }
    while (i < left && j < count)
        into[at++] = sorter->before(sorter, &from[j], &from[i]) ? from[j++] : from[i++];
    memcpy(into + at, from + i, (left - i) * sizeof *from);
    memcpy(into + at + (left - i), from + j, (count - j) * sizeof *from);
}

// Returns the array that holds the keys in order: one of the two.
static const key *sort_keys(sorter *sorter, key *keys, key *other, uint32_t count) {
    for (uint32_t at = 0; at < count; at += RUN)
        insert_each(sorter, keys + at, count - at < RUN ? count - at : RUN);
    for (uint64_t width = RUN; width < count; width *= 2) {
        for (uint64_t at = 0; at < count; at += 2 * width) {
            uint64_t size = count - at < 2 * width ? count - at : 2 * width;
            merge(sorter, keys + at, (uint32_t)(width < size ? width : size), (uint32_t)size,
                other + at);
        }
        key *done = other;
        other = keys;
        keys = done;
    }
    return keys;
}

// ---- The items ----

// Copies the items, one by one: a length that lies is paid for as it is walked.
static void copy_items(sorter *sorter, clh_items items, lua_Integer count) {
    lua_State *L = sorter->L;
    clh_meter meter = {.L = L, .owed = 1};
    sorter->stacked = count <= FEW;
    if (!sorter->stacked) clh_create_list(L, items.raw ? (int)count : 0);
    sorter->copy = lua_gettop(L);
    for (lua_Integer i = 1; i <= count; i++) {
        clh_meter_add(&meter, 2);
        clh_get_item(items, i);
        if (!sorter->stacked) lua_rawseti(L, sorter->copy, i);
    }
    clh_meter_settle(&meter);
}

// Fills the keys; true when they are all numbers, or all texts, of which `before` is set.
static void fill_keys(sorter *sorter, key *keys, uint32_t count, bool called) {
    lua_State *L = sorter->L;
    bool numbers = true, texts = true;
    for (uint32_t i = 0; i < count; i++) {
        keys[i].place = i + 1;
        if (called) continue;
        int type = push_item(sorter, (lua_Integer)i + 1);
        numbers = numbers && type == LUA_TNUMBER;
        texts = texts && type == LUA_TSTRING;
        if (texts) {
            keys[i].text = lua_tolstring(L, -1, &keys[i].length);
        } else if (numbers) {
            keys[i].whole = lua_isinteger(L, -1);
            if (keys[i].whole) keys[i].integer = lua_tointeger(L, -1);
            else keys[i].number = lua_tonumber(L, -1);
        }
        lua_pop(L, 1);
    }
    if (called) sorter->before = called_before;
    else if (numbers) sorter->before = number_before;
    else if (texts) sorter->before = text_before;
    else sorter->before = value_before;
}

static void write_back(sorter *sorter, clh_items items, const key *keys, uint32_t count) {
    clh_meter meter = {.L = sorter->L};
    for (uint32_t i = 0; i < count; i++) {
        clh_meter_add(&meter, 1);
        push_item(sorter, keys[i].place);
        clh_set_item(items, (lua_Integer)i + 1);
    }
    clh_meter_settle(&meter);
}

static uint64_t levels_of(lua_Integer count) {
    uint64_t levels = 1;
    for (lua_Integer left = count; left > 1; left /= 2) levels++;
    return levels;
}

int clh_table_sort(lua_State *L) {
    clh_items items = clh_check_items(L, 1, CLH_READS | CLH_WRITES | CLH_MEASURES);
    lua_Integer count = clh_length_of(items);
    clh_charge(L, 1);
    if (count < 2) return 0;
    luaL_argcheck(L, count < INT_MAX, 1, "array too big");
    bool called = !lua_isnoneornil(L, 2);
    if (called) luaL_checktype(L, 2, LUA_TFUNCTION);
    lua_settop(L, 2);
    luaL_checkstack(L, FEW + 8, NULL);
    sorter sorter = {.L = L};
    copy_items(&sorter, items, count);
    clh_charge(L, (uint64_t)count * levels_of(count));
    key few[2 * FEW];
    key *keys = few;
    if (!sorter.stacked) keys = lua_newuserdatauv(L, 2 * (size_t)count * sizeof *keys, 0);
    fill_keys(&sorter, keys, (uint32_t)count, called);
    const key *sorted = sort_keys(&sorter, keys, keys + count, (uint32_t)count);
    write_back(&sorter, items, sorted, (uint32_t)count);
    if (!sorter.stacked)
        clh_note_garbage(clh_host_of(L), (size_t)count * (2 * sizeof *keys + CLH_ITEM));
    return 0;
}
#endif
