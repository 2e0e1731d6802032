// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Declarations: `kind "name" { … }` and `kind "name" (function … end)`, collected in order.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

// A declaration is a table: kind, name, file, line, value. The value is absent until it is given.
enum { KIND = 1, NAME, FILE_NAME, LINE, VALUE };
enum { NAME_LIMIT = 100 };

static const char *kind_name(lua_State *L, int entry) {
    lua_rawgeti(L, entry, KIND);
    lua_Integer kind = lua_tointeger(L, -1);
    lua_pop(L, 1);
    return clh_host_of(L)->request->kinds[kind];
}

// Takes the body: upvalue 1 is the declaration.
static int take_body(lua_State *L) {
    int entry = lua_upvalueindex(1);
    const char *kind = kind_name(L, entry);
    lua_rawgeti(L, entry, NAME);
    const char *name = lua_tostring(L, -1);
    int type = lua_type(L, 1);
    if (type != LUA_TTABLE && type != LUA_TFUNCTION)
        return luaL_error(
            L, "%s '%s' takes a table or a function, not a %s", kind, name, luaL_typename(L, 1));
    if (lua_rawgeti(L, entry, VALUE) != LUA_TNIL)
        return luaL_error(L, "%s '%s' already has its body", kind, name);
    if (!clh_host_of(L)->declaring)
        return luaL_error(L, "%s '%s' is declared too late: main.lua has ended", kind, name);
    lua_pushvalue(L, 1);
    lua_rawseti(L, entry, VALUE);
    return 0;
}

// Leaves a new declaration on the stack; it is the one of its kind and name.
static void open_entry(lua_State *L, lua_Integer kind, const char *name) {
    const char *kind_text = clh_host_of(L)->request->kinds[kind];
    lua_Debug frame = {0};
    if (lua_getstack(L, 1, &frame)) lua_getinfo(L, "Sl", &frame);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_DECLARATIONS);
    lua_pushfstring(L, "%s %s", kind_text, name);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, -3) != LUA_TNIL) {
        lua_rawgeti(L, -1, LINE);
        lua_rawgeti(L, -2, FILE_NAME);
        luaL_error(
            L, "%s '%s' is declared twice; the first is at %s:%d", kind_text, name,
            lua_tostring(L, -1), (int)lua_tointeger(L, -2));
    }
    lua_pop(L, 1);
    lua_createtable(L, VALUE, 0);
    lua_pushinteger(L, kind);
    lua_rawseti(L, -2, KIND);
    lua_pushstring(L, name);
    lua_rawseti(L, -2, NAME);
    lua_pushstring(L, frame.source && frame.source[0] == '=' ? frame.source + 1 : "");
    lua_rawseti(L, -2, FILE_NAME);
    lua_pushinteger(L, frame.currentline > 0 ? frame.currentline : 0);
    lua_rawseti(L, -2, LINE);
    lua_insert(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_PENDING);
    lua_pushvalue(L, -2);
    lua_rawseti(L, -2, (lua_Integer)lua_rawlen(L, -2) + 1);
    lua_pop(L, 1);
    lua_remove(L, -2);
}

static int declare(lua_State *L) {
    lua_Integer kind = lua_tointeger(L, lua_upvalueindex(1));
    const char *kind_text = clh_host_of(L)->request->kinds[kind];
    clh_charge(L, 64);
    if (!clh_host_of(L)->declaring)
        return luaL_error(
            L, "%s belongs in main.lua itself, not in a function that runs later", kind_text);
    lua_settop(L, 1);
    int type = lua_type(L, 1);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
        open_entry(L, kind, "");
        lua_pushvalue(L, 1);
        lua_rawseti(L, -2, VALUE);
        return 0;
    }
    size_t length = 0;
    const char *name = type == LUA_TSTRING ? lua_tolstring(L, 1, &length) : NULL;
    if (!name || length == 0 || length > NAME_LIMIT || strlen(name) != length
        || !clh_is_utf8((const uint8_t *)name, length))
        return luaL_error(
            L, "%s takes a name of 1 to %d bytes: %s \"name\" { … }", kind_text, NAME_LIMIT,
            kind_text);
    open_entry(L, kind, name);
    lua_pushcclosure(L, take_body, 1);
    return 1;
}

void clh_open_declarations(lua_State *L) {
    const clh_request *request = clh_host_of(L)->request;
    for (size_t i = 0; i < request->kind_count; i++) {
        lua_pushinteger(L, (lua_Integer)i);
        lua_pushcclosure(L, declare, 1);
        lua_setfield(L, -2, request->kinds[i]);
    }
}

