// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// What Swift's module of the C library leaves out.
#include <malloc.h>

#include "CBenchMemory.h"

void bench_give_back(void) {
    malloc_trim(0);
}
