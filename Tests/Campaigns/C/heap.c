// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// Every allocation of the host goes through here: the linker's --wrap puts these functions in
// place of malloc and its kin, in the host's objects and the campaigns' alone.
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "attack.h"

static _Atomic int64_t live, peak;
static _Thread_local uint64_t asked, refused;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *pointer, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
int __real_posix_memalign(void **pointer, size_t alignment, size_t size);
void *__real_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset);
int __real_munmap(void *at, size_t size);
void __real_free(void *pointer);

int64_t heap_live(void) { return atomic_load(&live); }
int64_t heap_peak(void) { return atomic_load(&peak); }
void heap_reset_peak(void) { atomic_store(&peak, atomic_load(&live)); }
uint64_t heap_asked(void) { return asked; }

void heap_refuse(uint64_t n) {
    asked = 0;
    refused = n;
}

static bool refuse(void) { return ++asked == refused; }

static void count(int64_t bytes) {
    int64_t now = atomic_fetch_add(&live, bytes) + bytes;
    int64_t most = atomic_load(&peak);
    while (now > most && !atomic_compare_exchange_weak(&peak, &most, now)) {}
}

static void *counted(void *pointer) {
    if (pointer) count((int64_t)malloc_usable_size(pointer));
    return pointer;
}

void *__wrap_malloc(size_t size) { return refuse() ? NULL : counted(__real_malloc(size)); }

void *__wrap_calloc(size_t number, size_t size) {
    return refuse() ? NULL : counted(__real_calloc(number, size));
}

void *__wrap_realloc(void *pointer, size_t size) {
    if (refuse()) return NULL;
    int64_t before = pointer ? (int64_t)malloc_usable_size(pointer) : 0;
    void *moved = __real_realloc(pointer, size);
    if (moved) count((int64_t)malloc_usable_size(moved) - before);
    return moved;
}

void *__wrap_aligned_alloc(size_t alignment, size_t size) {
    return refuse() ? NULL : counted(__real_aligned_alloc(alignment, size));
}

int __wrap_posix_memalign(void **pointer, size_t alignment, size_t size) {
    if (refuse()) return ENOMEM;
    int problem = __real_posix_memalign(pointer, alignment, size);
    if (!problem) counted(*pointer);
    return problem;
}

void *__wrap_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset) {
    if (refuse()) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    void *made = __real_mmap(at, size, protection, flags, file, offset);
    if (made != MAP_FAILED) count((int64_t)size);
    return made;
}

int __wrap_munmap(void *at, size_t size) {
    int problem = __real_munmap(at, size);
    if (!problem) count(-(int64_t)size);
    return problem;
}

char *__wrap_strdup(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = __wrap_malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

void __wrap_free(void *pointer) {
    if (pointer) count(-(int64_t)malloc_usable_size(pointer));
    __real_free(pointer);
}
