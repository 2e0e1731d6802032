// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Fuel, time and the way out. A limit never raises a Lua error, since Lua code could catch one: it
// notes the reason and the frames without allocating, and jumps to the entry point.
#ifdef COMMITTEE_SCRIPTING
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "internal.h"

enum {
    HOOK_EVERY = 256,              // instructions
    CLOCK_EVERY = 512,             // units of charge
    C_STACK = 6 * 1024 * 1024,     // bytes of the stack of C that a run may use
    FIRST_COLLECTION = 4 << 20,    // bytes
    METATABLES_EVERY = 16 * 1024,  // metatables between two collections
    FRAMES_SHOWN = 24,
};

uint64_t clh_now_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

uint64_t clh_now_milliseconds(void) { return clh_now_nanoseconds() / 1000000; }

// Notes the frames and jumps. A position that is known already stands.
static _Noreturn void leave(clh_host *host, clh_reason reason) {
    clh_outcome *outcome = host->outcome;
    outcome->reason = reason;
    outcome->traceback[0] = 0;
    host->armed = false;
    if (host->main) {
        lua_Debug frame;
        lua_State *L = host->current ? host->current : host->main;
        if (!lua_getstack(L, 0, &frame)) L = host->main;
        clh_record_frames(host, L, false);
        if (L != host->main) clh_record_frames(host, host->main, false);
    }
    longjmp(host->exit, 1);
}

_Noreturn void clh_kill(clh_host *host, clh_reason reason, const char *format, ...) {
    clh_outcome *outcome = host->outcome;
    va_list values;
    va_start(values, format);
    vsnprintf(outcome->message, sizeof outcome->message, format, values);
    va_end(values);
    outcome->file[0] = 0;
    outcome->line = 0;
    leave(host, reason);
}

// The same for a text that begins with its position, such as "main.lua:3: …".
_Noreturn void clh_kill_at(clh_host *host, clh_reason reason, const char *text) {
    clh_outcome *outcome = host->outcome;
    size_t length = strlen(text);
    outcome->file[0] = 0;
    outcome->line = 0;
    clh_set_position(host, &text, &length);
    snprintf(outcome->message, sizeof outcome->message, "%s", text);
    leave(host, reason);
}

void clh_check_clock(clh_host *host) {
    if (atomic_load_explicit(&((clh_request *)host->request)->cancelled, memory_order_relaxed))
        clh_kill(host, CLH_REASON_CANCELLED, "the run was cancelled by its caller");
    if (clh_now_milliseconds() > host->deadline)
        clh_kill(
            host, CLH_REASON_TIME, "the run took longer than its %llu milliseconds",
            (unsigned long long)host->limits.milliseconds);
}

// Lua counts nested calls of C anew when a coroutine is closed, so the stack itself is measured.
static void check_stack(clh_host *host) {
    const char *here = __builtin_frame_address(0);
    if (host->stack_base - here > C_STACK) clh_kill(host, CLH_REASON_STACK, CLH_TOO_DEEP);
}

// ---- What ran how often ----

// What a loop without an end does shows at the end of the fuel as well as before, so that lines are
// counted there alone.
enum { COUNTED_PART = 64 };

static void count_line(lua_State *L, clh_host *host, lua_Debug *frame) {
    if (!lua_getinfo(L, "S", frame) || frame->source[0] != '=') return;
    unsigned place = (unsigned)frame->currentline;
    for (int i = 0; i < 8; i++, place++) {
        clh_line_count *count = &host->lines[place % CLH_LINES_COUNTED];
        if (count->times == 0) {
            snprintf(count->file, sizeof count->file, "%s", frame->source + 1);
            count->line = frame->currentline;
        } else if (count->line != frame->currentline || strcmp(count->file, frame->source + 1) != 0) {
            continue;
        }
        count->times++;
        return;
    }
}

_Noreturn static void end_of_fuel(clh_host *host) {
    const clh_line_count *most = &host->lines[0];
    for (int i = 1; i < CLH_LINES_COUNTED; i++)
        if (host->lines[i].times > most->times) most = &host->lines[i];
    unsigned long long fuel = host->limits.fuel;
    host->fuel_left = 0;
    if (most->times < 100)
        clh_kill(host, CLH_REASON_FUEL, "the run used up its %llu units of work", fuel);
    clh_kill(
        host, CLH_REASON_FUEL,
        "the run used up its %llu units of work; in the last %llu of them line %d of %s ran %llu times: "
        "see that its loop ends", fuel, (unsigned long long)host->counted_from, most->line, most->file,
        (unsigned long long)most->times);
}

