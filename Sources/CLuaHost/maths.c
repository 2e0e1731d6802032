// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The maths library is Lua's own. Random numbers start from the seed of the run, so that they
// never follow the clock.
#ifdef COMMITTEE_SCRIPTING
#include "library.h"

// max and min look at every argument.
static int by_count(lua_State *L) {
    clh_charge(L, 1 + (uint64_t)lua_gettop(L) / 4);
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

// Without a seed, the host's again. The stock function keeps its state in an upvalue, so it is
// called, not jumped into.
static int random_seed(lua_State *L) {
    if (lua_gettop(L) == 0) lua_pushinteger(L, (lua_Integer)clh_host_of(L)->request->seed);
    if (lua_gettop(L) > 2) lua_settop(L, 2);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

void clh_open_maths(lua_State *L) {
    lua_getfield(L, -1, LUA_MATHLIBNAME);
    clh_wrap(L, "max", by_count);
    clh_wrap(L, "min", by_count);
    clh_wrap(L, "randomseed", random_seed);
    lua_getfield(L, -1, "randomseed");
    lua_call(L, 0, 0);
    lua_pop(L, 1);
}
#endif
