// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Whether something is over, said from one task to another.
final class Over: Sendable {
    private let flag = Atomic(false)

    var value: Bool { flag.load(ordering: .relaxed) }

    func set() { flag.store(true, ordering: .relaxed) }
}
