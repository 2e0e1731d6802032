// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("What went to whom")
struct CirculationTests {
    private static let day = CivilDate(2026, 12, 1)

    private static func sent(
        _ report: String = "standard/chief-officers",
        to: [String] = ["cog"],
        for audience: Audience = .committee
    ) -> Circulation {
        Circulation(report, to: to, asOf: day, audience: audience)
    }

    private static func refusal(_ sent: Circulation, on day: CivilDate = day) -> String? {
        var state = MeetingsState()
        return MeetingsState.table.apply(.reportCirculated(sent), to: &state, step(day))
    }

    private static func step(_ day: CivilDate) -> FoldStep {
        FoldStep(
            sequence: 1,
            subject: .committee,
            kind: "report.circulated",
            payload: [:],
            effective: day,
            by: "coordinator"
        )
    }

    @Test func whatNobodyGotIsRefused() {
        #expect(
            Self.refusal(Self.sent(to: []))
                == "Nobody is named to whom “standard/chief-officers” went. Name a body or a role."
        )
    }

    @Test func whatWentOutBeforeItsOwnDayIsRefused() {
        #expect(
            Self.refusal(Self.sent(), on: Self.day - 1)
                == "“standard/chief-officers” is as at 2026-12-01, and went out before that, on "
                + "2026-11-30. Correct one of the days."
        )
    }

    @Test func theSameIsNotRecordedTwice() {
        var state = MeetingsState()
        let step = Self.step(Self.day)
        let fact = Change.Fact.reportCirculated(Self.sent())
        #expect(MeetingsState.table.apply(fact, to: &state, step) == nil)
        #expect(
            MeetingsState.table.apply(fact, to: &state, step)
                == "“standard/chief-officers” as at 1 December 2026, for the audience “committee”, went to "
                + "cog on 2026-12-01, which is recorded already. Nothing needs to change."
        )
        #expect(state.circulations.count == 1)
    }

    @Test func anAudienceSeesWhatWasCutForItOrAWiderOne() {
        var record = Record.folding([])
        record.circulations = [
            Self.sent("standard/agenda", for: .public), Self.sent("standard/pack"),
            Self.sent("standard/minute", for: .restricted),
        ]
        func seen(_ audience: Audience) -> [String] {
            let edition = Edition(
                of: record,
                committee: "cpc",
                name: "CPC",
                asOf: Self.day,
                audience: audience
            )
            return edition.circulations.map(\.report)
        }
        #expect(seen(.public) == ["standard/agenda"])
        #expect(seen(.committee) == ["standard/agenda", "standard/pack"])
        #expect(seen(.restricted).count == 3)
    }

    @Test func theListHasPapersOfMeetingsBesideReports() {
        var meeting = Meeting(body: "cpc", planned: CivilDate(2026, 12, 8))
        meeting.bodyName = "CPC"
        meeting.agendaCirculations = [CivilDate(2026, 11, 20), CivilDate(2026, 11, 25)]
        meeting.minute = Minute()
        meeting.minute?.circulatedOn = CivilDate(2026, 12, 15)
        var record = Record.folding([])
        record.calledMeetings = [meeting]
        var sent = Self.sent()
        sent.on = CivilDate(2026, 12, 2)
        record.circulations = [sent]
        let edition = Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: CivilDate(2026, 12, 31),
            audience: .committee
        )
        let list = CirculationList(of: edition)
        #expect(
            list.lines.map { "\($0.on) \($0.what): \($0.to)" } == [
                "2026-12-15 Draft minute of cpc/2026-12-08: members of CPC",
                "2026-12-02 standard/chief-officers: cog",
                "2026-11-25 Agenda of cpc/2026-12-08: members of CPC",
                "2026-11-20 Agenda of cpc/2026-12-08: members of CPC",
            ]
        )
        #expect(CirculationList(of: edition, to: "cog").lines.map(\.what) == [sent.report])
        let text = String(decoding: list.document(of: edition).render(.plainText), as: UTF8.self)
        #expect(
            text.contains("4 papers went out by 31 December 2026, the last on 15 December 2026.")
        )
    }

    @Test func nothingThatWentOutIsSaidSo() {
        let edition = Edition(
            of: Record.folding([]),
            committee: "cpc",
            name: "CPC",
            asOf: Self.day,
            audience: .public
        )
        let page = CirculationList(of: edition).document(of: edition)
        let text = String(decoding: page.render(.plainText), as: UTF8.self)
        #expect(text.contains("Nothing went out by 1 December 2026."))
    }
}
