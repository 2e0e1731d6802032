// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("What changed of risks")
struct RiskChangesTests {
    private static let (march, june) = (CivilDate(2026, 3, 31), CivilDate(2026, 6, 30))

    private func journal() throws -> RiskJournal {
        var journal = try RiskJournal { $0.reviewEvery = Period(4, .months) }
        journal.add("R1", ("3", "4"), visibility: .public)
        journal.add("R2", ("2", "2"))
        journal.record("R2", .accepted(by: "chair", until: CivilDate(2026, 5, 31), conditions: ""))
        journal.day = CivilDate(2026, 5, 1)
        return journal
    }

    private func sentences(
        _ journal: RiskJournal,
        _ audience: Audience = .committee
    ) -> [String] {
        EditionChange.risks(
            between: journal.edition(Self.march, audience),
            and: journal.edition(Self.june, audience)
        ).map(\.sentence)
    }

    @Test func whatHappenedIsSaidWithItsDay() throws {
        var journal = try journal()
        journal.assess("R1", "4", "5")
        journal.record("R1", .escalated(to: "partnership"))
        journal.add("R3")
        #expect(
            sentences(journal) == [
                "Risk R2 (Risk R2) is no longer accepted by chair: it ran out on 31 May 2026.",
                "Risk R2 (Risk R2) is overdue for review, which was due on 1 May 2026.",
                "Risk R3 (Risk R3) was proposed (1 May 2026).",
                "Risk R3 (Risk R3) was approved by board (1 May 2026).",
                "Risk R1 (Risk R1) was assessed as 20 Very high (current, 1 May 2026).",
                "Risk R1 (Risk R1) was escalated to partnership (1 May 2026).",
                "Risk R1 (Risk R1) is overdue for review, which was due on 1 May 2026.",
            ]
        )
    }

    @Test func thePublicIsToldOfItsOwnRisks() throws {
        var journal = try journal()
        journal.record("R1", .reviewed(outcome: "Worse than thought", next: nil))
        journal.record("R2", .reviewed(outcome: "Private", next: nil))
        #expect(sentences(journal, .public) == ["Risk R1 (Risk R1) was reviewed (1 May 2026)."])
    }

    @Test(arguments: [Audience.public, .partners, .committee])
    func aRiskThatAnAudienceMayNotSeeAnyMoreIsNotNamed(_ audience: Audience) throws {
        var journal = try journal()
        journal.record("R1", .visibilitySet(.restricted))
        #expect(sentences(journal, audience).filter { $0.contains("R1") } == [])
    }

    @Test func aRiskThatAnAudienceMaySeeNowWasNotShownBefore() throws {
        var journal = try journal()
        journal.record("R2", .visibilitySet(.public), .reviewed(outcome: "", next: nil))
        #expect(
            sentences(journal, .public).filter { $0.contains("R2") } == [
                "Risk R2 (Risk R2) was not shown to this audience before.",
                "Risk R2 (Risk R2) was shown to others (1 May 2026).",
                "Risk R2 (Risk R2) was reviewed (1 May 2026).",
                "Risk R2 (Risk R2) is no longer accepted by chair: it ran out on 31 May 2026.",
            ]
        )
    }

    @Test func eachChangeNamesItsRegisterAndRisk() throws {
        var journal = try journal()
        journal.record("R1", .closed(outcome: "It has passed"))
        let changes = EditionChange.risks(
            between: journal.edition(Self.march),
            and: journal.edition(Self.june)
        ).filter { $0.risk == "R1" }
        #expect(changes.map(\.register) == ["committee"])
        #expect(changes.map(\.kind) == ["risk.closed"])
        #expect(
            changes.map(\.sentence) == [
                "Risk R1 (Risk R1) was closed: It has passed (1 May 2026)."
            ]
        )
    }

    @Test func aRegisterThatIsNewIsSaid() throws {
        let journal = try journal()
        let changes = EditionChange.risks(
            between: journal.edition(CivilDate(2025, 12, 31)),
            and: journal.edition(RiskJournal.start)
        )
        #expect(
            changes.first?.sentence
                == "The risk register “Risks of the committee” is new, with 2 risks."
        )
    }
}
