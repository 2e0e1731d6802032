// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// A small plugin with each kind of contribution, and the requests that run each of them. The
// campaigns use it as the guest that behaves well.
#ifndef COMMITTEE_ATTACK_PLUGIN_H
#define COMMITTEE_ATTACK_PLUGIN_H

#include "attack.h"

enum { JOB_DECLARATIONS, JOB_REPORT, JOB_RULE, JOB_CELL, JOB_SCRIPT, JOB_COUNT };

const char *job_name(int job);
// The request of a job; the edition, which may be shared, is retained. NULL: no memory.
clh_request *job_request(int job, clh_edition *edition, const clh_limits *limits);

#endif
