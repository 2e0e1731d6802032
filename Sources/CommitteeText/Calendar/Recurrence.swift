// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Work that comes round, such as "Quarterly" or "5 dip-sample reviews carried out monthly".
public struct Recurrence: Hashable, Sendable {
    /// The length of one round.
    public var every: Period
    /// How often in each round; one unless the words give a number.
    public var count: Int
    /// What comes round, in the words that the frequency leaves over; nil when nothing is left.
    public var what: String?
    /// Whether the words add "or as required".
    public var orAsRequired: Bool
    /// The days between which it comes round, or nil when the words name none.
    public var during: CivilSpan?

    /// Creates a recurrence.
    ///
    /// - Parameters:
    ///   - every: The length of one round.
    ///   - count: How often in each round.
    ///   - what: What comes round.
    ///   - orAsRequired: Whether it also happens as required.
    ///   - during: The days between which it comes round.
    public init(
        every: Period,
        count: Int = 1,
        what: String? = nil,
        orAsRequired: Bool = false,
        during: CivilSpan? = nil
    ) {
        self.every = every
        self.count = count
        self.what = what
        self.orAsRequired = orAsRequired
        self.during = during
    }

    /// The length of a round in one word, such as "quarterly", or like "every 6 weeks".
    public var frequency: String {
        switch (every.count, every.unit) {
        case (1, .days): "daily"
        case (1, .weeks): "weekly"
        case (2, .weeks): "fortnightly"
        case (1, .months): "monthly"
        case (1, .quarters), (3, .months): "quarterly"
        case (6, .months), (2, .quarters): "six-monthly"
        case (1, .years), (12, .months): "annually"
        case (2, .years): "biennial"
        default: "every \(every)"
        }
    }
}
