// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What somebody judged a risk to be on a day, or that nobody has judged it.
///
/// Not assessed is neither zero nor the worst: it has no score and belongs to no band.
public enum RiskAssessment: Hashable, Sendable {
    /// Nobody has assessed this yet.
    case notAssessed
    /// Somebody has, by the levels of a pinned scale.
    case assessed(Levels)

    /// The levels, when the risk has been assessed.
    public var levels: Levels? {
        guard case .assessed(let levels) = self else { return nil }
        return levels
    }
}

extension RiskAssessment {
    /// A likelihood and an impact by one version of a scale.
    public struct Levels: Hashable, Sendable {
        /// The scale and version that was used.
        public var scale: RiskScale.Reference
        /// The level of likelihood, by its identifier.
        public var likelihood: String
        /// The level of impact, by its identifier.
        public var impact: String
        /// The day of the assessment.
        public var date: CivilDate?
        /// The score that the assessor gave instead of that which the levels make.
        public var override: Override?

        /// Creates an assessment by levels.
        ///
        /// - Parameters:
        ///   - scale: The scale and version that was used.
        ///   - likelihood: The level of likelihood, by its identifier.
        ///   - impact: The level of impact, by its identifier.
        ///   - date: The day of the assessment.
        ///   - override: The score that was given instead of that which the levels make.
        public init(
            scale: RiskScale.Reference,
            likelihood: String,
            impact: String,
            date: CivilDate? = nil,
            override: Override? = nil
        ) {
            self.scale = scale
            self.likelihood = likelihood
            self.impact = impact
            self.date = date
            self.override = override
        }
    }

    /// A score that somebody gave by judgement, with the reason.
    public struct Override: Hashable, Sendable {
        /// The number, where one was given.
        public var value: Int?
        /// The band, by its identifier, where one was given.
        public var bandID: String?
        /// Why the score is not that which the levels make.
        public var reason: String

        /// Creates an override.
        ///
        /// - Parameters:
        ///   - value: The number, where one is given; its band is found by the scale.
        ///   - bandID: The band, where one is given.
        ///   - reason: Why the score is not that which the levels make.
        public init(value: Int? = nil, bandID: String? = nil, reason: String) {
            self.value = value
            self.bandID = bandID
            self.reason = reason
        }
    }
}

/// Which of a risk's scores is meant; the names are fixed, what a committee calls them is its own.
public enum RiskScoreKind: String, Hashable, Sendable, CaseIterable {
    /// The risk before any control.
    case inherent
    /// The risk with the controls that there are.
    case current
    /// The risk that is aimed at.
    case target

    /// The name in plain words, for committees that have no other.
    public var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension RiskScale {
    /// Returns the score of an assessment by this scale, its override considered.
    ///
    /// - Parameter levels: An assessment that pins this scale.
    /// - Returns: The score.
    /// - Throws: ``RiskError`` when the scale has no such level, cell or band.
    /// - Complexity: O(*n*) in the number of levels, bands and cells.
    public func score(of levels: RiskAssessment.Levels) throws(RiskError) -> Score {
        let made = try score(likelihood: levels.likelihood, impact: levels.impact)
        guard let override = levels.override else { return made }
        if let id = override.bandID, band(id) == nil {
            let known = bands.map(\.id).joined(separator: ", ")
            throw RiskError(
                .noSuchBand,
                "Scale \(reference) has no band \"\(id)\" for an override. It has: \(known)."
            )
        }
        if let value = override.value {
            return Score(value: value, bandID: override.bandID ?? band(for: value)?.id)
        }
        return Score(value: nil, bandID: override.bandID ?? made.bandID)
    }
}
