// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// One run: a fresh state, main.lua, the calls, and the outcome. The state is never closed; its
// memory is freed from the host's own list, so that nothing of the plugin's runs at the end.
#ifdef COMMITTEE_SCRIPTING
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

static uint32_t count_at(const uint8_t *bytes) {
    uint32_t count;
    memcpy(&count, bytes, 4);
    return count;
}

// Encodes the value at the top as the result of the function at `function`.
static void take_result(lua_State *L, clh_host *host, int function) {
    host->phase = CLH_PHASE_RESULT;
    size_t before = host->nodes;
    if (!clh_encode(L, -1, &host->result, 0, "the result")) {
        char text[700];
        lua_Debug about;
        lua_pushvalue(L, function);
        lua_getinfo(L, ">S", &about);
        if (about.source[0] == '=' && about.linedefined > 0)
            snprintf(
                text, sizeof text, "%s:%d: %s", about.source + 1, about.linedefined,
                host->problem);
        else snprintf(text, sizeof text, "%s", host->problem);
        clh_kill_at(host, CLH_REASON_RESULT, text);
    }
    clh_hold_values(host, host->nodes - before, CLH_RETURNED_VALUE, 0);
    host->phase = CLH_PHASE_RUN;
}

// Calls the function with the item at the top, and leaves its answer there.
static void call_with_item(
    lua_State *L, clh_host *host, uint32_t item, int function, int arguments, uint32_t others,
    bool pair) {
    host->item = item;
    clh_charge(L, 4);
    lua_pushvalue(L, function);
    lua_insert(L, -2);
    if (pair) {
        int values = lua_gettop(L);
        lua_rawgeti(L, values, 1);
        lua_rawgeti(L, values, 2);
        lua_remove(L, values);
    }
    for (uint32_t other = 2; other <= others; other++) lua_rawgeti(L, arguments, other);
    lua_call(L, (int)others + (pair ? 1 : 0), 1);
}

// Calls the function once for each value of the list that is the first argument.
static void call_each_value(
    lua_State *L, clh_host *host, const clh_call *call, int function, int arguments,
    uint32_t others) {
    // List, its count, then the tag and the count of its first item.
    if (call->length < 10 || call->arguments[5] != CLH_VALUE_LIST)
        clh_kill(host, CLH_REASON_HOST, "a call for each item needs a list of them");
    uint32_t count = count_at(call->arguments + 6);
    clh_put_byte(host, &host->result, CLH_VALUE_LIST);
    clh_put_u32(host, &host->result, count);
    lua_rawgeti(L, arguments, 1);
    int items = lua_gettop(L);
    for (uint32_t i = 0; i < count; i++) {
        lua_rawgeti(L, items, (lua_Integer)i + 1);
        bool pair = call->each == CLH_EACH_PAIR;
        if (pair && !lua_istable(L, -1))
            clh_kill(host, CLH_REASON_HOST, "a call for each pair needs a list of lists");
        call_with_item(L, host, i, function, arguments, others, pair);
        take_result(L, host, function);
        lua_settop(L, items);
    }
}

// Calls the function once for each record of the list whose handle is the first argument. Most
// answer nil, which costs nothing more.
static void call_each_record(
    lua_State *L, clh_host *host, int function, int arguments, uint32_t others) {
    clh_view list;
    if (lua_rawgeti(L, arguments, 1) != LUA_TLIGHTUSERDATA || !clh_look(L, -1, &list)
        || list.what != CLH_LIST)
        clh_kill(host, CLH_REASON_HOST, "a call for each record needs a list of them");
    int top = lua_gettop(L);
    clh_put_byte(host, &host->result, CLH_VALUE_LIST);
    size_t size_at = host->result.length;
    clh_put_u32(host, &host->result, 0);
    uint32_t values = 0;
    for (uint32_t i = 0; i < list.count; i++) {
        clh_push_item(L, &list, i);
        call_with_item(L, host, i, function, arguments, others, false);
        if (!lua_isnil(L, -1)) {
            clh_put_byte(host, &host->result, CLH_VALUE_INTEGER);
            clh_put_u32(host, &host->result, i);
            clh_put_u32(host, &host->result, 0);
            take_result(L, host, function);
            values += 2;
        }
        lua_settop(L, top);
    }
    memcpy(host->result.data + size_at, &values, sizeof values);
}

// Makes the call of the function at the top, and takes what stood from it on off the stack.
static void call_one(lua_State *L, clh_host *host, const clh_call *call) {
    int function = lua_gettop(L), top = function - 1;
    clh_push_value(L, call->arguments, call->length);
    int arguments = lua_gettop(L);
    if (call->length < 5 || call->arguments[0] != CLH_VALUE_LIST)
        clh_kill(host, CLH_REASON_HOST, "the arguments of a call are a list");
    uint32_t count = count_at(call->arguments + 1);
    if (count > 200) clh_kill(host, CLH_REASON_HOST, "a call takes at most 200 arguments");
    luaL_checkstack(L, (int)count + 4, "too many arguments");
    if (call->each != CLH_ONE_CALL) {
        if (call->each != CLH_EACH_RECORD)
            call_each_value(L, host, call, function, arguments, count);
        else call_each_record(L, host, function, arguments, count);
        host->item = -1;
    } else {
        lua_pushvalue(L, function);
        for (uint32_t i = 1; i <= count; i++) lua_rawgeti(L, arguments, i);
        lua_call(L, (int)count, 1);
        take_result(L, host, function);
    }
    lua_settop(L, top);
}

