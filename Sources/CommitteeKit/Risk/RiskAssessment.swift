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

        /// Creates an assessment by levels.
        ///
        /// - Parameters:
        ///   - scale: The scale and version that was used.
        ///   - likelihood: The level of likelihood, by its identifier.
        ///   - impact: The level of impact, by its identifier.
        ///   - date: The day of the assessment.
        public init(
            scale: RiskScale.Reference,
            likelihood: String,
            impact: String,
            date: CivilDate? = nil
        ) {
            self.scale = scale
            self.likelihood = likelihood
            self.impact = impact
            self.date = date
        }
    }
}
