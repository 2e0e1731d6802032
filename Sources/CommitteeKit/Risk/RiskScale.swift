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
    /// The levels of likelihood, from the least.
    public let likelihoods: [Level]
    /// The levels of impact, from the least.
    public let impacts: [Level]
    /// How a likelihood and an impact make a score.
    public let scoring: Scoring
    /// What scores are called; bands may have gaps between them.
    public let bands: [Band]

    /// Creates a scale.
    ///
    /// - Parameters:
    ///   - id: The name of the scale, the same in every version.
    ///   - version: The version, counted from 1.
    ///   - likelihoods: The levels of likelihood, from the least.
    ///   - impacts: The levels of impact, from the least.
    ///   - scoring: How a likelihood and an impact make a score.
    ///   - bands: What scores are called.
    /// - Throws: ``RiskError`` when levels are missing or double, when bands overlap, or when a
    ///   grid names a level or band that there is not.
    /// - Complexity: O(*n* log *n*) in the number of levels and bands.
    public init(
        id: String,
        version: Int,
        likelihoods: [Level],
        impacts: [Level],
        scoring: Scoring,
        bands: [Band]
    ) throws(RiskError) {
        self.id = id
        self.version = version
        self.likelihoods = likelihoods
        self.impacts = impacts
        self.scoring = scoring
        self.bands = bands
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

        /// Creates a level.
        ///
        /// - Parameters:
        ///   - id: The identifier of the level within its axis.
        ///   - label: What the level is called.
        ///   - weight: What the level counts for in a product or sum.
        public init(id: String, label: String, weight: Int) {
            self.id = id
            self.label = label
            self.weight = weight
        }
    }

    /// A range of scores, or a grade, with its name.
    public struct Band: Hashable, Sendable, Identifiable {
        /// The identifier of the band.
        public var id: String
        /// What the band is called.
        public var label: String
        /// The scores of the band; nothing for a grade that only a grid gives.
        public var scores: ClosedRange<Int>?

        /// Creates a band of scores.
        ///
        /// - Parameters:
        ///   - id: The identifier of the band.
        ///   - label: What the band is called.
        ///   - first: One end of the band, which belongs to it.
        ///   - last: The other end, which belongs to it.
        public init(id: String, label: String, from first: Int, through last: Int) {
            self.id = id
            self.label = label
            scores = min(first, last)...max(first, last)
        }

        /// Creates a grade that only a grid gives.
        ///
        /// - Parameters:
        ///   - id: The identifier of the grade.
        ///   - label: What the grade is called.
        public init(grade id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// A way in which a likelihood and an impact make a score.
    public enum Scoring: Hashable, Sendable {
        /// The weights are multiplied, and a band is found for the product.
        case product
        /// The weights are added, and a band is found for the sum.
        case sum
        /// A grid gives a band for a likelihood and an impact, without a number.
        case grid([GridCell])
    }

    /// A cell of a scoring grid.
    public struct GridCell: Hashable, Sendable {
        /// The level of likelihood, by its identifier.
        public var likelihood: String
        /// The level of impact, by its identifier.
        public var impact: String
        /// The band that the two make, by its identifier.
        public var bandID: String

        /// Creates a cell of a grid.
        ///
        /// - Parameters:
        ///   - likelihood: The level of likelihood, by its identifier.
        ///   - impact: The level of impact, by its identifier.
        ///   - bandID: The band that the two make, by its identifier.
        public init(likelihood: String, impact: String, bandID: String) {
            self.likelihood = likelihood
            self.impact = impact
            self.bandID = bandID
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