void clh_charge(lua_State *L, uint64_t units) {
    clh_host *host = clh_host_of(L);
    host->current = L;
    if (units > host->fuel_left) end_of_fuel(host);
    host->fuel_left -= units;
    host->since_check += units;
    check_stack(host);
    if (host->since_check >= host->clock_every) {
        host->since_check = 0;
        clh_check_clock(host);
    }
}

// ---- Collections ----

// The metatables in use, as the keys of a weak table, so that none is kept alive by being known.
void clh_open_metatables(lua_State *L) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_METATABLES);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "k");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void clh_note_metatable(lua_State *L, int index) {
    clh_host *host = clh_host_of(L);
    lua_pushvalue(L, index);
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_METATABLES);
    lua_insert(L, -2);
    lua_pushboolean(L, 1);
    host->any_hash = true;
    lua_rawset(L, -3);
    host->any_hash = false;
    lua_pop(L, 1);
    if (++host->metatables_since < METATABLES_EVERY) return;
    host->metatables_since = 0;
    host->collect_soon = true;
    clh_enter(host, L);
}

// Removes `__mode` from every metatable in use: weak tables make a collection quadratic.
static void scrub_weak(lua_State *L) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, CLH_SLOT_METATABLES);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        lua_pop(L, 1);
        lua_pushliteral(L, "__mode");
        lua_pushnil(L);
        lua_rawset(L, -3);
    }
    lua_pop(L, 1);
}

// The next collection comes when half of the room has gone, but not sooner than a 64th of the
// memory later: a run that lives at its limit ends there, rather than in one collection after the
// other.
static void plan_collection(clh_host *host) {
    size_t memory = host->limits.memory;
    size_t room = memory > host->live ? memory - host->live : 0;
    size_t more = room / 2 < host->live ? room / 2 : host->live;
    if (more < memory / 64) more = memory / 64;
    host->collect_at = host->live + more;
    if (host->collect_at < FIRST_COLLECTION && room > FIRST_COLLECTION)
        host->collect_at = FIRST_COLLECTION;
}

static void collect(lua_State *L, clh_host *host) {
    if (!lua_checkstack(L, 8)) return;
    scrub_weak(L);
    host->newest = NULL;
    host->collecting = true;
    lua_gc(L, LUA_GCCOLLECT);
    host->collecting = false;
    plan_collection(host);
    clh_check_clock(host);
}

// ---- Ticks ----

static void on_tick(lua_State *L, lua_Debug *frame) {
    clh_host *host = clh_host_of(L);
    if (frame->event == LUA_HOOKLINE) {
        count_line(L, host, frame);
        return;
    }
    clh_charge(L, (uint64_t)lua_gethookcount(L));
    if (!host->counting && host->fuel_left < host->limits.fuel / COUNTED_PART) {
        host->counting = true;
        host->counted_from = host->fuel_left;
        clh_enter(host, L);
    }
    clh_keep_room(L);
    if (host->collect_soon) {
        host->collect_soon = false;
        collect(L, host);
        clh_enter(host, L);
    } else if (host->live > host->collect_at) {
        collect(L, host);
    }
}

void clh_enter(clh_host *host, lua_State *L) {
    int period = host->collect_soon ? 1 : host->period;
    host->current = L;
    int events = host->counting ? LUA_MASKCOUNT | LUA_MASKLINE : LUA_MASKCOUNT;
    if (lua_gethookcount(L) != period || lua_gethookmask(L) != events)
        lua_sethook(L, on_tick, events, period);
}

// One instruction may compare a long text, or read it as a number. So the longer the longest text,
// the more often the clock is looked at; and long texts that are dropped are collected soon. Both
// depend on the texts alone, so that the same run still costs the same.
void clh_note_text(clh_host *host, size_t size) {
    if (size > host->longest_text) {
        host->longest_text = size;
        size_t period = (size_t)HOOK_EVERY * CLH_LONG_TEXT / size;
        if (period < 1) period = 1;
        bool changed = host->period != (int)period;
        host->period = (int)period;
        host->clock_every = 2 * period;
        if (changed && host->current) clh_enter(host, host->current);
    }
    clh_note_garbage(host, size);
}

void clh_note_garbage(clh_host *host, size_t size) {
    host->garbage_since += size;
    if (host->garbage_since <= host->limits.memory / 4) return;
    host->garbage_since = 0;
    host->collect_soon = true;
    if (host->current) clh_enter(host, host->current);
}

void clh_start_limits(lua_State *L, clh_host *host) {
    lua_gc(L, LUA_GCSTOP);
    host->period = HOOK_EVERY;
    host->clock_every = CLOCK_EVERY;
    clh_enter(host, L);
    plan_collection(host);
}

