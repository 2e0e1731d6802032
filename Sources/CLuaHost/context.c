// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What ctx offers without asking Swift: date, kind, dump, log, rows and each.
#ifdef COMMITTEE_SCRIPTING
#include <string.h>

#include "internal.h"

enum { DUMP_DEPTH = 2, DUMP_LENGTH = 16 * 1024 };

// What a value is: the type's own name for a record, "date", "list", else Lua's name.
static int kind(lua_State *L) {
    luaL_checkany(L, 1);
    clh_view view;
    if (lua_type(L, 1) == LUA_TLIGHTUSERDATA && clh_look(L, 1, &view))
        lua_pushstring(L, clh_handle_kind(&view));
    else lua_pushstring(L, luaL_typename(L, 1));
    return 1;
}

// Adds the value at the top of the stack to the list of pieces at `pieces`, and pops it.
static void dump(lua_State *L, int pieces, int depth, lua_Integer *count, size_t *length);

static void add_piece(lua_State *L, int pieces, lua_Integer *count, size_t *length) {
    if (*length < DUMP_LENGTH) {
        *length += lua_rawlen(L, -1);
        lua_rawseti(L, pieces, ++*count);
    } else {
        lua_pop(L, 1);
    }
}

static void dump_walk(lua_State *L, int pieces, int depth, lua_Integer *count, size_t *length) {
    // Walks what `pairs` walks, so that the order is the same.
    int value = lua_gettop(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_GLOBALS);
    lua_getfield(L, -1, "pairs");
    lua_pushvalue(L, value);
    lua_call(L, 1, 3);
    int iterator = lua_gettop(L) - 2;
    lua_pushliteral(L, " {");
    add_piece(L, pieces, count, length);
    while (*length < DUMP_LENGTH) {
        lua_pushvalue(L, iterator);
        lua_pushvalue(L, iterator + 1);
        lua_pushvalue(L, iterator + 2);
        lua_call(L, 2, 2);
        if (lua_isnil(L, -2)) break;
        lua_pushvalue(L, -2);
        lua_replace(L, iterator + 2);
        lua_pushliteral(L, " ");
        clh_push_text(L, -3);
        lua_pushliteral(L, " = ");
        lua_concat(L, 3);
        add_piece(L, pieces, count, length);
        dump(L, pieces, depth + 1, count, length);
        lua_pushliteral(L, ";");
        add_piece(L, pieces, count, length);
        lua_settop(L, iterator + 2);
    }
    lua_settop(L, value);
    lua_pushliteral(L, " }");
    add_piece(L, pieces, count, length);
}

static void dump(lua_State *L, int pieces, int depth, lua_Integer *count, size_t *length) {
    luaL_checkstack(L, 12, NULL);
    clh_view view = {0};
    int type = lua_type(L, -1);
    bool walk = type == LUA_TTABLE;
    if (type == LUA_TLIGHTUSERDATA && clh_look(L, -1, &view))
        walk = view.what == CLH_RECORD || view.what == CLH_LIST;
    if (type == LUA_TSTRING) {
        lua_pushliteral(L, "\"");
        lua_pushvalue(L, -2);
        lua_pushliteral(L, "\"");
        lua_concat(L, 3);
    } else {
        clh_push_text(L, -1);
    }
    add_piece(L, pieces, count, length);
    if (walk && depth < DUMP_DEPTH) dump_walk(L, pieces, depth, count, length);
    lua_pop(L, 1);
}

static int dump_value(lua_State *L) {
    luaL_checkany(L, 1);
    lua_settop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, 1);
    lua_Integer count = 0;
    size_t length = 0;
    dump(L, 2, 0, &count, &length);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, 2, i);
        luaL_addvalue(&out);
    }
    luaL_pushresult(&out);
    return 1;
}

// The text of a field in a row: absent is empty, a list of texts is joined by commas.
static void push_cell(lua_State *L) {
    clh_view view;
    if (lua_isnil(L, -1)) {
        lua_pushliteral(L, "");
    } else if (
        lua_type(L, -1) == LUA_TLIGHTUSERDATA && clh_look(L, -1, &view)
        && view.what == CLH_LIST) {
        luaL_Buffer out;
        luaL_buffinit(L, &out);
        for (uint32_t i = 0; i < view.count; i++) {
            if (i) luaL_addstring(&out, ", ");
            clh_push_item(L, &view, i);
            clh_push_text(L, -1);
            lua_remove(L, -2);
            luaL_addvalue(&out);
        }
        luaL_pushresult(&out);
    } else {
        return;
    }
    lua_remove(L, -2);
}

// ctx.rows(list, "text", "leads"): a plain list of rows of those fields, ready for doc:table.
static int rows(lua_State *L) {
    int fields = lua_gettop(L) - 1;
    lua_Integer count = luaL_len(L, 1);
    clh_charge(L, count > 0 ? (uint64_t)count : 1);
    clh_create_list(L, count > 0 && count < 100000 ? (int)count : 0);
    int made = lua_gettop(L);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_geti(L, 1, i);
        lua_createtable(L, fields, 0);
        for (int f = 0; f < fields; f++) {
            lua_pushvalue(L, f + 2);
            lua_gettable(L, -3);
            push_cell(L);
            lua_rawseti(L, -2, f + 1);
        }
        lua_rawseti(L, made, i);
        lua_pop(L, 1);
    }
    return 1;
}

// ctx.trim("  a "): the text without the space at its ends, also that which does not break.
static int trim(lua_State *L) {
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    size_t first = 0;
    clh_charge(L, 1 + length / 16);
    for (;;) {
        if (first < length && strchr(" \t\r\n\v\f", text[first]) && text[first]) first++;
        else if (first + 1 < length && memcmp(text + first, "\xC2\xA0", 2) == 0) first += 2;
        else break;
    }
    for (;;) {
        if (length > first && strchr(" \t\r\n\v\f", text[length - 1]) && text[length - 1]) length--;
        else if (length > first + 1 && memcmp(text + length - 2, "\xC2\xA0", 2) == 0) length -= 2;
        else break;
    }
    lua_pushlstring(L, text + first, length - first);
    return 1;
}

// Puts what the function at 2 gives for each thing of the list at 1 in the place of the function.
void clh_map_keys(lua_State *L) {
    lua_settop(L, 2);
    lua_Integer count = luaL_len(L, 1);
    clh_charge(L, count > 0 ? (uint64_t)count : 1);
    clh_create_list(L, count > 0 && count < 100000 ? (int)count : 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_pushvalue(L, 2);
        lua_geti(L, 1, i);
        lua_call(L, 1, 1);
        if (lua_isnil(L, -1)) {
            lua_pop(L, 1);
            lua_pushliteral(L, "");
        }
        lua_rawseti(L, 3, i);
    }
    lua_replace(L, 2);
}

// Fields that Swift gives under the same name stand.
void clh_add_context(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"date", clh_context_date}, {"each", clh_each}, {"kind", kind}, {"dump", dump_value},
        {"log", clh_print}, {"rows", rows}, {"trim", trim}, {NULL, NULL}};
    for (const luaL_Reg *function = functions; function->name; function++) {
        if (lua_getfield(L, -1, function->name) == LUA_TNIL) {
            lua_pushcfunction(L, function->func);
            lua_setfield(L, -3, function->name);
        }
        lua_pop(L, 1);
    }
}
#endif
