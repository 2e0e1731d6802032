// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// One thing that a committee says about its numbers, as the publisher and the attacker both hear it.
public enum Said: Sendable {
    /// A number, and whether it is in a table that is to be printed.
    case number(String, Int, isTotal: Bool)
    /// A number that is not printed.
    case unprinted(String, Int)
    /// A sum.
    case total(String, of: [String])
    /// A percentage that is to be printed, without decimals.
    case share(String, of: String, in: String)
    /// A percentage in prose, without decimals.
    case percent(Int, of: String, in: String)
    /// A sentence about a sum.
    case sentence([String], ClosedRange<Int>)
}

/// What a committee publishes on one day.
public struct PublishedEdition: Sendable {
    /// What it says, numbers before what is said of them.
    public var said: [Said] = []

    /// Begins with nothing.
    public init() {}
}

/// All that a committee has published, edition by edition.
public struct PublishedHistory: Sendable {
    /// What was said in each edition that came out.
    public private(set) var said: [Said] = []
    /// The true numbers.
    public private(set) var truth: [String: Int] = [:]
    /// What readers have seen.
    public private(set) var seen: [String: Int] = [:]
    /// The percentages that readers have seen.
    public private(set) var shares: Set<String> = []
    /// How many editions came out.
    public private(set) var published = 0
    /// How many were refused.
    public private(set) var refused = 0
    /// The first words of each refusal.
    public private(set) var refusals: [String] = []
    /// What was hidden more than the small numbers, in the last edition.
    public private(set) var loss = 0

    /// Begins with nothing published.
    public init() {}

    /// Publishes an edition if the library says that it is safe beside the earlier ones.
    ///
    /// - Parameters:
    ///   - edition: What is to be said.
    ///   - rules: Which counts are small.
    /// - Throws: `SuppressionError` when the edition contradicts itself.
    public mutating func publish(
        _ edition: PublishedEdition,
        by rules: SuppressionRules
    ) throws(SuppressionError) {
        var together = PublishedTogether()
        for (index, line) in (said + edition.said).enumerated() {
            try tell(line, earlier: index < said.count, to: &together)
        }
        switch together.suppressed(by: rules) {
        case .refused(let reasons):
            refused += 1
            refusals += reasons.prefix(1).map(\.description)
        case .safe(let tables):
            published += 1
            loss = tables.loss
            for name in tables.released { seen[name] = truth[name] }
            said += edition.said
            for line in edition.said {
                switch line {
                case .number(let name, let value, _):
                    truth[name] = value
                    if let shown = tables[name] { seen[name] = shown }
                case .unprinted(let name, let value): truth[name] = value
                case .share(let name, _, _): if tables.shows(share: name) { shares.insert(name) }
                case .total, .percent, .sentence: break
                }
            }
        }
    }

    private func tell(
        _ line: Said,
        earlier: Bool,
        to together: inout PublishedTogether
    ) throws(SuppressionError) {
        switch line {
        case .number(let name, let value, let isTotal):
            let standing: PublishedTogether.Standing =
                !earlier ? .proposed : seen[name] == nil ? .hidden : .published
            try together.add(name, value, standing, isTotal: isTotal)
        case .unprinted(let name, let value): try together.add(name, value, .withheld)
        case .total(let name, let parts): try together.add(total: name, of: parts)
        case .share(let name, let part, let whole):
            guard earlier else { return try together.add(share: name, of: part, in: whole) }
            guard shares.contains(name), let a = truth[part], let b = truth[whole] else { return }
            try together.add(
                knownShare: Said.percent(a, b),
                of: part,
                in: whole,
                words: "an earlier edition"
            )
        case .percent(let percent, let part, let whole):
            try together.add(knownShare: percent, of: part, in: whole, words: "the prose")
        case .sentence(let names, let bounds):
            try together.add(statementOn: names, in: bounds, words: "the prose")
        }
    }
}

extension Said {
    /// The percentage without decimals, rounded half up.
    static func percent(_ part: Int, _ whole: Int) -> Int { (200 * part + whole) / (2 * whole) }
}
