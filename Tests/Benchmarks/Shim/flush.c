// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Loaded into a program with LD_PRELOAD: each flush to the disk takes FLUSH_MICROSECONDS, no more and no less,
// and flushes nothing. Then what a program does besides flushing can be compared on any disk.

#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <time.h>

static int pause_for_a_flush(void) {
    const char *words = getenv("FLUSH_MICROSECONDS");
    long nanoseconds = words ? atol(words) * 1000 : 0;
    struct timespec now;
    // Else the kernel adds its slack, by default 50 microseconds.
    prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
    clock_gettime(CLOCK_MONOTONIC, &now);
    now.tv_nsec += nanoseconds;
    now.tv_sec += now.tv_nsec / 1000000000;
    now.tv_nsec %= 1000000000;
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &now, NULL) == EINTR) {}
    return 0;
}

int fsync(int file) {
    (void)file;
    return pause_for_a_flush();
}

int fdatasync(int file) {
    (void)file;
    return pause_for_a_flush();
}
