// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Reports on risks")
struct RiskReportTests {
    /// A register in which something of everything has happened.
    private func journal() throws -> RiskJournal {
        var journal = try RiskJournal { register in
            register.appetite = .band("medium")
            register.scoreNames = [.inherent: "Initial", .current: "Residual"]
            register.reviewEvery = Period(3, .months)
        }
        journal.add("R1", ("4", "5"), visibility: .public)
        journal.add("R2", ("2", "2"))
        journal.add("R3", visibility: .restricted)
        journal.assess("R2", "1", "1", .inherent)
        journal.assess("R1", "1", "2", .target)
        journal.record(
            "R2",
            .controlSet(
                Risk.Control(
                    id: "C1",
                    words: "Monthly dip sample",
                    kind: .detective,
                    evidenceDue: CivilDate(2026, 3, 1)
                )
            ),
            .treated(.treat, actions: []),
            .accepted(by: "chair", until: CivilDate(2026, 2, 1), conditions: "")
        )
        journal.day = CivilDate(2026, 6, 30)
        return journal
    }

    @Test("Every report is as recorded", arguments: RiskReport.all.map(\.id))
    func goldens(report: String) throws {
        let journal = try journal()
        let request = RiskReport.Request(
            journal.edition(nil, .committee),
            since: journal.edition(CivilDate(2026, 1, 1), .committee),
            register: "committee"
        )
        let document = try RiskReport.named(report).document(request)
        let golden = GoldenFile("everything-\(report).md", besides: #filePath)
        let difference = golden.difference(from: document.render(.markdown))
        #expect(difference == nil, "\(difference ?? "")")
    }

    @Test func findingsSayWhatDoesNotFitTogether() throws {
        let register = try journal().edition().riskRegister("committee")
        let findings = register.findings(on: CivilDate(2026, 6, 30))
        #expect(
            findings.map { "\($0.risk) \($0.kind.rawValue): \($0.sentence)" } == [
                "R1 target-without-control: The risk is to come down (Residual: 20 Very high; Target: 2 "
                    + "Low), but no control and no action would bring it there.",
                "R1 review-overdue: Its review was due on 1 April 2026.",
                "R1 above-appetite: It is above the appetite (Residual: 20 Very high; appetite: Medium).",
                "R2 current-above-inherent: The risk scores worse with its controls (Residual: 4 Low) "
                    + "than without them (Initial: 1 Low).",
                "R2 review-overdue: Its review was due on 1 April 2026.",
                "R2 treatment-without-action: It is to be treated, but no action of a plan does it.",
                "R2 acceptance-lapsed: Its acceptance by chair no longer holds: it ran out on "
                    + "1 February 2026.",
                "R2 evidence-overdue: Evidence of control C1 (Monthly dip sample) was due on 1 March "
                    + "2026.",
                "R3 review-overdue: Its review was due on 1 April 2026.",
            ]
        )
    }

    @Test func thePublicSeesWhatIsForItAndHowManyAreWithheld() throws {
        let request = RiskReport.Request(try journal().edition(), register: "committee")
        let document = try RiskReport.named("risk-public").document(request)
        let text = String(decoding: document.render(.markdown), as: UTF8.self)
        #expect(
            text.contains("Some risks of this register are left out for the audience “public”.")
        )
        #expect(text.contains("R1"))
        #expect(!text.contains("R2"))
        #expect(!text.contains("R3"))
    }

    @Test func aPublicEditionDoesNotTellWhoSaidWhat() throws {
        let edition = try journal().edition(nil, .public)
        let history = try edition.risk("R1").risk.history
        #expect(history.allSatisfy { $0.by.isEmpty && $0.reason == nil })
        let said = history.filter { $0.payload != [:] }
        #expect(history.count == 4)
        #expect(said.map(\.kind) == ["risk.assessed", "risk.assessed"])
    }

    @Test func thePublicSeesTheScoresSinceItMaySeeTheRisk() throws {
        var journal = try RiskJournal()
        journal.add("R1", ("5", "5"), visibility: .restricted)
        journal.day = CivilDate(2026, 2, 1)
        journal.record("R1", .visibilitySet(.public))
        journal.assess(
            "R1",
            "3",
            "4",
            override: .init(value: 15, reason: "The inspector says so")
        )
        journal.day = CivilDate(2026, 3, 1)
        journal.assess("R1", "2", "4")
        let edition = journal.edition(nil, .public)
        let request = RiskReport.Request(edition, since: edition, register: "committee")
        let document = try RiskReport.named("risk-movement").document(request)
        let text = String(decoding: document.render(.markdown), as: UTF8.self)
        #expect(
            text.contains("| R1 | 15 High (1 February 2026), then 8 Medium (1 March 2026) |")
        )
        #expect(!text.contains("inspector"))
    }

    @Test func cuttingAgainWithholdsAsCuttingAtOnceDoes() throws {
        let journal = try journal()
        #expect(journal.edition().cut(for: .public) == journal.edition(nil, .public))
        #expect(
            journal.edition(nil, .committee).cut(for: .public).riskRegisters
                == journal.edition(nil, .public).riskRegisters
        )
    }

    @Test func aHeatMapNeverSpeaksByColourAlone() throws {
        for pack in ScalePack.allCases {
            let journal = try RiskScalePackTests.journal(of: pack)
            let request = RiskReport.Request(journal.edition(), register: "committee")
            let document = try RiskReport.named("risk-heat-map").document(request)
            let map = try #require(
                document.blocks.compactMap { block in
                    if case .heatMap(let map) = block { return map }
                    return nil
                }.first
            )
            #expect(map.cells.joined().allSatisfy { $0.band?.word.isEmpty == false })
            #expect(map.notes == ["\(try pack.scale().words.notAssessed), so not on the map: R5."])
        }
    }

    @Test(
        "What cannot be reported is said",
        arguments: [
            (
                "risk-registr",
                "There is no risk report “risk-registr”. Did you mean “risk-register”?"
            ),
            (
                "risk-movement",
                "The report “risk-movement” compares two dates. Say since which date."
            ),
            (
                "risk-register",
                "There are several risk registers: committee, partnership, team. Say which one."
            ),
        ]
    )
    func mistakes(report: String, message: String) throws {
        let request = RiskReport.Request(try journal().edition())
        let error = #expect(throws: RiskError.self) {
            try RiskReport.named(report).document(request)
        }
        #expect(error?.message == message)
    }
}
