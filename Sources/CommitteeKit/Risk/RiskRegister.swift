// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's risks, with every version of the scales that their assessments pin.
public struct RiskRegister: Hashable, Sendable {
    /// The stable identifier of the register.
    public var id: String
    /// The name of the register.
    public var name: String
    /// The scales, in every version that an assessment may pin.
    public var scales: [RiskScale]
    /// The risks in the register's own order.
    public var risks: [Risk]
    /// When the register is reviewed: the exact words of a timescale.
    public var reviewTimescale: String

    /// Creates a register.
    ///
    /// - Parameters:
    ///   - id: The stable identifier.
    ///   - name: The name of the register.
    ///   - scales: The scales, in every version that an assessment may pin.
    ///   - risks: The risks in the register's own order.
    ///   - reviewTimescale: When the register is reviewed, in words.
    public init(
        id: String,
        name: String,
        scales: [RiskScale] = [],
        risks: [Risk] = [],
        reviewTimescale: String = ""
    ) {
        self.id = id
        self.name = name
        self.scales = scales
        self.risks = risks
        self.reviewTimescale = reviewTimescale
    }

    /// Returns a scale in the version that a reference pins.
    ///
    /// - Parameter reference: The scale and version.
    /// - Returns: The scale, or `nil` when the register does not have it.
    /// - Complexity: O(*n*) in the number of scales.
    public func scale(_ reference: RiskScale.Reference) -> RiskScale? {
        scales.first { $0.reference == reference }
    }

    /// Returns the score of an assessment, by the version of the scale that it pins.
    ///
    /// - Parameter assessment: The assessment.
    /// - Returns: The score; `nil` when nobody has assessed the risk, which is not zero.
    /// - Throws: ``RiskError`` when the register has no such scale, or the scale no such level.
    /// - Complexity: O(*n*) in the number of scales and levels.
    public func score(of assessment: RiskAssessment) throws(RiskError) -> RiskScale.Score? {
        guard let levels = assessment.levels else { return nil }
        guard let scale = scale(levels.scale) else {
            let known = scales.map(\.reference.description).joined(separator: "; ")
            throw RiskError(
                .noSuchScale,
                "Register \"\(id)\" has no scale \(levels.scale). It has: "
                    + "\(known.isEmpty ? "none" : known). Add the scale in that version."
            )
        }
        return try scale.score(likelihood: levels.likelihood, impact: levels.impact)
    }

    /// Returns the risks that an audience may see.
    ///
    /// - Parameter audience: The audience.
    /// - Returns: The risks, in the register's own order.
    /// - Complexity: O(*n*) in the number of risks.
    public func risks(visibleTo audience: Risk.Visibility) -> [Risk] {
        risks.filter { $0.visibility <= audience }
    }
}
