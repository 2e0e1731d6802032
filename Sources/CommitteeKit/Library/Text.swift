// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What the library says, it says with the words, days and documents of the text floor; so a host that
// imports CommitteeKit has them.
@_exported public import CommitteeText
