// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Edition {
    /// Returns the edition with the statuses of its items in letter and word, such as `G On track`,
    /// where a plan's key knows them: what “what changed” says of them.
    ///
    /// - Parameter schemes: The keys that are known.
    /// - Returns: The edition; a status that its key does not know stays as printed.
    /// - Complexity: O(*n*) in the number of items.
    public func wordingStatuses(by schemes: [StatusScheme]) -> Edition {
        guard !schemes.isEmpty else { return self }
        let keys = Dictionary(schemes.map { ($0.id, $0) }) { first, _ in first }
        var edition = self
        for place in edition.plans.indices {
            let scheme = edition.plans[place].scheme
            func word(_ items: inout [PlanItem]) {
                for index in items.indices {
                    guard let status = items[index].status,
                        let key = (status.scheme ?? scheme).flatMap({ keys[$0] })?
                            .key(reading: status.printed)
                    else { continue }
                    let words = [key.letter, key.word].filter { !$0.isEmpty }
                    items[index].status?.printed = words.joined(separator: " ")
                }
            }
            word(&edition.plans[place].items)
            word(&edition.plans[place].maintenance)
            word(&edition.plans[place].backlog)
            for list in edition.plans[place].lists.indices {
                word(&edition.plans[place].lists[list].items)
            }
        }
        return edition
    }
}
