// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

@Suite("A reporting line makes its report due")
struct ReportDueTests {
    @Test(arguments: [
        ("before each COG", ReportTrigger.Moment.before, 0),
        ("Ten working days before each COG", .before, 10),
        ("before every meeting of the Chief Officers' Group, 5 working days", .before, 5),
        ("Prior to each COG", .before, 0), ("at each meeting", .at, 0),
        ("3 working days after each CPC", .after, 3),
    ])
    func theWordsSayWhen(
        _ words: String,
        _ moment: ReportTrigger.Moment,
        _ days: Int
    ) throws {
        let trigger = try #require(ReportTrigger(words))
        #expect(trigger.moment == moment)
        #expect(trigger.workingDays == days)
    }

    @Test(arguments: ["", "Ongoing", "At regular intervals", "Annually", "before the summer"])
    func wordsThatNameNoMeetingMakeNothingDue(_ words: String) {
        #expect(ReportTrigger(words) == nil)
    }

    private static func edition(
        _ day: CivilDate,
        lines: [ReportingLine]? = nil,
        sent: [Circulation] = [],
        called: [Meeting] = []
    ) throws -> Edition {
        var profile = CommitteeProfile(
            body: Body(id: "cpc", name: "North Committee", abbreviation: "CPC", kind: .committee),
            bodies: [
                Body(
                    id: "cog",
                    name: "Chief Officers' Group",
                    abbreviation: "COG",
                    kind: .chiefOfficersGroup
                )
            ]
        )
        profile.workingGroups = [WorkingGroup(id: "qa", name: "Quality Group")]
        profile.reportingLines =
            lines ?? [
                ReportingLine(
                    fromBodyID: "cpc",
                    toBodyID: "cog",
                    what: "How the plan goes",
                    cadence: "Ten working days before each COG"
                )
            ]
        var record = Record.folding([
            Entry.sample(.committee, .profileSet(profile.json), sequence: 1)
        ])
        let quarters = try Cadence(every: Period(1, .quarters), from: CivilDate(2024, 1, 15))
        record.meetings = [
            MeetingSeries(body: "cog", name: "Chief Officers' Group", cadence: quarters)
        ]
        record.circulations = sent
        record.calledMeetings = called
        return Edition(
            of: record,
            committee: "cpc",
            name: "North Committee",
            asOf: day,
            audience: .committee
        )
    }

    private static func due(_ edition: Edition, through day: CivilDate) -> [String] {
        edition.reportsDue(through: day).map { "\($0.due): \($0.name), by \($0.sender)" }
    }

    @Test func tenWorkingDaysBeforeAMeetingCountTheHolidaysOfScotland() throws {
        let edition = try Self.edition(CivilDate(2023, 12, 1))
        #expect(
            Self.due(edition, through: CivilDate(2024, 1, 31)) == [
                "2023-12-28: the report “How the plan goes” to COG for 15 January 2024, by North "
                    + "Committee"
            ]
        )
    }

    @Test func aReportIsDueUntilTheMeetingAndNotAfterIt() throws {
        #expect(
            try Self.due(
                Self.edition(CivilDate(2024, 1, 15)),
                through: CivilDate(2024, 1, 31)
            ).count == 1
        )
        #expect(
            try Self.due(Self.edition(CivilDate(2024, 1, 16)), through: CivilDate(2024, 1, 31))
                == []
        )
    }

    @Test func aReportThatWentOutIsNotDueAnyMore() throws {
        var sent = Circulation(
            "standard/chief-officers",
            to: ["cog"],
            asOf: CivilDate(2023, 12, 20),
            audience: .committee
        )
        sent.on = CivilDate(2023, 12, 20)
        let edition = try Self.edition(CivilDate(2023, 12, 21), sent: [sent])
        #expect(
            Self.due(edition, through: CivilDate(2024, 4, 15)) == [
                "2024-04-01: the report “How the plan goes” to COG for 15 April 2024, by North "
                    + "Committee"
            ]
        )
        sent.to = ["council"]
        let other = try Self.edition(CivilDate(2023, 12, 21), sent: [sent])
        #expect(Self.due(other, through: CivilDate(2024, 1, 31)).count == 1)
    }

    @Test func aMovedMeetingMovesWhatIsDue() throws {
        var meeting = Meeting(body: "cog", planned: CivilDate(2024, 1, 15))
        meeting.day = CivilDate(2024, 1, 22)
        let edition = try Self.edition(CivilDate(2023, 12, 1), called: [meeting])
        let due = edition.reportsDue(through: CivilDate(2024, 2, 28))
        #expect(due.map(\.due) == [CivilDate(2024, 1, 8)])
        #expect(due.map(\.subject.id) == ["cpc#cog#2024-01-15"])
    }

    @Test func aCancelledMeetingMakesNothingDue() throws {
        var meeting = Meeting(body: "cog", planned: CivilDate(2024, 1, 15))
        meeting.cancelledOn = CivilDate(2023, 12, 1)
        let edition = try Self.edition(CivilDate(2023, 12, 2), called: [meeting])
        #expect(Self.due(edition, through: CivilDate(2024, 2, 28)) == [])
    }

    @Test func aBodyThatTheWordsNameIsTheOneWhoseMeetingCounts() throws {
        let line = ReportingLine(
            fromBodyID: "qa",
            toBodyID: "cpc",
            what: "",
            cadence: "two working days after each COG"
        )
        let edition = try Self.edition(CivilDate(2024, 1, 16), lines: [line])
        #expect(
            Self.due(edition, through: CivilDate(2024, 1, 31)) == [
                "2024-01-17: the report to CPC for 15 January 2024, by Quality Group"
            ]
        )
    }

    @Test func theDaysWorkShowsIt() throws {
        let work = WorkInHand(of: try Self.edition(CivilDate(2023, 12, 20)), within: 2)
        #expect(
            work.due.map { "\($0.kind.rawValue) \($0.words)" } == [
                "report The report “How the plan goes” to COG for 15 January 2024"
            ]
        )
        let late = WorkInHand(of: try Self.edition(CivilDate(2024, 1, 3)), within: 2)
        #expect(late.late.map(\.kind) == [.report])
    }

    @Test func remindersSpeakOfItAndFallSilentAfterTheMeeting() throws {
        let rule = ReminderRule(
            id: "north/report-due",
            each: .deadline,
            tiers: [ReminderTier(.beforeDue(.period(Period(1, .weeks))))],
            of: ["report"]
        )
        func count(_ day: CivilDate) throws -> Int {
            let edition = try Self.edition(day)
            return ReminderSchedule(rules: [rule], calendar: .scotland)
                .outlook(for: edition, on: day).reminders.count
        }
        #expect(try count(CivilDate(2023, 12, 1)) == 0)
        #expect(try count(CivilDate(2023, 12, 22)) == 1)
        #expect(try count(CivilDate(2024, 1, 16)) == 0)
    }
}
