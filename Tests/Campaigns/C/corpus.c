// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Runs the corpus: every file twice, each on a thread of the host's own kind, and judges outcome,
// time, memory and determinism. With --free, fuel is unlimited and the clock is one second: every
// file whatever must then come back in a second and a half.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "attack.h"

typedef struct work {
    const attack *attack;
    clh_gate *gate;
    clh_outcome *outcome;
    double milliseconds, worked;  // by the clock, and of a processor
    int64_t peak;
} work;

static double worked_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

static void run(void *context) {
    work *work = context;
    clh_request *request = attack_request(work->attack);
    heap_reset_peak();
    int64_t before = heap_live();
    double start = now_milliseconds(), before_work = worked_milliseconds();
    work->outcome = clh_run(request);
    work->milliseconds = now_milliseconds() - start;
    work->worked = worked_milliseconds() - before_work;
    work->peak = heap_peak() - before;
    clh_request_free(request);
    clh_gate_open(work->gate);
}

static bool run_once(const attack *attack, work *work) {
    *work = (struct work){0};
    work->attack = attack;
    work->gate = clh_gate_new();
    if (!work->gate || clh_thread_start(run, work) != 0) return false;
    // A run that does not come back at all keeps its thread; the count of what is left is off then.
    if (!clh_gate_wait(work->gate, attack->limits.milliseconds * 2 + 8000)) return false;
    clh_gate_free(work->gate);
    return work->outcome != NULL;
}

// What the clock says is not promised twice, nor what memory says: Lua's hash seed moves it.
static bool is_deterministic(int reason) {
    return reason != CLH_REASON_TIME && reason != CLH_REASON_MEMORY;
}

static bool same(const clh_outcome *a, const clh_outcome *b) {
    return a->reason == b->reason && a->fuel_used == b->fuel_used && a->line == b->line
        && a->result_length == b->result_length && a->log_length == b->log_length
        && (!a->result || memcmp(a->result, b->result, a->result_length) == 0)
        && (!a->log || memcmp(a->log, b->log, a->log_length) == 0)
        && strcmp(a->message, b->message) == 0;
}

typedef struct {
    int files, failed;
    double slowest, most_over, most_worked_over;
    int64_t most_heap_over;
    bool free_fuel, verbose;
    double patience;
} tally;

static void judge(tally *tally, const attack *attack, work *first, work *second) {
    char why[6000];
    const char *problem = NULL;
    int64_t cap = (int64_t)attack->limits.memory + (1 << 20);
    double allowed = (double)attack->limits.milliseconds + 500 * tally->patience;
    double slower =
        first->milliseconds > second->milliseconds ? first->milliseconds : second->milliseconds;
    double worked = first->worked > second->worked ? first->worked : second->worked;
    int64_t larger = first->peak > second->peak ? first->peak : second->peak;
    if (!tally->free_fuel && !attack_judge(attack, first->outcome, why, sizeof why)) problem = why;
    else if (!tally->free_fuel && is_deterministic(first->outcome->reason)
             && is_deterministic(second->outcome->reason)
             && !same(first->outcome, second->outcome)) {
        snprintf(
            why, sizeof why, "not the same twice: %s %llu, %s %llu %s",
            reason_name(first->outcome->reason), (unsigned long long)first->outcome->fuel_used,
            reason_name(second->outcome->reason), (unsigned long long)second->outcome->fuel_used,
            second->outcome->message);
        problem = why;
    }
    // What a run waited for a processor is not its own; the clock's own figure is printed beside.
    if (!problem && worked > allowed) {
        snprintf(why, sizeof why, "worked for %.0f ms of %.0f", worked, allowed);
        problem = why;
    }
    if (!problem && larger > cap) {
        snprintf(why, sizeof why, "held %lld KB of %lld", (long long)larger >> 10, (long long)cap >> 10);
        problem = why;
    }
    tally->files++;
    if (slower > tally->slowest) tally->slowest = slower;
    double over = slower - (double)attack->limits.milliseconds;
    if (over > tally->most_over) tally->most_over = over;
    double worked_over = worked - (double)attack->limits.milliseconds;
    if (worked_over > tally->most_worked_over) tally->most_worked_over = worked_over;
    if (larger - (int64_t)attack->limits.memory > tally->most_heap_over)
        tally->most_heap_over = larger - (int64_t)attack->limits.memory;
    if (problem) tally->failed++;
    if (problem || tally->verbose)
        printf(
            "%-9s %s %s %.0f ms %lld KB fuel %llu %s\n", problem ? "FAILED" : "ok", attack->path,
            reason_name(first->outcome->reason), slower, (long long)larger >> 10,
            (unsigned long long)first->outcome->fuel_used, problem ? problem : "");
    fflush(stdout);
}

int main(int count, char **arguments) {
    tally tally = {
        .patience = 1, .most_over = -1e9, .most_worked_over = -1e9, .most_heap_over = INT64_MIN};
    const char *patience = getenv("ATTACK_PATIENCE");
    if (patience) tally.patience = atof(patience);
    int64_t start = heap_live();
    for (int i = 1; i < count; i++) {
        if (strcmp(arguments[i], "--free") == 0) {
            tally.free_fuel = true;
            continue;
        }
        if (strcmp(arguments[i], "--verbose") == 0) {
            tally.verbose = true;
            continue;
        }
        attack *attack = calloc(1, sizeof *attack);
        // On the heap, since a run that hangs goes on writing here.
        work *first = malloc(sizeof(struct work)), *second = malloc(sizeof(struct work));
        if (!attack_read(arguments[i], attack)) {
            tally.failed++;
            attack_free(attack);
            free(attack);
            continue;
        }
        if (tally.free_fuel) {
            attack->limits.fuel = UINT64_MAX / 2;
            attack->limits.milliseconds = 1000;
            attack->limits.memory = 64 << 20;
        }
        // A sanitizer makes everything slower; the work is what is judged.
        attack->limits.milliseconds = (uint64_t)((double)attack->limits.milliseconds * tally.patience);
        // With fuel in plenty only the time and the memory are judged, and once is enough.
        bool back = run_once(attack, first);
        if (back && tally.free_fuel) *second = (struct work){.attack = attack};
        else back = back && run_once(attack, second);
        if (!back) {
            printf("FAILED    %s did not come back\n", attack->path);
            tally.failed++;
            continue;
        }
        judge(&tally, attack, first, second);
        clh_outcome_free(first->outcome);
        clh_outcome_free(second->outcome);
        free(first);
        free(second);
        attack_free(attack);
        free(attack);
    }
    int64_t leaked = heap_live() - start;
    printf(
        "%d attacks, each %s: %d failed; slowest %.0f ms; most over a clock %.0f ms, and of a "
        "processor %.0f ms; most over a memory cap %lld KB; bytes left %lld\n",
        tally.files, tally.free_fuel ? "once" : "twice", tally.failed, tally.slowest, tally.most_over,
        tally.most_worked_over, (long long)tally.most_heap_over / 1024, (long long)leaked);
    return tally.failed || leaked ? 1 : 0;
}
