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
    luaL_checktype(L, 1, LUA_TFUNCTION);
    clh_charge(L, PERIOD);
    lua_State *thread = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, thread, 1);
    clh_make_room(thread, true);
    return 1;
}

// Resumes a coroutine with the arguments at the top. Answers how many results stand at the top
// then, or -1 with a message.
static int resume_thread(lua_State *L, lua_State *thread, int arguments) {
    clh_host *host = clh_host_of(L);
    int results = 0;
    host->may_move = true;  // nothing runs in a coroutine that waits
    bool fits = lua_checkstack(thread, arguments);
    host->may_move = false;
    if (!fits) {
        lua_pushliteral(L, "too many arguments to resume");
        return -1;
    }
    lua_xmove(L, thread, arguments);
    bool joined = host->joins;
    if (joined) clh_make_room(thread, true);
    clh_enter(host, thread);
    int status = lua_resume(thread, L, arguments, &results);
    clh_enter(host, L);
    if (joined != host->joins) clh_make_room(L, false);
    if (status == LUA_OK || status == LUA_YIELD) {
        if (!lua_checkstack(L, results + 1)) {
            lua_pop(thread, results);
            lua_pushliteral(L, "too many results to resume");
            return -1;
        }
        lua_xmove(thread, L, results);
        return results;
    }
    // The text of an error may have taken long.
    clh_check_clock(host);
    lua_xmove(thread, L, 1);
    return -1;
}

static int resume(lua_State *L) {
    lua_State *thread = check_coroutine(L);
    clh_charge(L, 1);
    int count = resume_thread(L, thread, lua_gettop(L) - 1);
    lua_pushboolean(L, count >= 0);
    if (count < 0) count = 1;
    lua_insert(L, -count - 1);
    return count + 1;
}

// Closes a suspended or dead coroutine. In 5.4.4 a chain of closing handlers starts its count of C
// calls anew each time, so the depth is counted here.
static int close_thread(lua_State *L, lua_State *thread) {
    clh_host *host = clh_host_of(L);
    if (host->close_depth >= CLOSE_DEPTH) luaL_error(L, "C stack overflow");
    host->close_depth++;
    clh_enter(host, thread);
    int status = lua_resetthread(thread);
    clh_enter(host, L);
    host->close_depth--;
    if (status != LUA_OK) clh_check_clock(host);
    return status;
}

static int close(lua_State *L) {
    lua_State *thread = check_coroutine(L);
    clh_charge(L, PERIOD);
    lua_Debug frame;
    int status = lua_status(thread);
    if (thread == L) return luaL_error(L, "cannot close a running coroutine");
    if (thread == clh_host_of(L)->main || (status == LUA_OK && lua_getstack(thread, 0, &frame)))
        return luaL_error(L, "cannot close a normal coroutine");
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
    clh_charge(L, 1);
    int count = resume_thread(L, thread, lua_gettop(L));
    if (count >= 0) return count;
    int status = lua_status(thread);
    if (status != LUA_OK && status != LUA_YIELD) {
        // The closing handlers may put another error in the place of this one.
        lua_xmove(L, thread, 1);
        close_thread(L, thread);
        lua_xmove(thread, L, 1);
    }
    if (lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int wrap(lua_State *L) {
    create(L);
    lua_pushcclosure(L, wrapped, 1);
    return 1;
}

void clh_open_coroutine(lua_State *L) {
    static const luaL_Reg functions[] = {
        {"create", create}, {"resume", resume}, {"close", close}, {"wrap", wrap}, {NULL, NULL}};
    lua_getfield(L, -1, LUA_COLIBNAME);
    luaL_setfuncs(L, functions, 0);
    lua_pop(L, 1);
}
#endif
