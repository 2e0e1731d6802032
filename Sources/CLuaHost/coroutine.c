// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Coroutines: each pays for itself, kills name the right one, and closing cannot nest for ever.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

enum { PERIOD = 256, CLOSE_DEPTH = 50 };

static lua_State *check_coroutine(lua_State *L) {
    lua_State *thread = lua_tothread(L, 1);
    luaL_argexpected(L, thread, 1, "coroutine");
    return thread;
}

static int create(lua_State *L) {
    clh_charge(L, PERIOD);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static int resume(lua_State *L) {
    clh_charge(L, 1);
    int count = lua_tocfunction(L, lua_upvalueindex(1))(L);
    clh_host_of(L)->current = L;
    return count;
}

// Closes a suspended or dead coroutine. In 5.4.4 a chain of closing handlers starts its count of C
// calls anew each time, so the depth is counted here.
static int close_thread(lua_State *L, lua_State *thread) {
    clh_host *host = clh_host_of(L);
    if (++host->close_depth > CLOSE_DEPTH)
        clh_kill(host, CLH_REASON_STACK, "coroutines are closed too deeply inside one another");
    int status = lua_resetthread(thread);
    host->close_depth--;
    host->current = L;
    return status;
}

static int close(lua_State *L) {
    lua_State *thread = check_coroutine(L);
    clh_charge(L, PERIOD);
    lua_Debug frame;
    int status = lua_status(thread);
    if (thread == L || thread == clh_host_of(L)->main
        || (status == LUA_OK && lua_getstack(thread, 0, &frame)))
        return luaL_error(L, "cannot close a running coroutine");
    status = close_thread(L, thread);
    if (status == LUA_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    lua_pushboolean(L, 0);
    lua_xmove(thread, L, 1);
    return 2;
}

static int wrapped(lua_State *L) {
    lua_State *thread = lua_tothread(L, lua_upvalueindex(1));
    int arguments = lua_gettop(L), results;
    clh_charge(L, 1);
    if (!lua_checkstack(thread, arguments)) return luaL_error(L, "too many arguments to resume");
    lua_Debug frame;
    int status = lua_status(thread);
    if (status == LUA_OK && (lua_getstack(thread, 0, &frame) || lua_gettop(thread) == 0))
        return luaL_error(
            L, lua_gettop(thread) == 0 ? "cannot resume dead coroutine"
                                       : "cannot resume non-suspended coroutine");
    lua_xmove(L, thread, arguments);
    status = lua_resume(thread, L, arguments, &results);
    clh_host_of(L)->current = L;
    if (status == LUA_OK || status == LUA_YIELD) {
        if (!lua_checkstack(L, results + 1)) return luaL_error(L, "too many results to resume");
        lua_xmove(thread, L, results);
        return results;
    }
    status = lua_status(thread);
    if (status != LUA_OK && status != LUA_YIELD) close_thread(L, thread);
    lua_xmove(thread, L, 1);
    if (lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int wrap(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    clh_charge(L, PERIOD);
    lua_State *thread = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, thread, 1);
    lua_pushcclosure(L, wrapped, 1);
    return 1;
}

void clh_open_coroutine(lua_State *L) {
    lua_getfield(L, -1, LUA_COLIBNAME);
    lua_getfield(L, -1, "create");
    lua_pushcclosure(L, create, 1);
    lua_setfield(L, -2, "create");
    lua_getfield(L, -1, "resume");
    lua_pushcclosure(L, resume, 1);
    lua_setfield(L, -2, "resume");
    lua_pushcfunction(L, close);
    lua_setfield(L, -2, "close");
    lua_pushcfunction(L, wrap);
    lua_setfield(L, -2, "wrap");
    lua_pop(L, 1);
}
#endif
