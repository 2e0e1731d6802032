// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskScale {
    /// A range of scores, or a grade, with its name.
    public struct Band: Hashable, Sendable, Identifiable {
        /// The identifier of the band.
        public var id: String
        /// What the band is called.
        public var label: String
        /// The scores of the band; nothing for a grade that only a grid gives.
        public var scores: ClosedRange<Int>?
        /// The letter that stands for the band; may be empty.
        public var letter: String
        /// The colour, where the committee has one.
        public var colour: StatusColour?
        /// The zone to which the band belongs, by its identifier.
        public var zoneID: String?
        /// What the band asks for, in the committee's words.
        public var wording: String

        /// Creates a band of scores.
        ///
        /// - Parameters:
        ///   - id: The identifier of the band.
        ///   - label: What the band is called.
        ///   - first: One end of the band, which belongs to it.
        ///   - last: The other end, which belongs to it.
        ///   - colour: The colour, where the committee has one.
        ///   - zoneID: The zone to which the band belongs.
        public init(
            id: String,
            label: String,
            from first: Int,
            through last: Int,
            colour: StatusColour? = nil,
            zoneID: String? = nil
        ) {
            self.init(grade: id, label: label, colour: colour, zoneID: zoneID)
            scores = min(first, last)...max(first, last)
        }

        /// Creates a grade that only a grid gives.
        ///
        /// - Parameters:
        ///   - id: The identifier of the grade.
        ///   - label: What the grade is called.
        ///   - colour: The colour, where the committee has one.
        ///   - zoneID: The zone to which the grade belongs.
        public init(
            grade id: String,
            label: String,
            colour: StatusColour? = nil,
            zoneID: String? = nil
        ) {
            self.id = id
            self.label = label
            self.colour = colour
            self.zoneID = zoneID
            letter = ""
            wording = ""
        }

        /// The band as it is shown: letter, word and colour, always together.
        public var tag: StatusTag { StatusTag(letter, label, colour: colour) }
    }

    /// A part of the scale with a word of its own, such as “Outside tolerance”.
    public struct Zone: Hashable, Sendable, Identifiable {
        /// The identifier of the zone.
        public var id: String
        /// What the zone is called.
        public var label: String
        /// What the zone asks for, in the committee's words.
        public var wording: String

        /// Creates a zone.
        ///
        /// - Parameters:
        ///   - id: The identifier of the zone.
        ///   - label: What the zone is called.
        ///   - wording: What the zone asks for.
        public init(id: String, label: String, wording: String = "") {
            self.id = id
            self.label = label
            self.wording = wording
        }
    }

    /// Which ends of a scale are the worst.
    public struct Direction: Hashable, Sendable {
        /// Whether the levels of likelihood are written from the worst, as in A to E.
        public var isLikelihoodWorstFirst: Bool
        /// Whether the levels of impact are written from the worst.
        public var isImpactWorstFirst: Bool
        /// Whether the lowest score is the worst.
        public var isLowestScoreWorst: Bool

        /// Creates a direction; by default the last levels and the highest score are the worst.
        ///
        /// - Parameters:
        ///   - isLikelihoodWorstFirst: Whether likelihoods are written from the worst.
        ///   - isImpactWorstFirst: Whether impacts are written from the worst.
        ///   - isLowestScoreWorst: Whether the lowest score is the worst.
        public init(
            isLikelihoodWorstFirst: Bool = false,
            isImpactWorstFirst: Bool = false,
            isLowestScoreWorst: Bool = false
        ) {
            self.isLikelihoodWorstFirst = isLikelihoodWorstFirst
            self.isImpactWorstFirst = isImpactWorstFirst
            self.isLowestScoreWorst = isLowestScoreWorst
        }
    }

    /// A committee's own names for the parts of its scale.
    public struct Words: Hashable, Sendable {
        /// What the axis of likelihood is called.
        public var likelihood: String
        /// What the axis of impact is called.
        public var impact: String
        /// What is shown where nobody has assessed a risk.
        public var notAssessed: String

        /// Creates names.
        ///
        /// - Parameters:
        ///   - likelihood: What the axis of likelihood is called.
        ///   - impact: What the axis of impact is called.
        ///   - notAssessed: What is shown where nobody has assessed a risk.
        public init(
            likelihood: String = "Likelihood",
            impact: String = "Impact",
            notAssessed: String = "Not assessed"
        ) {
            self.likelihood = likelihood
            self.impact = impact
            self.notAssessed = notAssessed
        }
    }

    /// A way in which a likelihood and an impact make a score.
    public enum Scoring: Hashable, Sendable {
        /// The weights are multiplied, and a band is found for the product.
        case product
        /// The weights are added, and a band is found for the sum.
        case sum
        /// The weights are multiplied by these factors and added, and a band is found for the sum.
        case weighted(likelihood: Int, impact: Int)
        /// A grid gives a score or a band for a likelihood and an impact.
        case grid([GridCell])
    }

    /// A cell of a scoring grid: a number, for which a band is found, or a band without a number.
    public struct GridCell: Hashable, Sendable {
        /// The level of likelihood, by its identifier.
        public var likelihood: String
        /// The level of impact, by its identifier.
        public var impact: String
        /// The band that the two make, by its identifier.
        public var bandID: String?
        /// The number that the two make.
        public var value: Int?

        /// Creates a cell that gives a band.
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

        /// Creates a cell that gives a number.
        ///
        /// - Parameters:
        ///   - likelihood: The level of likelihood, by its identifier.
        ///   - impact: The level of impact, by its identifier.
        ///   - value: The number that the two make.
        public init(likelihood: String, impact: String, value: Int) {
            self.likelihood = likelihood
            self.impact = impact
            self.value = value
        }
    }
}
