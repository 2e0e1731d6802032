// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// A thread with a stack of our own size, and a gate to wait for it at most so long.
#ifdef COMMITTEE_SCRIPTING
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "internal.h"

enum { STACK_SIZE = 16 * 1024 * 1024 };

typedef struct {
    clh_thread_body body;
    void *context;
} start;

static void *begin(void *argument) {
    start work = *(start *)argument;
    free(argument);
    work.body(work.context);
    return NULL;
}

int clh_thread_start(clh_thread_body body, void *context) {
    start *work = malloc(sizeof(start));
    if (!work) return ENOMEM;
    *work = (start){body, context};
    pthread_attr_t attributes;
    int problem = pthread_attr_init(&attributes);
    if (problem == 0) {
        problem = pthread_attr_setstacksize(&attributes, STACK_SIZE);
        if (problem == 0)
            problem = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        pthread_t thread;
        if (problem == 0) problem = pthread_create(&thread, &attributes, begin, work);
        pthread_attr_destroy(&attributes);
    }
    if (problem != 0) free(work);
    return problem;
}

struct clh_gate {
    pthread_mutex_t mutex;
    pthread_cond_t opened;
    bool open;
};

clh_gate *clh_gate_new(void) {
    clh_gate *gate = calloc(1, sizeof(clh_gate));
    if (!gate) return NULL;
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&gate->mutex, NULL);
    pthread_cond_init(&gate->opened, &attributes);
    pthread_condattr_destroy(&attributes);
    return gate;
}

void clh_gate_open(clh_gate *gate) {
    pthread_mutex_lock(&gate->mutex);
    gate->open = true;
    pthread_cond_broadcast(&gate->opened);
    pthread_mutex_unlock(&gate->mutex);
}

int clh_gate_wait(clh_gate *gate, uint64_t milliseconds) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    if (milliseconds > (uint64_t)1 << 40) milliseconds = (uint64_t)1 << 40;
    until.tv_sec += (time_t)(milliseconds / 1000);
    until.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    pthread_mutex_lock(&gate->mutex);
    int problem = 0;
    while (!gate->open && problem != ETIMEDOUT)
        problem = pthread_cond_timedwait(&gate->opened, &gate->mutex, &until);
    int open = gate->open;
    pthread_mutex_unlock(&gate->mutex);
    return open;
}

void clh_gate_free(clh_gate *gate) {
    if (!gate) return;
    pthread_mutex_destroy(&gate->mutex);
    pthread_cond_destroy(&gate->opened);
    free(gate);
}
#endif