static void begin_results(clh_host *host) {
    clh_put_byte(host, &host->result, CLH_VALUE_LIST);
    clh_put_u32(host, &host->result, (uint32_t)host->request->call_count);
}

static int run_all(lua_State *L) {
    clh_host *host = clh_host_of(L);
    const clh_request *request = host->request;
    host->phase = CLH_PHASE_LOAD;
    clh_open_sandbox(L);
    const char *entry = request->entry ? request->entry : "main.lua";
    if (!clh_load_file(L, entry))
        clh_kill(host, CLH_REASON_HOST, "the plugin has no file '%s'", entry);
    if (request->only_compiles) {
        clh_encode_declarations(L, &host->result);
        return 0;
    }
    if (request->calls_main) {
        host->phase = CLH_PHASE_RUN;
        host->call = 0;
        begin_results(host);
        call_one(L, host, &request->calls[0]);
        return 0;
    }
    host->phase = CLH_PHASE_DECLARE;
    host->declaring = true;
    lua_call(L, 0, 0);
    clh_finish_declarations(L);
    host->declaring = false;
    if (request->call_count == 0) {
        clh_encode_declarations(L, &host->result);
        return 0;
    }
    host->phase = CLH_PHASE_RUN;
    begin_results(host);
    for (size_t i = 0; i < request->call_count; i++) {
        host->call = (int64_t)i;
        clh_push_contribution(L, &request->calls[i]);
        call_one(L, host, &request->calls[i]);
    }
    return 0;
}

// Everything between the jump's target and here runs in C and Lua alone.
static void run_protected(clh_host *host) {
    if (setjmp(host->exit) != 0) return;
    lua_State *L = lua_newstate(clh_allocate, host);
    if (!L) {
        host->outcome->reason = CLH_REASON_MEMORY;
        snprintf(
            host->outcome->message, sizeof host->outcome->message,
            "the run needs more than its %llu bytes of memory",
            (unsigned long long)host->limits.memory);
        return;
    }
    *(clh_host **)lua_getextraspace(L) = host;
    host->main = host->current = L;
    host->armed = true;
    lua_atpanic(L, clh_panic);
    clh_start_limits(L, host);
    clh_make_room(L, true);
    lua_pushcfunction(L, clh_handle_error);
    lua_pushcfunction(L, run_all);
    int status = lua_pcall(L, 0, 0, 1);
    host->armed = false;
    if (status == LUA_OK) {
        // The compiler calls the handler for a text that is nested too deeply, and `load` goes on.
        clh_outcome *outcome = host->outcome;
        outcome->reason = CLH_OK;
        outcome->message[0] = outcome->file[0] = outcome->traceback[0] = 0;
        outcome->line = 0;
    } else if (host->outcome->reason == CLH_OK || status == LUA_ERRERR) {
        // The handler itself found no room.
        host->outcome->reason = CLH_REASON_STACK;
        snprintf(
            host->outcome->message, sizeof host->outcome->message,
            CLH_TOO_DEEP);
    }
}

static uint64_t clamp(uint64_t value, uint64_t low, uint64_t high) {
    return value < low ? low : value > high ? high : value;
}

static void set_limits(clh_host *host) {
    clh_limits limits = host->request->limits;
    limits.memory = clamp(limits.memory, 1, (uint64_t)1 << 36);
    limits.milliseconds = clamp(limits.milliseconds, 0, (uint64_t)1 << 40);
    limits.output = clamp(limits.output, 0, UINT32_MAX);
    if (limits.string == 0) limits.string = clamp(limits.memory / 8, 64 * 1024, 8 << 20);
    if (limits.stack == 0) limits.stack = 256 * 1024;
    if (limits.log == 0) limits.log = 64 * 1024;
    host->limits = limits;
    host->fuel_left = limits.fuel;
    host->texts_room = limits.memory / 8;
    host->deadline = clh_now_milliseconds() + limits.milliseconds;
}

clh_outcome *clh_run(const clh_request *request) {
    clh_outcome *outcome = calloc(1, sizeof(clh_outcome));
    clh_host *host = calloc(1, sizeof(clh_host));
    if (!outcome || !host) {
        free(outcome);
        free(host);
        return NULL;
    }
    host->outcome = outcome;
    host->request = request;
    host->blocks.next = host->blocks.previous = &host->blocks;
    host->call = host->item = -1;
    host->stack_base = __builtin_frame_address(0);
    host->result.host = host->arguments.host = host->log.host = host;
    host->reply.buffer.host = host->output.host = host;
    set_limits(host);
    if (request->broken) {
        outcome->reason = CLH_REASON_MEMORY;
        snprintf(
            outcome->message, sizeof outcome->message, "the run could not be prepared in memory");
    } else {
        run_protected(host);
    }
    outcome->phase = host->phase;
    outcome->call = host->call;
    outcome->item = host->item;
    outcome->fuel_used = host->limits.fuel - host->fuel_left;
    clh_free_blocks(host);
    if (outcome->reason == CLH_OK) {
        outcome->result = host->result.data;
        outcome->result_length = host->result.length;
        outcome->output = host->output.data;
        outcome->output_length = host->output.length;
    } else {
        clh_buffer_free(&host->result);
        clh_buffer_free(&host->output);
    }
    outcome->log = host->log.data;
    outcome->log_length = host->log.length;
    clh_buffer_free(&host->arguments);
    clh_buffer_free(&host->reply.buffer);
    free(host);
    return outcome;
}

void clh_outcome_free(clh_outcome *outcome) {
    if (!outcome) return;
    free(outcome->result);
    free(outcome->output);
    free(outcome->log);
    free(outcome);
}
#endif
