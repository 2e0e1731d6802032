// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// A table so small that the best way to hide its small numbers can be found by trying all of them.
public struct SmallTable: Sendable {
    /// What is said of the table.
    public private(set) var said: [Said] = []
    private var truth: [String: Int] = [:]
    private var totals: Set<String> = []
    private var order: [String] = []

    /// Makes a table of two or three rows and two to four columns, with totals and sometimes with halves.
    ///
    /// - Parameter seed: Gives the same table each time.
    public init(seed: Int) {
        var random = AttackRandom(seed: seed)
        let (rows, columns) = [(2, 3), (3, 3), (2, 4), (3, 2)][random.below(4)]
        let most = [6, 12, 30][random.below(3)]
        for row in 0..<rows {
            for column in 0..<columns { add("\(row) \(column)", random.below(most)) }
        }
        for row in 0..<rows { sum("\(row) all", (0..<columns).map { "\(row) \($0)" }) }
        for column in 0..<columns { sum("all \(column)", (0..<rows).map { "\($0) \(column)" }) }
        sum("all all", (0..<rows).map { "\($0) all" })
        said.append(.total("all all", of: (0..<columns).map { "all \($0)" }))
    }

    private mutating func add(_ name: String, _ value: Int) {
        truth[name] = value
        order.append(name)
        said.append(.number(name, value, isTotal: totals.contains(name)))
    }

    private mutating func sum(_ name: String, _ parts: [String]) {
        totals.insert(name)
        add(name, parts.reduce(0) { $0 + (truth[$1] ?? 0) })
        said.append(.total(name, of: parts))
    }

    /// Returns what the library hides more than the small numbers, and the least that would do.
    ///
    /// The least is found by an attack on each choice, the cheap ones first.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: Both losses in detailed cells; nil if the library refuses the table.
    /// - Throws: `SuppressionError` when the table contradicts itself.
    public func losses(
        by rules: SuppressionRules
    ) throws(SuppressionError) -> (found: Int, least: Int)? {
        var edition = PublishedEdition()
        edition.said = said
        var history = PublishedHistory()
        try history.publish(edition, by: rules)
        guard history.published == 1 else { return nil }
        let large = order.filter { !rules.isSmall(truth[$0] ?? 0) }
        let choices = (0..<1 << large.count).map { choice in
            let hidden = large.indices.filter { choice >> $0 & 1 == 1 }.map { large[$0] }
            let loss = hidden.reduce(0) {
                $0 + (totals.contains($1) ? rules.weightOfTotals : 1)
            }
            return (loss, hidden)
        }
        let cheaper = choices.filter { $0.0 < history.loss }.sorted { $0.0 < $1.0 }
        for (loss, hidden) in cheaper {
            var seen: [String: Int] = [:]
            for name in large where !hidden.contains(name) { seen[name] = truth[name] }
            let attack = Attack(said: said, truth: truth, seen: seen, shares: [])
            let finds = attack.finds(against: rules).filter { rules.isSmall($0.value) }
            if finds.isEmpty { return (history.loss, loss) }
        }
        return (history.loss, history.loss)
    }
}
