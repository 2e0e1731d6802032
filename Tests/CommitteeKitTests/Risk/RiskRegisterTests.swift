// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct RiskRegisterTests {
    private func scale(version: Int, highFrom: Int) throws -> RiskScale {
        try RiskScale(
            id: "local",
            version: version,
            likelihoods: .numbered(["a", "b", "c"]),
            impacts: .numbered(["a", "b", "c"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: highFrom - 1),
                RiskScale.Band(id: "high", label: "High", from: highFrom, through: 9),
            ]
        )
    }

    @Test func anAssessmentKeepsTheScaleVersionThatItPins() throws {
        let register = RiskRegister(
            id: "r",
            name: "Register",
            scales: [try scale(version: 1, highFrom: 7), try scale(version: 2, highFrom: 4)]
        )
        let bands = try (1...2).map { version in
            try register.score(
                of: .assessed(
                    RiskAssessment.Levels(
                        scale: RiskScale.Reference(scaleID: "local", version: version),
                        likelihood: "2",
                        impact: "3"
                    )
                )
            )?.bandID
        }
        #expect(bands == ["low", "high"])
    }

    @Test func notAssessedHasNoScore() throws {
        let risk = Risk(id: "1", cause: "", event: "", effect: "")
        #expect(try RiskRegister(id: "r", name: "").score(of: risk.current) == nil)
    }

    @Test func aScaleThatTheRegisterHasNotIsRefused() throws {
        let register = RiskRegister(id: "r", name: "")
        let levels = RiskAssessment.Levels(
            scale: RiskScale.Reference(scaleID: "local", version: 3),
            likelihood: "1",
            impact: "1"
        )
        let error = try #require(throws: RiskError.self) {
            try register.score(of: .assessed(levels))
        }
        #expect(error.code == .noSuchScale)
        #expect(
            error.message == "Register \"r\" has no scale local, version 3. It has: none. Add the "
                + "scale in that version."
        )
    }

    @Test(
        "An audience sees what is meant for it and for wider ones",
        arguments: [
            (Audience.public, ["public"]), (.partners, ["public", "partners"]),
            (.committee, ["public", "partners", "committee"]),
            (.restricted, ["public", "partners", "committee", "restricted"]),
        ]
    )
    func audiences(audience: Audience, ids: [String]) {
        let risks = Audience.allCases.map {
            Risk(id: $0.rawValue, cause: "", event: "", effect: "", visibility: $0)
        }
        let register = RiskRegister(id: "r", name: "", risks: risks)
        #expect(register.risks(visibleTo: audience).map(\.id) == ids)
    }

    @Test func aRiskIsRestrictedUnlessSomebodySaysOtherwise() {
        #expect(Risk(id: "1", cause: "", event: "", effect: "").visibility == .restricted)
    }

    @Test func aReviewIsOverdueTheDayAfterItsDay() {
        var risk = Risk(id: "1", cause: "", event: "", effect: "")
        #expect(!risk.isReviewOverdue(on: CivilDate(2026, 1, 1)))
        risk.reviewDate = CivilDate(2025, 12, 31)
        #expect(!risk.isReviewOverdue(on: CivilDate(2025, 12, 31)))
        #expect(risk.isReviewOverdue(on: CivilDate(2026, 1, 1)))
    }
}
