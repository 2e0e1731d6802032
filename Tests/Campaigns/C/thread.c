// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Many runs at once on several threads, which share one edition; some are cancelled while they
// run, and some are given up by whoever waits for them. Arguments: rounds, and attack files.
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "plugin.h"

enum { THREADS = 8 };

typedef struct {
    clh_request *request;
    clh_gate *gate;
    clh_outcome *outcome;
    atomic_int holders;  // the thread of the run, and whoever waits
} job;

static atomic_int out;

static void let_go(job *job) {
    if (atomic_fetch_sub(&job->holders, 1) != 1) return;
    clh_outcome_free(job->outcome);
    clh_request_free(job->request);
    clh_gate_free(job->gate);
    free(job);
    atomic_fetch_sub(&out, 1);
}

static void run(void *context) {
    job *job = context;
    job->outcome = clh_run(job->request);
    clh_gate_open(job->gate);
    let_go(job);
}

static void start(job **jobs, clh_edition *edition, attack *attacks, int files, uint64_t *random) {
    static const clh_limits limits = {
        .fuel = 3000000, .memory = 8 << 20, .milliseconds = 2000, .output = 1 << 20};
    job *job = calloc(1, sizeof *job);
    if (files && next_random(random) % 2) {
        attack chosen = attacks[next_random(random) % (uint64_t)files];
        chosen.limits = limits;
        job->request = attack_request(&chosen);
    } else {
        job->request = job_request((int)(next_random(random) % JOB_COUNT), edition, &limits);
    }
    job->gate = clh_gate_new();
    atomic_init(&job->holders, 2);
    atomic_fetch_add(&out, 1);
    if (clh_thread_start(run, job) != 0) exit(2);
    *jobs = job;
}

int main(int count, char **arguments) {
    int rounds = count > 1 ? atoi(arguments[1]) : 100, files = count > 2 ? count - 2 : 0;
    int finished = 0, cancelled = 0, given_up = 0;
    uint64_t random = 20261101;
    attack *attacks = calloc((size_t)files + 1, sizeof(attack));
    for (int i = 0; i < files; i++)
        if (!attack_read(arguments[i + 2], &attacks[i])) return 2;
    clh_edition *edition = small_edition();
    for (int round = 0; round < rounds; round++) {
        job *jobs[THREADS];
        for (int i = 0; i < THREADS; i++) start(&jobs[i], edition, attacks, files, &random);
        for (int i = 0; i < THREADS; i++) {
            if (next_random(&random) % 4 == 0) {
                usleep((unsigned)(next_random(&random) % 500));
                clh_request_cancel(jobs[i]->request);
                cancelled++;
            }
            uint64_t patience = next_random(&random) % 5 == 0 ? 0 : 30000;
            if (clh_gate_wait(jobs[i]->gate, patience)) finished++;
            else {
                clh_request_cancel(jobs[i]->request);
                given_up++;
            }
            let_go(jobs[i]);
        }
    }
    for (int i = 0; i < 30000 && atomic_load(&out) > 0; i++) usleep(1000);
    clh_edition_release(edition);
    for (int i = 0; i < files; i++) attack_free(&attacks[i]);
    free(attacks);
    int still_out = atomic_load(&out);
    printf(
        "%d rounds of %d runs at once: %d finished, %d cancelled, %d given up; still out %d; bytes "
        "left %lld\n",
        rounds, THREADS, finished, cancelled, given_up, still_out, (long long)heap_live());
    return still_out || heap_live() ? 1 : 0;
}
