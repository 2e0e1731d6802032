// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// Invented risks in any number, for tests of a host and for measuring.
public enum SampleRisks {
    /// Returns an edition with one register, `main`, of a five-by-five scale.
    ///
    /// The same count gives the same edition. Two of ten risks have no current score, so that a map
    /// and a table have something to say about them.
    ///
    /// - Parameters:
    ///   - count: How many risks are active in the register.
    ///   - date: The date of the edition.
    /// - Returns: The edition, for those who may see everything.
    /// - Throws: `RiskError` when the scale is at fault, which it is not.
    /// - Complexity: O(*n*) in the number of risks.
    public static func edition(
        count: Int,
        asOf date: CivilDate = CivilDate(2026, 10, 31)
    ) throws(RiskError) -> Edition {
        var register = RiskRegister(id: "main", name: "Sample register", scales: [try scale()])
        register.appetite = .band("medium")
        register.reviewEvery = Period(3, .months)
        register.risks = (0..<max(count, 0)).map { risk($0, date, register.scales[0].reference) }
        var record = Record()
        record.riskRegisters = [register]
        return Edition(
            of: record,
            committee: "sample",
            name: "Sample Committee",
            asOf: date,
            audience: .restricted
        )
    }

    private static func scale() throws(RiskError) -> RiskScale {
        try RiskScale(
            id: "five-by-five",
            version: 1,
            likelihoods: .numbered(["Rare", "Unlikely", "Possible", "Likely", "Almost certain"]),
            impacts: .numbered(["Negligible", "Minor", "Moderate", "Major", "Severe"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 4, colour: .green),
                RiskScale.Band(id: "medium", label: "Medium", from: 5, through: 9, colour: .yellow),
                RiskScale.Band(id: "high", label: "High", from: 10, through: 16, colour: .amber),
                RiskScale.Band(
                    id: "very-high",
                    label: "Very high",
                    from: 20,
                    through: 25,
                    colour: .red
                ),
            ]
        )
    }

    private static func risk(
        _ number: Int,
        _ date: CivilDate,
        _ scale: RiskScale.Reference
    ) -> Risk {
        func assessment(_ likelihood: Int, _ impact: Int) -> RiskAssessment {
            .assessed(
                RiskAssessment.Levels(
                    scale: scale,
                    likelihood: "\(likelihood % 5 + 1)",
                    impact: "\(impact % 5 + 1)",
                    date: date - 30
                )
            )
        }
        var risk = Risk(
            id: "R\(number + 1)",
            cause: "Cause \(number + 1): posts are vacant and the work is shared out",
            event: "Event \(number + 1): visits that were agreed are made late",
            effect: "Effect \(number + 1): children wait for help that was promised",
            category: ["Staffing", "Systems", "Partners"][number % 3],
            ownerRoleID: "chair",
            visibility: .committee
        )
        risk.inherent = assessment(number / 3, number / 7 + 2)
        if number % 10 < 8 { risk.current = assessment(number, number / 5) }
        risk.target = assessment(number / 11, number / 13)
        risk.treatment = .treat
        risk.lastReviewed = date - number % 120
        return risk
    }
}
