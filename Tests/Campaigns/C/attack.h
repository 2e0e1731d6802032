// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What the campaign programs share: reading an attack and its expectation, making a request of it,
// judging the outcome, and a count of the heap that can refuse the n-th allocation.
#ifndef COMMITTEE_ATTACK_H
#define COMMITTEE_ATTACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "CLuaHost.h"

typedef struct {
    char *path;
    uint8_t *source;
    size_t length;
    char expectation[512];  // what follows "-- expect:"
    clh_limits limits;
    uint64_t seed;
    bool takes_report;  // "-- args: report"
    bool may_load;      // "-- allow: load"
} attack;

// Reads a file and its header; false, with a message on stderr, when there is no expectation.
bool attack_read(const char *path, attack *attack);
void attack_free(attack *attack);
// A request that runs the file as `committee script run` does, without an edition.
clh_request *attack_request(const attack *attack);
// A request whose main.lua is the text given, with the objects and kinds of the campaigns.
clh_request *request_of(const char *main, size_t length, const clh_limits *limits);
// Adds a call of the declaration named; the arguments are handles of doc and ctx.
void request_call(clh_request *request, const char *kind, const char *name, const char *path);
// True when the outcome is one that the file allows; else `why` says what came instead.
bool attack_judge(const attack *attack, const clh_outcome *outcome, char *why, size_t size);
const char *reason_name(int reason);
// The result of the first call as a text: JSON, but that numbers are written as C does.
void print_value(const uint8_t *bytes, size_t length, char *out, size_t size);

// A sealed edition of three actions and a plan.
clh_edition *small_edition(void);

// ---- The heap ----

// Bytes of the host that are allocated now, and the most since the last reset. All threads count.
int64_t heap_live(void);
int64_t heap_peak(void);
void heap_reset_peak(void);
// The n-th allocation of this thread from now on is refused, counted from 1; 0: none.
void heap_refuse(uint64_t n);
// How many allocations this thread has asked for since the last heap_refuse.
uint64_t heap_asked(void);

double now_milliseconds(void);
// A small generator of random numbers whose seed is printed by each campaign.
uint64_t next_random(uint64_t *state);

#endif
