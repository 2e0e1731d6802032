// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The floor: what the plugin of the bench costs in a plain C host over Lua tables, with the stock
// libraries, without limits and without a sandbox. CommitteeKit is measured against it.
#pragma once
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *bytes;
    size_t length;
} floor_text;

// A day with its parts and its number; the year is 0 for none.
typedef struct {
    int year, month, day, number;
} floor_day;

enum { MOST_LEADS = 4 };

typedef struct {
    floor_text number, text, leads_words, timescale, status, status_word, progress;
    floor_text leads[MOST_LEADS];
    int lead_count;
    floor_day due;
    int days_to_due;
    int level;   // 1 for the outermost; an action has 4
    bool is_completed;
} floor_item;

// The plan as a host has it before there is any Lua: plain structures.
typedef struct {
    floor_text title;
    floor_day as_of;
    floor_item *items;
    size_t item_count, action_count;
} floor_plan;

// Which fields of an action a table is given.
typedef enum {
    FLOOR_FIELDS_READ,   // only those that the bench's plugin reads
    FLOOR_FIELDS_ALL,    // all that the API offers and the plan fills
} floor_fields;

floor_plan *floor_read(const char *path);

// Opens a state with the stock libraries and runs the plugin, or ends the process.
lua_State *floor_open(const char *plugin, int times);
// Builds the tables of the edition, and keeps them in the registry under "edition".
void floor_build(lua_State *L, const floor_plan *plan, floor_fields fields);
// Pushes the function of a declaration, such as "report lines" and its field "run".
void floor_push_function(lua_State *L, const char *declaration, const char *field);

// Reads a day from a text such as "2026-10-31".
floor_day floor_day_of(const char *iso);
// Pushes a date: a full userdata with one metatable.
void floor_push_date(lua_State *L, floor_day day);
// Makes the metatable of dates; done once for each state.
void floor_add_dates(lua_State *L);
// Writes a date as "2026-10-31" into the text, which has room for 32 bytes; false when it is none.
bool floor_date_text(lua_State *L, int index, char *text);

// What reports write to.
void floor_output_clear(void);
const char *floor_output(size_t *length);
