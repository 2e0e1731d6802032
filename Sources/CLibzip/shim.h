// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
// Debian's libzip as a module; only CommitteeOffice imports it.
#include <zip.h>
