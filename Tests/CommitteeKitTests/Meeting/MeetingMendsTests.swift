// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("Meetings beside the structure, and what names them")
struct MeetingMendsTests {
    // MARK: Titles

    @Test(arguments: [
        "Toolkit (second reading)", "Plan (2026) and risks", "Update (by (the) group)", "Plain",
    ])
    func aTitleWithBracketsReadsBack(_ title: String) {
        var meeting = Meeting(body: "cpc", planned: CivilDate(2023, 12, 5))
        meeting.bodyName = "CPC"
        let items = [
            AgendaItem("1", title), AgendaItem("2", title, purpose: .noting),
        ]
        let text = AgendaSheet.text(of: items, for: meeting)
        let reading = AgendaSheet.read(
            text,
            of: meeting,
            MeetingSheetContext(planItems: [:], risks: [], calendar: .scotland, seats: [])
        )
        #expect(reading.doubts.map(\.finding.message) == [])
        #expect(reading.value == items)
    }

    // MARK: Seats

    private static func profile() -> CommitteeProfile {
        var profile = CommitteeProfile(
            body: Body(id: "cpc", name: "North Committee", abbreviation: "CPC", kind: .committee),
            bodies: [Body(id: "health", name: "Health Board", kind: .agency)],
            roles: [Role(id: "nurse", title: "Lead Nurse")],
            members: [Member(bodyID: "cpc", roleID: "nurse", agencyID: "health")]
        )
        profile.functions = []
        return profile
    }

    private static func edition(
        _ meetings: [Meeting],
        asOf day: CivilDate,
        _ change: (inout CommitteeProfile) -> Void = { _ in }
    ) -> Edition {
        var profile = profile()
        change(&profile)
        var record = Record.folding([
            Entry.sample(.committee, .profileSet(profile.json), sequence: 1)
        ])
        record.calledMeetings = meetings
        return Edition(
            of: record,
            committee: "cpc",
            name: "CPC",
            asOf: day,
            audience: .restricted
        )
    }

    @Test func aSeatWithoutItsOwnEntryHasTheIdentifierOfItsRole() {
        let finder = MeetingFinder(Self.edition([], asOf: CivilDate(2024, 1, 1)))
        #expect(finder.seats(of: "cpc", on: CivilDate(2024, 1, 1)).first?.id == "nurse")
    }

    @Test func aSeatOfItsOwnKeepsItsIdentifierNameAndTerm() {
        var record = StructureRecord()
        record.say(
            "midwife",
            Member.Seats.role.fact("Head of Midwifery"),
            Member.Seats.agency.fact("health"),
            Member.Seats.alsoCalled.fact(["Midwife"]),
            Member.Seats.term.fact(
                Member.Term(from: CivilDate(2026, 4, 1), until: CivilDate(2027, 3, 31))
            )
        )
        let finder = MeetingFinder(record.edition())
        let seats = finder.seats(of: "cpc", on: CivilDate(2026, 10, 31))
        #expect(seats.map(\.id) == ["chair", "midwife"])
        #expect(seats.last?.name == "Head of Midwifery")
        #expect(seats.last?.agency == "health")
        #expect(seats.last?.isCalled("midwife") == true)
        let later = finder.seats(of: "cpc", on: CivilDate(2027, 4, 1))
        #expect(!later.map(\.id).contains("midwife"))
    }

    // MARK: Groups and their committee

    private static func meeting(_ body: String, _ day: CivilDate) -> Meeting {
        var meeting = Meeting(body: body, planned: day)
        meeting.bodyName = body.uppercased()
        meeting.calledOn = CivilDate(2023, 1, 1)
        return meeting
    }

    private static func findings(_ meetings: [Meeting]) -> [String] {
        edition(meetings, asOf: CivilDate(2023, 11, 1)) {
            $0.workingGroups = [WorkingGroup(id: "qa", name: "Quality Group")]
        }.meetingFindings().filter { $0.kind == "group-after" }.map {
            "\($0.subject): \($0.message)"
        }
    }

    @Test func aGroupThatMeetsAfterItsCommitteeIsFound() {
        let meetings = [
            Self.meeting("cpc", CivilDate(2023, 9, 5)), Self.meeting("cpc", CivilDate(2023, 12, 5)),
            Self.meeting("qa", CivilDate(2023, 12, 12)),
        ]
        #expect(
            Self.findings(meetings) == [
                "qa/2023-12-12: Quality Group meets on 12 December 2023, after the meeting of CPC on 5 "
                    + "December 2023 to which it reports. Move one of the two."
            ]
        )
    }

    @Test func aGroupThatMeetsBeforeItsCommitteeIsNot() {
        let meetings = [
            Self.meeting("cpc", CivilDate(2023, 9, 5)), Self.meeting("qa", CivilDate(2023, 11, 21)),
            Self.meeting("cpc", CivilDate(2023, 12, 5)),
            Self.meeting("qa", CivilDate(2023, 12, 12)),
        ]
        #expect(Self.findings(meetings) == [])
    }

    @Test func aGroupThatMeetsNearerToTheNextMeetingIsBeforeThat() {
        let meetings = [
            Self.meeting("cpc", CivilDate(2023, 9, 5)), Self.meeting("qa", CivilDate(2023, 10, 10)),
            Self.meeting("cpc", CivilDate(2023, 10, 24)),
        ]
        #expect(Self.findings(meetings) == [])
    }

    @Test func aGroupThatMeetsLongAfterBelongsToTheNextCycle() {
        let meetings = [
            Self.meeting("cpc", CivilDate(2023, 12, 5)), Self.meeting("qa", CivilDate(2024, 2, 6)),
        ]
        #expect(Self.findings(meetings) == [])
    }

    // MARK: Who decided

    private static var decided: Meeting {
        var meeting = meeting("cpc", CivilDate(2023, 12, 5))
        meeting.agenda = [AgendaItem("5", "Plan")]
        meeting.minute = Minute(
            items: [MinutedItem("5", "Plan")],
            decisions: [MinutedDecision("5b", item: "5", "Amber.")]
        )
        return meeting
    }

    private static func problem(_ reference: String, _ meetings: [Meeting]) -> String? {
        let finder = MeetingFinder(edition(meetings, asOf: CivilDate(2024, 1, 1)))
        do {
            try finder.checkDecider(reference)
            return nil
        } catch {
            return error.message
        }
    }

    @Test(arguments: [
        "", "cpc/2023-12-05", "cpc/2023-12-05#5", "cpc/2023-12-05#5b", "cog/2023-01-01",
    ])
    func whatIsThereMayBeNamed(_ reference: String) {
        #expect(Self.problem(reference, [Self.decided]) == nil)
    }

    @Test func aCommitteeThatKeepsNoMeetingsMayNameAny() {
        #expect(Self.problem("cpc/2023-12-05#5b", []) == nil)
    }

    @Test func aCodeThatIsNotThereIsToldWithTheClosest() {
        #expect(
            Self.problem("cpc/2023-12-05#5c", [Self.decided])
                == "The meeting of CPC on 5 December 2023 has no item and no decision “5c”. Did you mean "
                + "“5b”?"
        )
        #expect(
            Self.problem("cpc/2023-12-06#5b", [Self.decided])
                == "The meeting cpc/2023-12-06 was not called. Did you mean “cpc/2023-12-05”?"
        )
        #expect(
            Self.problem("December", [Self.decided])
                == "“December” names no decision. Write a meeting with an item or a code, such as "
                + "cpc/2023-12-05#5b. "
        )
    }
}