// Every declaration must have its body by now.
void clh_finish_declarations(lua_State *L) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_PENDING);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        int entry = lua_gettop(L);
        if (lua_rawgeti(L, entry, VALUE) == LUA_TNIL) {
            const char *kind = kind_name(L, entry);
            lua_rawgeti(L, entry, FILE_NAME);
            lua_rawgeti(L, entry, LINE);
            lua_rawgeti(L, entry, NAME);
            const char *name = lua_tostring(L, -1);
            lua_pushfstring(
                L, "%s:%d: %s '%s' has no body; write %s \"%s\" { … }", lua_tostring(L, -3),
                (int)lua_tointeger(L, -2), kind, name, kind, name);
            lua_error(L);
        }
        lua_pop(L, 2);
    }
    lua_pop(L, 1);
}

static void put_text(lua_State *L, clh_buffer *out, int entry, int slot) {
    size_t length;
    lua_rawgeti(L, entry, slot);
    const char *text = lua_tolstring(L, -1, &length);
    clh_put_string(clh_host_of(L), out, text, length);
    lua_pop(L, 1);
}

// A list of declarations, each a list of kind, name, file, line and value.
void clh_encode_declarations(lua_State *L, clh_buffer *out) {
    clh_host *host = clh_host_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_PENDING);
    uint32_t count = (uint32_t)lua_rawlen(L, -1);
    clh_put_byte(host, out, CLH_VALUE_LIST);
    clh_put_u32(host, out, count);
    for (uint32_t i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        int entry = lua_gettop(L);
        const char *kind = kind_name(L, entry);
        clh_put_byte(host, out, CLH_VALUE_LIST);
        clh_put_u32(host, out, VALUE);
        clh_put_string(host, out, kind, strlen(kind));
        put_text(L, out, entry, NAME);
        put_text(L, out, entry, FILE_NAME);
        lua_rawgeti(L, entry, LINE);
        clh_encode(L, -1, out, 0, "");
        lua_rawgeti(L, entry, VALUE);
        if (!clh_encode(L, -1, out, CLH_ENCODE_FUNCTIONS, "its body")) {
            lua_rawgeti(L, entry, FILE_NAME);
            lua_rawgeti(L, entry, NAME);
            lua_rawgeti(L, entry, LINE);
            char text[900];
            snprintf(
                text, sizeof text, "%s:%d: %s '%s': %s", lua_tostring(L, -3),
                (int)lua_tointeger(L, -1), kind, lua_tostring(L, -2), host->problem);
            clh_kill_at(host, CLH_REASON_RESULT, text);
        }
        lua_settop(L, entry - 1);
    }
    lua_pop(L, 1);
}

// ---- Finding a function again ----

// Replaces the table at the top by its part that the path names first; false when there is none.
static bool step(lua_State *L, const char **path) {
    const char *at = *path;
    if (!lua_istable(L, -1)) return false;
    if (*at == '[' && at[1] == '"') {
        const char *end = strchr(at + 2, '"');
        if (!end || end[1] != ']') return false;
        lua_pushlstring(L, at + 2, (size_t)(end - at - 2));
        *path = end + 2;
    } else if (*at == '[') {
        char *end;
        long long position = strtoll(at + 1, &end, 10);
        if (*end != ']') return false;
        lua_pushinteger(L, position);
        *path = end + 1;
    } else {
        if (*at == '.') at++;
        size_t length = strcspn(at, ".[");
        if (length == 0) return false;
        lua_pushlstring(L, at, length);
        *path = at + length;
    }
    lua_rawget(L, -2);
    lua_remove(L, -2);
    return true;
}

static _Noreturn void no_contribution(lua_State *L, const clh_call *call) {
    char buffer[64];
    lua_newtable(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_PENDING);
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        if (strcmp(kind_name(L, lua_gettop(L)), call->kind) == 0) {
            lua_rawgeti(L, -1, NAME);
            lua_pushboolean(L, 1);
            lua_rawset(L, -5);
        }
        lua_pop(L, 1);
    }
    const char *close = clh_closest(L, -2, call->name, buffer, sizeof buffer);
    if (close)
        clh_kill(
            clh_host_of(L), CLH_REASON_HOST,
            "the plugin declares no %s '%s'; did you mean '%s'?", call->kind, call->name, close);
    clh_kill(
        clh_host_of(L), CLH_REASON_HOST, "the plugin declares no %s '%s'", call->kind,
        call->name);
}

// Pushes the function that a call names.
void clh_push_contribution(lua_State *L, const clh_call *call) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_DECLARATIONS);
    lua_pushfstring(L, "%s %s", call->kind, call->name);
    if (lua_rawget(L, -2) == LUA_TNIL) no_contribution(L, call);
    lua_remove(L, -2);
    lua_rawgeti(L, -1, VALUE);
    lua_remove(L, -2);
    const char *path = call->path;
    bool found = true;
    while (*path && found) found = step(L, &path);
    if (found && lua_isfunction(L, -1)) return;
    clh_kill(
        clh_host_of(L), CLH_REASON_HOST, "%s '%s' has no function%s%s", call->kind, call->name,
        *call->path ? " at " : "", call->path);
}
#endif
