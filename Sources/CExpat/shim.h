// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
// Debian's Expat as a module; only CommitteeOffice imports it.
#include <expat.h>
