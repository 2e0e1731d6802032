// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What the files of Lua's libraries share. Every function of theirs that can do more than a little
// work in one call charges for it as it goes, so that fuel and clock are seen inside the call.
#ifndef COMMITTEE_LUA_LIBRARY_H
#define COMMITTEE_LUA_LIBRARY_H

#include "internal.h"

// How many bytes a copy or a scan handles for one unit of fuel.
enum { CLH_BYTES_A_UNIT = 16 };

// Small amounts of work that are charged together: a call to clh_charge for each would cost more
// than the work.
typedef struct {
    lua_State *L;
    uint64_t owed;
} clh_meter;

static inline void clh_meter_add(clh_meter *meter, uint64_t units) {
    meter->owed += units;
    if (meter->owed < 256) return;
    uint64_t owed = meter->owed;
    meter->owed = 0;
    clh_charge(meter->L, owed);
}

static inline void clh_meter_settle(clh_meter *meter) {
    if (meter->owed) clh_charge(meter->L, meter->owed);
    meter->owed = 0;
}

static inline void clh_charge_bytes(lua_State *L, size_t length) {
    clh_charge(L, 1 + length / CLH_BYTES_A_UNIT);
}

// A position counted from the end when it is negative, as Lua's string functions take it: never
// less than 1 for a start, and never more than the length for an end.
static inline size_t clh_start_of(lua_Integer position, size_t length) {
    if (position > 0) return (size_t)position;
    if (position == 0 || position < -(lua_Integer)length) return 1;
    return length + (size_t)position + 1;
}

static inline size_t clh_end_of(lua_Integer position, size_t length) {
    if (position > (lua_Integer)length) return length;
    if (position >= 0) return (size_t)position;
    return position < -(lua_Integer)length ? 0 : length + (size_t)position + 1;
}

// A text that is being put together: on the C stack while it is short, then in a block that goes
// as soon as the text is made. It is Lua's own buffer, with its growth charged and bounded.
typedef struct {
    luaL_Buffer buffer;
    uint64_t owed;
} clh_text;

void clh_text_start(clh_text *text, lua_State *L);
char *clh_text_grow(clh_text *text, size_t length);
void clh_text_finish(clh_text *text);
// The same for the text on top of the stack, which is popped.
void clh_text_add_top(clh_text *text);

static inline char *clh_text_room(clh_text *text, size_t length) {
    luaL_Buffer *buffer = &text->buffer;
    return buffer->size - buffer->n >= length ? buffer->b + buffer->n
                                              : clh_text_grow(text, length);
}

static inline void clh_text_add(clh_text *text, const char *bytes, size_t length) {
    if (!length) return;
    memcpy(clh_text_room(text, length), bytes, length);
    text->buffer.n += length;
}

static inline void clh_text_add_byte(clh_text *text, char byte) {
    *clh_text_room(text, 1) = byte;
    text->buffer.n++;
}

// strings.c, format.c, search.c, tables.c, sort.c, order.c, utf8.c, maths.c: each finds the table
// of globals at the top of the stack.
void clh_open_strings(lua_State *L);
void clh_open_search(lua_State *L);
void clh_open_tables(lua_State *L);
void clh_open_order(lua_State *L);
void clh_open_utf8(lua_State *L);
void clh_open_maths(lua_State *L);
int clh_string_format(lua_State *L);
int clh_table_sort(lua_State *L);

// Sets functions of the library that is a field of the table at the top.
void clh_set_library(lua_State *L, const char *name, const luaL_Reg *functions);

// Puts a stock function behind a wrapper, whose upvalue it becomes, in the table at the top.
void clh_wrap(lua_State *L, const char *name, lua_CFunction wrapper);

// tables.c: the length of a list and its items, with and without metamethods.
enum { CLH_READS = 1, CLH_WRITES = 2, CLH_MEASURES = 4 };
typedef struct {
    lua_State *L;
    int index;
    bool raw;  // no metatable, so the length is the table's own
} clh_items;
clh_items clh_check_items(lua_State *L, int index, int uses);
lua_Integer clh_length_of(clh_items items);

static inline int clh_get_item(clh_items items, lua_Integer at) {
    return items.raw ? lua_rawgeti(items.L, items.index, at) : lua_geti(items.L, items.index, at);
}

static inline void clh_set_item(clh_items items, lua_Integer at) {
    if (items.raw) lua_rawseti(items.L, items.index, at);
    else lua_seti(items.L, items.index, at);
}

#endif
