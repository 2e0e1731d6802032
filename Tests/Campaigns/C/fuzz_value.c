// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// libFuzzer over the value converter: the bytes are the encoded argument of a script that returns
// it, so they are decoded into Lua and encoded again. What comes back must then be a fixed point.
#include <stdlib.h>
#include <string.h>

#include "attack.h"

static const clh_limits limits = {
    .fuel = 1000000, .memory = 16 << 20, .milliseconds = 2000, .output = 1 << 20};

static clh_outcome *through(const uint8_t *value, size_t length) {
    static const char script[] = "return ...";
    clh_request *request = clh_request_new();
    uint8_t *arguments = malloc(length + 5);
    if (!request || !arguments) abort();
    static const uint8_t one[] = {CLH_VALUE_LIST, 1, 0, 0, 0};
    memcpy(arguments, one, 5);
    if (length) memcpy(arguments + 5, value, length);
    clh_request_set_limits(request, &limits);
    clh_request_add_file(request, "main.lua", (const uint8_t *)script, sizeof script - 1);
    clh_request_call_main(request, arguments, length + 5);
    clh_outcome *outcome = clh_run(request);
    clh_request_free(request);
    free(arguments);
    return outcome;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    if (length > 4096) return 0;
    clh_outcome *first = through(bytes, length);
    if (!first) abort();
    if (first->reason == CLH_OK) {
        if (first->result_length < 6) abort();
        clh_outcome *second = through(first->result + 5, first->result_length - 5);
        if (!second || second->reason != CLH_OK) abort();
        if (second->result_length != first->result_length) abort();
        if (memcmp(second->result, first->result, first->result_length) != 0) abort();
        clh_outcome_free(second);
    }
    clh_outcome_free(first);
    return 0;
}
