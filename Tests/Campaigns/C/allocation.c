// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Refuses the n-th allocation, for every n until the job succeeds: preparing the edition and the
// request, and the run. Each failure must be a clean outcome for lack of memory, and nothing may
// be left behind.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plugin.h"

static const clh_limits limits = {
    .fuel = 100000000, .memory = 32 << 20, .milliseconds = 600000, .output = 4 << 20};

// What the n-th refusal led to.
typedef enum { SUCCEEDED, FAILED_CLEANLY, FAILED_WRONGLY } verdict;

static verdict attempt(int job, clh_edition *shared, uint64_t n, uint64_t *asked) {
    heap_refuse(n);
    // With n from the start, the edition is built under refusal too.
    clh_edition *edition = shared ? shared : small_edition();
    clh_request *request = edition ? job_request(job, edition, &limits) : NULL;
    clh_outcome *outcome = request ? clh_run(request) : NULL;
    *asked = heap_asked();
    heap_refuse(0);
    verdict verdict = FAILED_CLEANLY;
    if (outcome && outcome->reason == CLH_OK) verdict = SUCCEEDED;
    else if (outcome && outcome->reason != CLH_REASON_MEMORY) {
        printf(
            "%s: refusal %llu gave %s: %s\n", job_name(job), (unsigned long long)n,
            reason_name(outcome->reason), outcome->message);
        verdict = FAILED_WRONGLY;
    }
    clh_outcome_free(outcome);
    clh_request_free(request);
    if (!shared && edition) clh_edition_release(edition);
    return verdict;
}

static uint64_t refuse_each(int job, clh_edition *shared, uint64_t *wrong) {
    int64_t before = heap_live();
    for (uint64_t n = 1;; n++) {
        uint64_t asked;
        verdict verdict = attempt(job, shared, n, &asked);
        if (verdict == FAILED_WRONGLY) *wrong += 1;
        if (heap_live() != before) {
            printf(
                "%s: refusal %llu left %lld bytes\n", job_name(job), (unsigned long long)n,
                (long long)(heap_live() - before));
            before = heap_live();
            *wrong += 1;
        }
        // A refusal that was never reached is no refusal; one that was survived is not the end.
        if (asked < n) return n - 1;
    }
}

int main(void) {
    uint64_t wrong = 0, total = 0;
    for (int job = 0; job < JOB_COUNT; job++) {
        uint64_t alone = refuse_each(job, NULL, &wrong);
        clh_edition *edition = small_edition();
        // A first run makes the columns that wait, which the edition then keeps.
        uint64_t asked;
        attempt(job, edition, UINT64_MAX, &asked);
        uint64_t with_shared = refuse_each(job, edition, &wrong);
        clh_edition_release(edition);
        total += alone + with_shared;
        printf(
            "%-12s %llu allocations refused, %llu more with a shared edition\n", job_name(job),
            (unsigned long long)alone, (unsigned long long)with_shared);
        fflush(stdout);
    }
    printf(
        "%llu refusals: %llu wrong; bytes left %lld\n", (unsigned long long)total,
        (unsigned long long)wrong, (long long)heap_live());
    return wrong || heap_live() ? 1 : 0;
}
