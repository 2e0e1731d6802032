// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A scale by which a committee scores its risks, in one version.
///
/// Scales are fully local: the number of levels, their labels and weights, how likelihood and
/// impact make a score, and what a score is called. An assessment pins the version that it used,
/// so that a later scale never changes an old score.
///
/// ```swift
/// let scale = try RiskScale(
///     id: "northshire", version: 1,
///     likelihoods: .numbered(["Remote", "Unlikely", "Possible", "Likely", "Certain"]),
///     impacts: .numbered(["Minor", "Low", "Moderate", "Major", "Severe"]),
///     scoring: .product,
///     bands: [
///         RiskScale.Band(id: "low", label: "Low", from: 1, through: 6),
///         RiskScale.Band(id: "high", label: "High", from: 7, through: 25),
///     ])
/// let score = try scale.score(likelihood: "4", impact: "5")
/// // score.value == 20, score.bandID == "high"
/// ```
public struct RiskScale: Hashable, Sendable {
    /// The name of the scale, the same in every version.
    public let id: String
    /// The version, counted from 1.
    public let version: Int
    /// What the scale is called.
    public let title: String
    /// The levels of likelihood in the order in which the committee writes them.
    public let likelihoods: [Level]
    /// The levels of impact in the order in which the committee writes them.
    public let impacts: [Level]
    /// How a likelihood and an impact make a score.
    public let scoring: Scoring
    /// What scores are called, from the least severe; bands may have gaps between them.
    public let bands: [Band]
    /// The zones to which bands belong, from the least severe; empty where a scale has none.
    public let zones: [Zone]
    /// Which ends of the axes and of the scores are the worst.
    public let direction: Direction
    /// The committee's own names for the axes and for what nobody has assessed.
    public let words: Words

    /// Creates a scale.
    ///
    /// - Parameters:
    ///   - id: The name of the scale, the same in every version.
    ///   - version: The version, counted from 1.
    ///   - title: What the scale is called; its identifier when empty.
    ///   - likelihoods: The levels of likelihood, in the committee's order.
    ///   - impacts: The levels of impact, in the committee's order.
    ///   - scoring: How a likelihood and an impact make a score.
    ///   - bands: What scores are called, from the least severe.
    ///   - zones: The zones to which bands belong, from the least severe.
    ///   - direction: Which ends of the axes and of the scores are the worst.
    ///   - words: The committee's own names for the axes and for what nobody has assessed.
    /// - Throws: ``RiskError`` when levels are missing or double, when bands overlap, or when a
    ///   grid names a level or band that there is not.
    /// - Complexity: O(*n* log *n*) in the number of levels and bands.
    public init(
        id: String,
        version: Int,
        title: String = "",
        likelihoods: [Level],
        impacts: [Level],
        scoring: Scoring,
        bands: [Band],
        zones: [Zone] = [],
        direction: Direction = Direction(),
        words: Words = Words()
    ) throws(RiskError) {
        self.id = id
        self.version = version
        self.title = title
        self.likelihoods = likelihoods
        self.impacts = impacts
        self.scoring = scoring
        self.bands = bands
        self.zones = zones
        self.direction = direction
        self.words = words
        try check()
    }

    /// The scale and version that an assessment pins.
    public var reference: Reference { Reference(scaleID: id, version: version) }
}

extension RiskScale {
    /// A level of likelihood or impact.
    public struct Level: Hashable, Sendable, Identifiable {
        /// The identifier of the level within its axis, such as `4` or `B`.
        public var id: String
        /// What the level is called.
        public var label: String
        /// What the level counts for in a product or sum.
        public var weight: Int
        /// What the level means, in the committee's words.
        public var wording: String

        /// Creates a level.
        ///
        /// - Parameters:
        ///   - id: The identifier of the level within its axis.
        ///   - label: What the level is called.
        ///   - weight: What the level counts for in a product or sum.
        ///   - wording: What the level means, in the committee's words.
        public init(id: String, label: String, weight: Int, wording: String = "") {
            self.id = id
            self.label = label
            self.weight = weight
            self.wording = wording
        }

        /// The identifier and the label, or the label alone when both are the same word.
        public var text: String {
            if label.isEmpty { return id }
            return id.lowercased() == label.lowercased() ? label : "\(id) \(label)"
        }
    }

    /// A scale in one version, as an assessment pins it.
    public struct Reference: Hashable, Sendable, CustomStringConvertible {
        /// The name of the scale.
        public var scaleID: String
        /// The version.
        public var version: Int

        /// Creates a reference.
        ///
        /// - Parameters:
        ///   - scaleID: The name of the scale.
        ///   - version: The version.
        public init(scaleID: String, version: Int) {
            self.scaleID = scaleID
            self.version = version
        }

        /// The name and the version in words.
        public var description: String { "\(scaleID), version \(version)" }
    }

    /// What a likelihood and an impact make by a scale.
    public struct Score: Hashable, Sendable {
        /// The number; nothing where a grid gives a band without one.
        public var value: Int?
        /// The band, by its identifier; nothing where the score falls into a gap between bands.
        public var bandID: String?

        /// Creates a score.
        ///
        /// - Parameters:
        ///   - value: The number, if the scale makes one.
        ///   - bandID: The band, by its identifier.
        public init(value: Int?, bandID: String?) {
            self.value = value
            self.bandID = bandID
        }
    }
}

extension [RiskScale.Level] {
    /// Returns levels with the labels, whose identifiers and weights are 1, 2, 3 and so on.
    ///
    /// - Parameter labels: What the levels are called, from the least.
    /// - Returns: The levels.
    public static func numbered(_ labels: [String]) -> Self {
        labels.enumerated().map { index, label in
            RiskScale.Level(id: "\(index + 1)", label: label, weight: index + 1)
        }
    }
}
