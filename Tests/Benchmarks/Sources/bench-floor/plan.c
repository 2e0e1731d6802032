// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Reads the plan into plain structures, and builds tables of it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "floor.h"

static _Noreturn void give_up(const char *what) {
    fprintf(stderr, "bench-floor: %s\n", what);
    exit(1);
}

static void *claim(size_t bytes) {
    void *block = calloc(1, bytes ? bytes : 1);
    if (!block) give_up("there is no memory");
    return block;
}

// ---- Reading: plan.lua is run in a state of its own, which is closed again ----

static floor_text take_text(lua_State *L, const char *field) {
    floor_text text = {NULL, 0};
    if (lua_getfield(L, -1, field) == LUA_TSTRING) {
        const char *bytes = lua_tolstring(L, -1, &text.length);
        char *copy = claim(text.length + 1);
        memcpy(copy, bytes, text.length);
        text.bytes = copy;
    }
    lua_pop(L, 1);
    return text;
}

static floor_day take_day(lua_State *L, const char *field) {
    floor_day day = {0, 0, 0, 0};
    if (lua_getfield(L, -1, field) == LUA_TSTRING) day = floor_day_of(lua_tostring(L, -1));
    lua_pop(L, 1);
    return day;
}

static void take_leads(lua_State *L, floor_item *item) {
    if (lua_getfield(L, -1, "leads") == LUA_TTABLE) {
        item->lead_count = (int)lua_rawlen(L, -1);
        if (item->lead_count > MOST_LEADS) give_up("an action has too many leads");
        for (int i = 0; i < item->lead_count; i++) {
            lua_rawgeti(L, -1, i + 1);
            const char *bytes = lua_tolstring(L, -1, &item->leads[i].length);
            item->leads[i].bytes = strdup(bytes ? bytes : "");
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
}

static void take_item(lua_State *L, floor_item *item) {
    item->number = take_text(L, "number");
    item->text = take_text(L, "text");
    lua_getfield(L, -1, "level");
    item->level = (int)lua_tointeger(L, -1);
    lua_pop(L, 1);
    if (item->level < 4) return;
    take_leads(L, item);
    item->leads_words = take_text(L, "leads_words");
    item->due = take_day(L, "due");
    item->status = take_text(L, "status");
    item->status_word = take_text(L, "status_word");
    item->progress = take_text(L, "latest_progress");
    lua_getfield(L, -1, "days_to_due");
    item->days_to_due = (int)lua_tointeger(L, -1);
    lua_getfield(L, -2, "is_completed");
    item->is_completed = lua_toboolean(L, -1);
    lua_getfield(L, -3, "timescale");
    item->timescale = take_text(L, "words");
    lua_pop(L, 3);
}

floor_plan *floor_read(const char *path) {
    lua_State *L = luaL_newstate();
    if (!L || luaL_loadfile(L, path) || lua_pcall(L, 0, 1, 0)) give_up("the plan cannot be read");
    floor_plan *plan = claim(sizeof *plan);
    plan->title = take_text(L, "title");
    plan->as_of = take_day(L, "as_of");
    lua_getfield(L, -1, "items");
    plan->item_count = lua_rawlen(L, -1);
    plan->items = claim(plan->item_count * sizeof *plan->items);
    for (size_t i = 0; i < plan->item_count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        take_item(L, &plan->items[i]);
        plan->action_count += plan->items[i].level == 4;
        lua_pop(L, 1);
    }
    lua_close(L);
    return plan;
}

// ---- Tables ----

static void set_text(lua_State *L, const char *field, floor_text text) {
    if (!text.bytes) return;
    lua_pushlstring(L, text.bytes, text.length);
    lua_setfield(L, -2, field);
}

static void set_date(lua_State *L, const char *field, floor_day day) {
    if (!day.year) return;
    floor_push_date(L, day);
    lua_setfield(L, -2, field);
}

static void set_literal(lua_State *L, const char *field, const char *text) {
    lua_pushstring(L, text);
    lua_setfield(L, -2, field);
}

static void set_truth(lua_State *L, const char *field, bool truth) {
    lua_pushboolean(L, truth);
    lua_setfield(L, -2, field);
}

static void set_timescale(lua_State *L, const floor_item *item, floor_fields fields) {
    lua_createtable(L, 0, fields == FLOOR_FIELDS_ALL ? 4 : 1);
    set_text(L, "words", item->timescale);
    if (fields == FLOOR_FIELDS_ALL) {
        set_literal(L, "kind", item->due.year ? "by-date" : "ongoing");
        set_literal(L, "confidence", "exact");
        set_date(L, "due", item->due);
    }
    lua_setfield(L, -2, "timescale");
}

static void set_read(lua_State *L, const floor_item *item, floor_fields fields) {
    set_text(L, "number", item->number);
    set_text(L, "text", item->text);
    set_text(L, "leads_words", item->leads_words);
    set_timescale(L, item, fields);
    set_date(L, "due", item->due);
    if (item->due.year) {
        lua_pushinteger(L, item->days_to_due);
        lua_setfield(L, -2, "days_to_due");
    }
    set_truth(L, "is_completed", item->is_completed);
    set_text(L, "status", item->status);
    set_text(L, "status_word", item->status_word);
    set_text(L, "latest_progress", item->progress);
}

// The other fields of the API that have a value for an action of this plan.
static void set_others(lua_State *L, const floor_item *item, const floor_plan *plan) {
    set_text(L, "id", item->number);
    set_text(L, "text_markup", item->text);
    set_text(L, "latest_progress_markup", item->progress);
    set_literal(L, "statement", "");
    set_literal(L, "statement_markup", "");
    set_literal(L, "evidence", "");
    set_literal(L, "evidence_markup", "");
    set_literal(L, "expected_impact", "");
    set_literal(L, "expected_impact_markup", "");
    set_literal(L, "list", "table");
    set_literal(L, "level_name", "action");
    lua_pushinteger(L, item->level);
    lua_setfield(L, -2, "level");
    set_truth(L, "is_counted", true);
    set_truth(L, "is_completion_known", true);
    set_truth(L, "is_late", !item->is_completed && item->due.year && item->days_to_due < 0);
    set_literal(L, "status_colour", item->is_completed ? "purple" : "green");
    if (item->status.bytes) {
        set_literal(L, "status_means", item->is_completed ? "completed" : "on_track");
        set_date(L, "status_as_at", plan->as_of);
    }
    lua_createtable(L, item->lead_count, 0);
    for (int i = 0; i < item->lead_count; i++) {
        lua_pushlstring(L, item->leads[i].bytes, item->leads[i].length);
        lua_rawseti(L, -2, i + 1);
    }
    lua_setfield(L, -2, "leads");
}

void floor_build(lua_State *L, const floor_plan *plan, floor_fields fields) {
    lua_createtable(L, 0, 2);
    set_date(L, "as_of", plan->as_of);
    lua_createtable(L, 0, 2);
    set_text(L, "title", plan->title);
    lua_createtable(L, (int)plan->action_count, 0);
    lua_Integer count = 0;
    for (size_t i = 0; i < plan->item_count; i++) {
        const floor_item *item = &plan->items[i];
        if (item->level != 4) continue;
        lua_createtable(L, 0, fields == FLOOR_FIELDS_ALL ? 31 : 10);
        set_read(L, item, fields);
        if (fields == FLOOR_FIELDS_ALL) set_others(L, item, plan);
        lua_rawseti(L, -2, ++count);
    }
    lua_setfield(L, -2, "actions");
    lua_setfield(L, -2, "plan");
    lua_setfield(L, LUA_REGISTRYINDEX, "edition");
}
