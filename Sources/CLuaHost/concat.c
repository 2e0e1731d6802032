// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// `__concat` without a fault of the Lua below. Debian's 5.4.4 goes on with a concatenation of three
// values or more from where the stack stood before the metamethod was called. When the call made
// the stack move, that is memory which has been freed. So:
//
// - Only a plugin one of whose texts has the word `__concat` gets that metamethod. For all others
//   its name is changed where Lua keeps it, to one that no plugin can write.
// - Where it is offered, the stack has its room from the start, and does not move while such a
//   metamethod may be running: rather than that, the run ends.
// - Dates join texts by a metamethod of ours, which is a function of C. When the stack moved in
//   the very step that called it, the run ends there.
#ifdef COMMITTEE_SCRIPTING
#include "internal.h"

#define NAME "__concat"

// Slots of a stack that are free when its coroutine begins.
enum { ROOM_OF_MAIN = 150, ROOM_OF_THREAD = 100, JOINING_MAIN = 8000, JOINING_THREAD = 1000 };
enum { ROOM_TO_JOIN = 60 };  // more than a call of a function of C asks for

bool clh_has_concat(const char *text, size_t length) {
    const char *end = text + length;
    for (const char *at = text; (at = memchr(at, '_', (size_t)(end - at))) != NULL; at++)
        if ((size_t)(end - at) >= sizeof NAME - 1 && memcmp(at, NAME, sizeof NAME - 1) == 0)
            return true;
    return false;
}

// A short text is kept once, so this is the name by which Lua looks for the metamethod. Nobody can
// write the new one: it is made of the clock and of addresses.
void clh_hide_concat(lua_State *L) {
    clh_host *host = clh_host_of(L);
    lua_pushliteral(L, NAME);
    host->concat_name = (char *)(uintptr_t)lua_tostring(L, -1);
    uint64_t odd = (uint64_t)(uintptr_t)host->concat_name * 0x9E3779B97F4A7C15;
    odd ^= (clh_now_nanoseconds() + (uint64_t)(uintptr_t)host) * 0xBF58476D1CE4E5B9;
    odd |= 0x8080808080808080;  // not a word of ASCII
    memcpy(host->concat_name, &odd, sizeof odd);
    lua_pop(L, 1);
}

void clh_offer_concat(lua_State *L) {
    clh_host *host = clh_host_of(L);
    if (host->joins) return;
    memcpy(host->concat_name, NAME, sizeof NAME - 1);
    host->joins = true;
    clh_make_room(L, false);
}

// Whether a call of `__concat` may be under way in the coroutine. A tail call hides who called.
static bool may_be_joining(lua_State *L) {
    lua_Debug frame;
    for (int level = 0; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "nt", &frame);
        if (frame.istailcall) return true;
        if (strcmp(frame.namewhat, "metamethod") == 0 && strcmp(frame.name, "concat") == 0)
            return true;
    }
    return false;
}

// Lets the stack of a coroutine have its room. One that waits for its resume runs nothing.
void clh_make_room(lua_State *L, bool waits) {
    clh_host *host = clh_host_of(L);
    bool is_main = L == host->main;
    int room = is_main ? ROOM_OF_MAIN : ROOM_OF_THREAD;
    if (host->joins) {
        if (!waits && may_be_joining(L)) return;
        room = is_main ? JOINING_MAIN : JOINING_THREAD;
    }
    host->may_move = true;
    lua_checkstack(L, room);
    host->may_move = false;
}

// Called where a date is made and at each tick, so that the stack hardly ever has to grow where a
// date is joined: the caller's frame has this room beyond it then. Without `__concat` no code of a
// plugin runs inside a concatenation, so the stack may move.
void clh_keep_room(lua_State *L) {
    clh_host *host = clh_host_of(L);
    if (host->joins) return;
    host->may_move = true;
    lua_checkstack(L, ROOM_TO_JOIN);
    host->may_move = false;
}

// Called when a stack has moved, before anything reads what was there.
void clh_stack_moved(clh_host *host) {
    if (host->may_move) return;
    host->blocks_since_move = 0;
    if (!host->joins || !host->armed) return;
    lua_State *L = host->current;
    lua_Debug frame;
    if (!lua_getstack(L, 0, &frame)) return;
    lua_getinfo(L, "S", &frame);
    if (*frame.what != 'C' || may_be_joining(L)) clh_kill(host, CLH_REASON_STACK, CLH_NO_JOIN);
}

// Called by a metamethod of ours before it answers a concatenation. Its call may have made the stack
// grow, and after that one block that keeps account of the call.
void clh_check_join(lua_State *L) {
    clh_host *host = clh_host_of(L);
    host->current = L;
    if (host->blocks_since_move < 2) clh_kill(host, CLH_REASON_STACK, CLH_NO_JOIN);
}
#endif
