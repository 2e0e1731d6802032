// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// What came of attacks on generated committees.
public struct CommitteeTrial: Sendable {
    /// How many editions came out.
    public private(set) var published = 0
    /// How many editions were refused.
    public private(set) var refused = 0
    /// How many numbers are hidden in all that came out.
    public private(set) var hidden = 0
    /// The hidden numbers that the attack found, with the seed of the committee.
    public private(set) var finds: [String] = []
    /// Why editions were refused, with the seed of the committee.
    public private(set) var refusals: [String] = []

    /// Begins with nothing.
    public init() {}

    /// Lets a committee publish for five years and attacks what it published.
    ///
    /// - Parameter seed: Gives the same committee each time.
    /// - Throws: `SuppressionError` when the committee contradicts itself.
    public mutating func run(_ seed: Int) throws(SuppressionError) {
        var committee = GeneratedCommittee(seed: seed)
        let history = try committee.history(by: .underFive)
        let attack = Attack(
            said: history.said,
            truth: history.truth,
            seen: history.seen,
            shares: history.shares
        )
        published += history.published
        refused += history.refused
        hidden += attack.hidden
        refusals += history.refusals.map { "committee \(seed): \($0)" }
        for find in attack.finds(against: .underFive) {
            finds.append(
                "committee \(seed): \(find.name) is \(find.value), and between \(find.least) and "
                    + "\(find.most)"
            )
        }
    }
}

/// The set by which the time is measured: 60 months, 40 indicators and 6 areas, with all their totals.
public enum LargeSet {
    /// Hides what must be hidden in the set.
    ///
    /// - Returns: The time that it took, and the tables; nil if they were refused.
    /// - Throws: `SuppressionError` when the set contradicts itself.
    public static func measure() throws(SuppressionError) -> (Duration, SafeTables?) {
        var random = AttackRandom(seed: 60)
        let areas = (1...6).map { "area \($0)" }
        let years = (1...5).map { year in
            Breakdown.total(
                "\(year)",
                (1...4).map { quarter in
                    .total(
                        "\(year)-\(quarter)",
                        (1...3).map { .detail("\(year)-\(quarter)-\($0)") }
                    )
                }
            )
        }
        var set = PublishedTogether()
        for indicator in 1...40 {
            var values: [[String]: Int] = [:]
            let scale = [3, 6, 12, 25, 60, 200][indicator % 6]
            for area in areas {
                let mean = scale * (1 + random.below(4)) / 2
                for month in 0..<60 {
                    let count = random.below(2 * mean + 1)
                    let year = "\(month / 12 + 1)"
                    let quarter = "\(year)-\(month % 12 / 3 + 1)"
                    for place in [area, "all"] {
                        for time in [year, quarter, "\(quarter)-\(month % 3 + 1)"] {
                            values[[place, time], default: 0] += count
                        }
                    }
                }
            }
            try set.add(
                table: "indicator \(indicator)",
                by: [[.total("all", areas.map { .detail($0) })], years]
            ) { values[$0] }
        }
        let clock = ContinuousClock()
        let start = clock.now
        let verdict = set.suppressed(by: .underFive)
        return (clock.now - start, verdict.tables)
    }
}
