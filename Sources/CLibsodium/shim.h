// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
// Debian's libsodium as a module; only CommitteeStorage imports it.
#include <sodium.h>
