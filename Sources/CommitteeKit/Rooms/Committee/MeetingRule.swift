// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How often a body means to meet, and how seldom it may.
///
/// The cadence is a planning rule with exceptions, not a law; meeting less often than the least
/// number is a finding.
public struct MeetingRule: Hashable, Sendable {
    /// The rule in the body's own words, such as "Every 8 weeks or as required".
    public var words: String
    /// The fewest full meetings within twelve months.
    public var fewestInTwelveMonths: Int?
    /// Whether minutes are published.
    public var publishesMinutes: Bool

    /// Creates a meeting rule.
    ///
    /// - Parameters:
    ///   - words: The rule in the body's own words.
    ///   - fewestInTwelveMonths: The fewest full meetings within twelve months.
    ///   - publishesMinutes: Whether minutes are published.
    public init(words: String, fewestInTwelveMonths: Int? = nil, publishesMinutes: Bool = false) {
        self.words = words
        self.fewestInTwelveMonths = fewestInTwelveMonths
        self.publishesMinutes = publishesMinutes
    }
}
