// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Plan {
    /// The last day of which the plan's progress and statuses speak; nil when there is neither.
    ///
    /// - Complexity: O(*n*) in the number of items.
    var lastReported: CivilDate? {
        let items = items + maintenance
        return (items.compactMap { $0.status?.asAt } + items.compactMap { $0.progress.last?.asAt })
            .max()
    }
}
