// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// ctx.each(list, "number", "timescale.words"): walks records and gives the named fields of each as
// values. The names are looked up once; each step then reads columns alone.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

enum { MOST_FIELDS = 64, MOST_STEPS = 8 };

typedef struct {
    const clh_column *column;
    int type, place;
} step;

typedef struct {
    int count;
    step steps[MOST_STEPS];
} path;

typedef struct {
    bool ready;      // the names are looked up
    bool is_handle;  // the list is the edition's own
    int edition, type, count;
    clh_view list;
    path paths[];
} walk;

static int wrong_list(lua_State *L) {
    return luaL_error(
        L, "ctx.each takes a list of records and the names of fields, as in "
           "ctx.each(plan.actions, \"number\", \"text\")");
}

// Looks up one name, such as "timescale.words", on records of a type.
static void find_path(lua_State *L, int edition, int type, const char *name, path *found) {
    const clh_type *types = clh_host_of(L)->request->editions[edition]->types;
    for (found->count = 0;;) {
        if (found->count == MOST_STEPS)
            luaL_error(L, "'%s' goes through more than %d records", name, MOST_STEPS);
        const char *point = strchr(name, '.');
        lua_pushlstring(L, name, point ? (size_t)(point - name) : strlen(name));
        int place = clh_find_field(L, edition, type, -1);
        if (place < 0) clh_unknown_field(L, edition, type, -1);
        const clh_column *column = clh_column_at(L, edition, type, place);
        found->steps[found->count++] = (step){column, type, place};
        lua_pop(L, 1);
        if (!point) return;
        if (column->kind != CLH_REFERENCE)
            luaL_error(
                L, "'%s' of %s %s is not a record; it has no '%s'", column->name,
                clh_article(types[type].name), types[type].name, point + 1);
        type = column->target;
        name = point + 1;
    }
}

// The names stand in the upvalues after the walk.
static void find_paths(lua_State *L, walk *walk, int edition, int type) {
    walk->edition = edition;
    walk->type = type;
    for (int i = 0; i < walk->count; i++)
        find_path(L, edition, type, lua_tostring(L, lua_upvalueindex(2 + i)), &walk->paths[i]);
    walk->ready = true;
}

static void push_at(lua_State *L, const walk *walk, const path *path, uint32_t row) {
    int last = path->count - 1;
    for (int i = 0; i < last; i++) {
        const clh_column *column = path->steps[i].column;
        row = ((const uint32_t *)column->values)[(size_t)row * (size_t)column->step];
        if (row == UINT32_MAX) {
            lua_pushnil(L);
            return;
        }
    }
    const step *end = &path->steps[last];
    clh_push_value_at(L, end->column, walk->edition, end->type, end->place, row);
}

// The row of an item of the author's own table; false after the last.
static bool row_of_item(lua_State *L, walk *walk, lua_Integer item, uint32_t *row) {
    clh_view record;
    int type = lua_rawgeti(L, 1, item);
    if (type == LUA_TNIL) return false;
    if (type != LUA_TLIGHTUSERDATA || !clh_look(L, -1, &record) || record.what != CLH_RECORD)
        wrong_list(L);
    if (!walk->ready) find_paths(L, walk, record.edition, record.type);
    if (record.edition != walk->edition || record.type != walk->type)
        luaL_error(
            L, "ctx.each takes records of one kind and edition; item %d is not like those before",
            (int)item);
    lua_pop(L, 1);
    *row = record.row;
    return true;
}

static int next_row(lua_State *L) {
    walk *walk = lua_touserdata(L, lua_upvalueindex(1));
    int whole;
    lua_Integer item = lua_tointegerx(L, 2, &whole);
    if (!whole || item < 0) return wrong_list(L);
    clh_charge(L, 1 + (uint64_t)walk->count);
    luaL_checkstack(L, walk->count + 8, NULL);
    uint32_t row;
    if (walk->is_handle) {
        if (item >= walk->list.count) return 0;
        row = ((const uint32_t *)walk->list.in->values)[walk->list.first + (size_t)item];
        if (!walk->ready) find_paths(L, walk, walk->list.edition, walk->list.in->target);
    } else {
        lua_settop(L, 1);
        if (!lua_istable(L, 1)) return wrong_list(L);
        if (!row_of_item(L, walk, item + 1, &row)) return 0;
    }
    lua_pushinteger(L, item + 1);
    for (int i = 0; i < walk->count; i++) push_at(L, walk, &walk->paths[i], row);
    return walk->count + 1;
}

int clh_each(lua_State *L) {
    int fields = lua_gettop(L) - 1;
    if (fields < 1 || fields > MOST_FIELDS) return wrong_list(L);
    for (int i = 0; i < fields; i++)
        if (lua_type(L, 2 + i) != LUA_TSTRING) return wrong_list(L);
    clh_charge(L, 4 + (uint64_t)fields);
    size_t size = sizeof(walk) + (size_t)fields * sizeof(path);
    lua_settop(L, fields + 1);
    walk *walk = lua_newuserdatauv(L, size, 0);
    memset(walk, 0, size);
    walk->count = fields;
    if (lua_type(L, 1) == LUA_TLIGHTUSERDATA) {
        if (!clh_look(L, 1, &walk->list) || walk->list.what != CLH_LIST
            || walk->list.in->kind != CLH_RECORDS)
            return wrong_list(L);
        walk->is_handle = true;
    } else if (!lua_istable(L, 1)) {
        return wrong_list(L);
    }
    lua_insert(L, 2);
    lua_pushcclosure(L, next_row, fields + 1);
    lua_insert(L, 1);
    lua_pushinteger(L, 0);
    return 3;
}
#endif
