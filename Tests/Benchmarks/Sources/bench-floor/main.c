// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// The floor as a process that waits for the runner: bench-floor PLUGIN PLAN. A line on stdin is the
// name of a measurement, and perhaps a file for what it writes; the answer is one line: nanoseconds
// of the processor, nanoseconds on the clock, bytes or things made, and 0.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "floor.h"

enum { EMPTY_CALLS = 1000000, EMPTY_STATES = 200 };

static const char *plugin;
static floor_plan *plan;

typedef struct {
    uint64_t processor, clock;
} moment;

static uint64_t read_clock(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static moment now(void) {
    return (moment){read_clock(CLOCK_PROCESS_CPUTIME_ID), read_clock(CLOCK_MONOTONIC)};
}

static moment since(moment start) {
    moment end = now();
    return (moment){end.processor - start.processor, end.clock - start.clock};
}

static void must(lua_State *L, int status) {
    if (status == LUA_OK) return;
    fprintf(stderr, "bench-floor: %s\n", lua_tostring(L, -1));
    exit(1);
}

// ---- Measurements: each gives how many things it made; bytes are counted by the caller ----

static void run_report(lua_State *L, const char *declaration) {
    floor_push_function(L, declaration, "run");
    lua_getfield(L, LUA_REGISTRYINDEX, "edition");
    lua_getfield(L, LUA_REGISTRYINDEX, "out");
    lua_getfield(L, LUA_REGISTRYINDEX, "ctx");
    must(L, lua_pcall(L, 3, 0, 0));
}

// Everything from nothing: the state, the plugin, the tables, the run. Closing is not counted.
static moment run_cold(const char *declaration, floor_fields fields) {
    moment start = now();
    lua_State *L = floor_open(plugin, 1);
    floor_build(L, plan, fields);
    run_report(L, declaration);
    moment taken = since(start);
    lua_close(L);
    return taken;
}

// Calls the rule for every action and reads what it returns; gives how many were due.
static size_t run_rule(lua_State *L, const char *declaration) {
    size_t due = 0;
    floor_push_function(L, declaration, "compute");
    int function = lua_gettop(L);
    lua_getfield(L, LUA_REGISTRYINDEX, "ctx");
    lua_getfield(L, LUA_REGISTRYINDEX, "edition");
    lua_getfield(L, -1, "plan");
    lua_getfield(L, -1, "actions");
    lua_Integer count = (lua_Integer)lua_rawlen(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_pushvalue(L, function);
        lua_rawgeti(L, function + 4, i);
        lua_pushvalue(L, function + 1);
        must(L, lua_pcall(L, 2, 1, 0));
        if (lua_istable(L, -1)) {
            lua_getfield(L, -1, "due");
            lua_getfield(L, -2, "tier");
            due += lua_isstring(L, -1) && lua_isuserdata(L, -2);
            lua_pop(L, 2);
        }
        lua_pop(L, 1);
    }
    lua_settop(L, function - 1);
    return due;
}

static int nothing(lua_State *L) {
    (void)L;
    return 0;
}

static void call_nothing(lua_State *L) {
    for (int i = 0; i < EMPTY_CALLS; i++) {
        lua_pushcfunction(L, nothing);
        lua_pcall(L, 0, 0, 0);
    }
}

static void open_states(void) {
    for (int i = 0; i < EMPTY_STATES; i++) {
        lua_State *L = luaL_newstate();
        luaL_openlibs(L);
        lua_close(L);
    }
}

// ---- The process ----

static void answer(lua_State *L, const char *name, const char *file) {
    floor_output_clear();
    size_t made = 0, length = 0;
    moment start = now(), taken = {0, 0};
    if (!strcmp(name, "lines")) run_report(L, "report lines");
    else if (!strcmp(name, "rows")) run_report(L, "report rows");
    else if (!strcmp(name, "lines-cold")) taken = run_cold("report lines", FLOOR_FIELDS_ALL);
    else if (!strcmp(name, "lines-cold-lean")) taken = run_cold("report lines", FLOOR_FIELDS_READ);
    else if (!strcmp(name, "rule")) made = run_rule(L, "reminder due-soon");
    else if (!strcmp(name, "rule-by-date")) made = run_rule(L, "reminder due-soon-by-date");
    else if (!strcmp(name, "call")) call_nothing(L);
    else if (!strcmp(name, "state")) open_states();
    else {
        fprintf(stderr, "bench-floor: there is no measurement %s\n", name);
        exit(1);
    }
    if (!taken.clock) taken = since(start);
    const char *bytes = floor_output(&length);
    uint64_t parts = 1;
    if (!strcmp(name, "call")) parts = EMPTY_CALLS;
    if (!strcmp(name, "state")) parts = EMPTY_STATES;
    if (file) {
        FILE *stream = fopen(file, "wb");
        if (!stream || fwrite(bytes, 1, length, stream) != length || fclose(stream)) exit(1);
    }
    printf(
        "%llu %llu %zu 0\n", (unsigned long long)(taken.processor / parts),
        (unsigned long long)(taken.clock / parts), made ? made : length);
    fflush(stdout);
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: bench-floor PLUGIN PLAN\n");
        return 2;
    }
    plugin = arguments[1];
    plan = floor_read(arguments[2]);
    lua_State *L = floor_open(plugin, 1);
    floor_build(L, plan, FLOOR_FIELDS_ALL);
    printf("ready\n");
    fflush(stdout);
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        char *name = strtok(line, " \n"), *file = strtok(NULL, " \n");
        if (name) answer(L, name, file);
    }
    lua_close(L);
    return 0;
}
