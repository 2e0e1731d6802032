// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Basic functions of our own: no addresses in any text, a bounded log, protected calls that look at
// the clock, metatables without finalisers.
#ifdef COMMITTEE_SCRIPTING
#include "library.h"

// ---- Text ----

// Pushes what `tostring` answers. Never an address; a record says its own id.
void clh_push_text(lua_State *L, int index) {
    index = lua_absindex(L, index);
    clh_charge(L, 1);
    switch (lua_type(L, index)) {
        case LUA_TSTRING: lua_pushvalue(L, index); return;
        case LUA_TNUMBER:
            lua_pushvalue(L, index);
            lua_tolstring(L, -1, NULL);
            return;
        case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); return;
        case LUA_TNIL: lua_pushliteral(L, "nil"); return;
        default: break;
    }
    clh_view view;
    if (lua_type(L, index) == LUA_TLIGHTUSERDATA && clh_look(L, index, &view)) {
        clh_push_handle_text(L, &view);
        return;
    }
    if (luaL_callmeta(L, index, "__tostring")) {
        if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
        return;
    }
    int named = luaL_getmetafield(L, index, "__name");
    if (named == LUA_TSTRING) return;
    if (named != LUA_TNIL) lua_pop(L, 1);
    lua_pushstring(L, luaL_typename(L, index));
}

static int text_of(lua_State *L) {
    luaL_checkany(L, 1);
    clh_push_text(L, 1);
    return 1;
}

void clh_log(lua_State *L, const char *text, size_t length) {
    clh_host *host = clh_host_of(L);
    clh_charge(L, length / 16 + 1);
    if (host->log_full) return;
    if (host->log.length + length > host->limits.log) {
        static const char note[] = "… the log is full\n";
        host->log_full = true;
        clh_buffer_append(&host->log, note, sizeof note - 1);
        return;
    }
    clh_buffer_append(&host->log, text, length);
}

int clh_print(lua_State *L) {
    int count = lua_gettop(L);
    luaL_checkstack(L, 3, NULL);
    for (int i = 1; i <= count; i++) {
        if (i > 1) clh_log(L, "\t", 1);
        clh_push_text(L, i);
        size_t length;
        const char *text = lua_tolstring(L, -1, &length);
        clh_log(L, text, length);
        lua_pop(L, 1);
    }
    clh_log(L, "\n", 1);
    return 0;
}

// Jumps into the stock function that a wrapper stands before, with the stack as it was. Only
// functions without upvalues of their own can be taken so.
static int jump(lua_State *L) { return lua_tocfunction(L, lua_upvalueindex(1))(L); }

// ---- Metatables ----

// A raw `__gc` is refused: a table is marked for finalisation only here, so that none ever is.
static int set_metatable(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_istable(L, 2)) {
        lua_pushliteral(L, "__gc");
        if (lua_rawget(L, 2) != LUA_TNIL) return luaL_error(L, "'__gc' is not offered to plugins");
        lua_settop(L, 2);
        clh_note_metatable(L, 2);
    }
    return jump(L);
}

// ---- Protected calls ----

// Making the text of an error can take long in 5.4.4, where no instruction is counted; so each
// error that is caught looks at the clock.
static int after_error(lua_State *L) {
    clh_host *host = clh_host_of(L);
    clh_charge(L, 8);
    host->current = L;
    clh_check_clock(host);
    if (host->joins) clh_make_room(L, false);
    return 2;
}

// The stack is `true`, then the results or the error.
static int after_call(lua_State *L, int status, lua_KContext context) {
    (void)context;
    if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L);
    lua_pushboolean(L, 0);
    lua_replace(L, 1);
    return after_error(L);
}

static int protected_call(lua_State *L) {
    luaL_checkany(L, 1);
    clh_charge(L, 1);
    lua_pushboolean(L, 1);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 0, 0, after_call);
    return after_call(L, status, 0);
}

// With a handler the stack is the handler, `true`, then the results or the error.
static int after_handled_call(lua_State *L, int status, lua_KContext context) {
    (void)context;
    if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - 1;
    lua_pushboolean(L, 0);
    lua_replace(L, 2);
    return after_error(L);
}

static int handled_call(lua_State *L) {
    luaL_checktype(L, 2, LUA_TFUNCTION);
    clh_charge(L, 1);
    int arguments = lua_gettop(L) - 2;
    // From function, handler, arguments to handler, true, function, arguments.
    lua_pushvalue(L, 2);
    lua_insert(L, 1);
    lua_copy(L, 2, 3);
    lua_pushboolean(L, 1);
    lua_replace(L, 2);
    int status = lua_pcallk(L, arguments, LUA_MULTRET, 1, 0, after_handled_call);
    return after_handled_call(L, status, 0);
}

// ---- Behind the stock functions ----

// Charged by the number of the arguments.
static int by_count(lua_State *L) {
    clh_charge(L, 1 + (uint64_t)lua_gettop(L) / 4);
    return jump(L);
}

// Equal texts are compared byte by byte.
static int raw_equal(lua_State *L) {
    if (lua_type(L, 1) == LUA_TSTRING && lua_type(L, 2) == LUA_TSTRING)
        clh_charge_bytes(L, lua_rawlen(L, 1));
    return jump(L);
}

void clh_open_base(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"tostring", text_of}, {"print", clh_print}, {"pcall", protected_call},
        {"xpcall", handled_call}, {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
    clh_wrap(L, "setmetatable", set_metatable);
    clh_wrap(L, "select", by_count);
    clh_wrap(L, "rawequal", raw_equal);
    clh_open_order(L);
    clh_open_strings(L);
    clh_open_search(L);
    clh_open_tables(L);
    clh_open_utf8(L);
    clh_open_maths(L);
}
#endif