// ---- Positions ----

static const char *file_of(const lua_Debug *frame) {
    return frame->source[0] == '=' ? frame->source + 1 : frame->source;
}

// Appends the Lua frames to the traceback, and sets file and line from the first when they are not
// known yet. Nothing is allocated.
void clh_record_frames(clh_host *host, lua_State *L, bool names) {
    clh_outcome *outcome = host->outcome;
    size_t length = strlen(outcome->traceback);
    size_t size = sizeof outcome->traceback;
    int shown = 0;
    lua_Debug frame;
    for (int level = 0; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.currentline <= 0 || frame.source[0] != '=') continue;
        if (!outcome->file[0]) {
            snprintf(outcome->file, sizeof outcome->file, "%s", file_of(&frame));
            outcome->line = frame.currentline;
        }
        const char *name = NULL;
        if (names) {
            lua_getinfo(L, "n", &frame);
            name = frame.name;
        }
        if (length + 160 > size) return;
        if (++shown > FRAMES_SHOWN) {
            snprintf(outcome->traceback + length, size - length, "...\n");
            return;
        }
        const char *what = strcmp(frame.what, "main") == 0 ? "the file itself" : "a function";
        char place[96];
        snprintf(place, sizeof place, name ? "function '%.60s'" : "%.60s", name ? name : what);
        length += (size_t)snprintf(
            outcome->traceback + length, size - length, "%s:%d: in %s\n", file_of(&frame),
            frame.currentline, place);
    }
}

// Takes "main.lua:3: " off the front of a message and keeps it as the position: a level given to
// `error` says where the fault is better than the place where it was raised.
void clh_set_position(clh_host *host, const char **message, size_t *length) {
    const clh_request *request = host->request;
    for (size_t i = 0; i < request->file_count; i++) {
        const char *name = request->files[i].name;
        size_t size = strlen(name);
        if (*length < size + 3 || memcmp(*message, name, size) != 0) continue;
        if ((*message)[size] != ':') continue;
        size_t at = size + 1;
        long line = 0;
        while (at < *length && (*message)[at] >= '0' && (*message)[at] <= '9' && line < 10000000)
            line = line * 10 + ((*message)[at++] - '0');
        if (at == size + 1 || at + 1 >= *length || (*message)[at] != ':') continue;
        snprintf(host->outcome->file, sizeof host->outcome->file, "%s", name);
        host->outcome->line = (int)line;
        at++;
        if ((*message)[at] == ' ') at++;
        *message += at;
        *length -= at;
        return;
    }
}

// The message handler of a run: it stands on the stack of the error, so it can see the frames. It
// never calls a metamethod of the error value.
int clh_handle_error(lua_State *L) {
    clh_host *host = clh_host_of(L);
    clh_outcome *outcome = host->outcome;
    outcome->reason = CLH_REASON_LUA;
    outcome->file[0] = outcome->traceback[0] = 0;
    outcome->line = 0;
    host->current = L;
    clh_record_frames(host, L, true);
    size_t length;
    const char *message;
    bool overflow;
    switch (lua_type(L, 1)) {
        case LUA_TSTRING:
        case LUA_TNUMBER:
            message = lua_tolstring(L, 1, &length);
            overflow = strstr(message, "stack overflow") != NULL;
            clh_set_position(host, &message, &length);
            if (length >= sizeof outcome->message) length = sizeof outcome->message - 1;
            memcpy(outcome->message, message, length);
            outcome->message[length] = 0;
            if (overflow) {
                outcome->reason = CLH_REASON_STACK;
                snprintf(
                    outcome->message, sizeof outcome->message, CLH_TOO_DEEP);
            } else {
                clh_explain_error(L, outcome->message, sizeof outcome->message);
            }
            break;
        case LUA_TNIL:
            snprintf(outcome->message, sizeof outcome->message, "error was called with nil");
            break;
        case LUA_TBOOLEAN:
            snprintf(
                outcome->message, sizeof outcome->message, "error was called with %s",
                lua_toboolean(L, 1) ? "true" : "false");
            break;
        default:
            snprintf(
                outcome->message, sizeof outcome->message,
                "error was called with a %s; give it a text",
                lua_type(L, 1) == LUA_TLIGHTUSERDATA ? "record" : luaL_typename(L, 1));
    }
    return 1;
}

// An error outside every protected call: taken as a failure of the host, by the same way out.
int clh_panic(lua_State *L) {
    clh_host *host = clh_host_of(L);
    clh_kill(host, CLH_REASON_HOST, "an error reached the edge of the Lua host");
}
#endif
