// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Gives memory that is not held any more back to the system, so that the next piece of work is seen
// to take what it takes.
void bench_give_back(void);
