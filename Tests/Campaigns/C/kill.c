// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Runs that end at a random moment: by random fuel, a random cap of memory, or a cancel from
// another thread. After each, a run that behaves well must give its usual bytes now and then, and
// in the end nothing may be left. Arguments: the number of runs, the seed, and attack files.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plugin.h"

typedef struct {
    clh_request *request;
    unsigned microseconds;
} canceller;

static void *cancel(void *context) {
    canceller *canceller = context;
    usleep(canceller->microseconds);
    clh_request_cancel(canceller->request);
    return NULL;
}

typedef struct {
    clh_request *request;
    clh_outcome *outcome;
} work;

static void *run(void *context) {
    work *work = context;
    work->outcome = clh_run(work->request);
    return NULL;
}

// Runs on a stack of the size that the host's own threads have.
static clh_outcome *run_on_thread(clh_request *request) {
    work work = {request, NULL};
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 16 << 20);
    if (pthread_create(&thread, &attributes, run, &work) == 0) pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
    return work.outcome;
}

static bool behaves(clh_edition *edition, const clh_limits *limits, uint8_t **usual, size_t *length) {
    clh_request *request = job_request(JOB_REPORT, edition, limits);
    clh_outcome *outcome = run_on_thread(request);
    clh_request_free(request);
    bool fine = outcome && outcome->reason == CLH_OK;
    if (fine && !*usual) {
        *length = outcome->result_length;
        *usual = malloc(*length);
        memcpy(*usual, outcome->result, *length);
    } else if (fine) {
        fine = outcome->result_length == *length
            && memcmp(outcome->result, *usual, *length) == 0;
    }
    clh_outcome_free(outcome);
    return fine;
}

int main(int count, char **arguments) {
    int runs = count > 1 ? atoi(arguments[1]) : 10000;
    uint64_t seed = count > 2 ? strtoull(arguments[2], NULL, 0) : 20261101, random = seed;
    int files = count > 3 ? count - 3 : 0, reasons[16] = {0}, wrong = 0;
    attack *attacks = calloc((size_t)files + 1, sizeof(attack));
    for (int i = 0; i < files; i++)
        if (!attack_read(arguments[i + 3], &attacks[i])) return 2;
    clh_edition *edition = small_edition();
    clh_limits roomy = {
        .fuel = 100000000, .memory = 32 << 20, .milliseconds = 60000, .output = 4 << 20};
    uint8_t *usual = NULL;
    size_t length = 0;
    if (!behaves(edition, &roomy, &usual, &length)) wrong++;
    int64_t before = heap_live();
    for (int i = 0; i < runs; i++) {
        clh_limits limits = roomy;
        limits.milliseconds = 3000;
        uint64_t way = next_random(&random) % 3;
        limits.fuel = way == 0 ? next_random(&random) % 60000 : 1000000;
        limits.memory = way == 1 ? next_random(&random) % (256 << 10) : 8 << 20;
        clh_request *request;
        if (files && next_random(&random) % 4) {
            attack chosen = attacks[next_random(&random) % (uint64_t)files];
            chosen.limits = limits;
            request = attack_request(&chosen);
        } else {
            request = job_request((int)(next_random(&random) % JOB_COUNT), edition, &limits);
        }
        canceller canceller = {request, (unsigned)(next_random(&random) % 2000)};
        pthread_t thread;
        bool cancels = way == 2 && pthread_create(&thread, NULL, cancel, &canceller) == 0;
        clh_outcome *outcome = run_on_thread(request);
        if (cancels) pthread_join(thread, NULL);
        if (outcome) reasons[outcome->reason]++;
        else wrong++;
        clh_outcome_free(outcome);
        clh_request_free(request);
        if (heap_live() != before) {
            printf("run %d left %lld bytes\n", i, (long long)(heap_live() - before));
            before = heap_live();
            wrong++;
        }
        if (i % 100 == 99 && !behaves(edition, &roomy, &usual, &length)) {
            printf("after run %d the usual report was not the usual one\n", i);
            wrong++;
        }
    }
    clh_edition_release(edition);
    free(usual);
    for (int i = 0; i < files; i++) attack_free(&attacks[i]);
    free(attacks);
    printf("%d runs, seed %llu:", runs, (unsigned long long)seed);
    for (int reason = 0; reason < 13; reason++)
        if (reasons[reason]) printf(" %s %d", reason_name(reason), reasons[reason]);
    printf("; %d wrong; bytes left %lld\n", wrong, (long long)heap_live());
    return wrong || heap_live() ? 1 : 0;
}
