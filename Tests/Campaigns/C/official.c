// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Runs Lua files as a plugin that may load, under limits far from their work, and says of each that
// did not get through how it ended.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "attack.h"

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 20);
    *length = file && text ? fread(text, 1, 1 << 20, file) : 0;
    if (file) fclose(file);
    return text;
}

// What a file returns is nobody's concern.
static bool run_file(const char *path) {
    static const uint8_t nothing[] = {CLH_VALUE_LIST, 0, 0, 0, 0};
    clh_limits limits = {
        .fuel = 1000000000, .memory = 512 << 20, .milliseconds = 300000, .output = 1 << 20};
    size_t length;
    char *text = read_file(path, &length);
    clh_request *request = request_of(text, length, &limits);
    clh_request_allow_load(request);
    clh_request_call_main(request, nothing, sizeof nothing);
    clh_outcome *outcome = clh_run(request);
    bool fine = outcome->reason == CLH_OK || outcome->reason == CLH_REASON_RESULT;
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    if (!fine)
        printf(
            "FAILED %s:%d: %s: %s\n", name, outcome->line, reason_name(outcome->reason),
            outcome->message);
    clh_outcome_free(outcome);
    clh_request_free(request);
    free(text);
    return fine;
}

int main(int count, char **arguments) {
    int failed = 0;
    for (int i = 1; i < count; i++) failed += !run_file(arguments[i]);
    printf("%d files: %d failed\n", count - 1, failed);
    return failed ? 1 : 0;
}
