// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderExplanationTests {
    private static let due = CivilDate(2031, 1, 31)

    private func why(
        _ journal: InventedJournal,
        _ step: String,
        due: CivilDate = due,
        on day: CivilDate
    ) throws -> ReminderExplanation {
        let identity = try #require(
            ReminderIdentity("moor/chase:moor-2030#1.1:\(due):\(step)")
        )
        let schedule = ReminderSchedule(
            rules: [ReminderScheduleTests.chase],
            calendar: .scotland
        )
        return try #require(
            schedule.explanation(of: identity, for: journal.edition(asOf: day), on: day)
        )
    }

    private let one = InventedJournal(actions: 1, due: due)

    @Test func aReminderSaysItsRuleItsPluginAndItsDates() throws {
        var journal = one
        let reminder = try #require(
            ReminderIdentity("moor/chase:moor-2030#1.1:2031-01-31:before-30-days")
        )
        journal.record(
            reminder.subject,
            .reminder(reminder, .snoozed(until: CivilDate(2031, 1, 20)), note: "Frost."),
            on: CivilDate(2031, 1, 5)
        )
        #expect(
            try why(journal, "before-30-days", on: CivilDate(2031, 1, 6)).sentences == [
                "The reminder “moor/chase:moor-2030#1.1:2031-01-31:before-30-days” is silent on "
                    + "6 January 2031, for it was snoozed until 20 January 2031.",
                "It is raised by the rule “moor/chase” of the plugin “moor”, which looks at each "
                    + "action and reminds lead.",
                "It is due on 31 January 2031; its timescale reads “By 31 January 2031”.",
                "The step “30 days before it is due” was reached on 1 January 2031.",
                "The step “1 week before it is due” will be reached on 24 January 2031.",
                "The step “1 day before it is due” will be reached on 30 January 2031.",
                "The step “overdue” will be reached on 1 February 2031.",
                "On 5 January 2031 it was snoozed until 20 January 2031, by clerk (entry "
                    + "\(journal.last.sequence)): Frost.",
            ]
        )
    }

    @Test(
        "What is outside the plans is explained by its own dates",
        arguments: [
            (
                ReminderSubject.risk, "risk/R4:2031-05-01",
                "It is due on 1 May 2031; the last review was on 1 February 2031; it is reviewed every "
                    + "3 months."
            ),
            (
                .acceptance, "acceptance/R4:2031-06-30",
                "It is due on 30 June 2031; it was accepted by chair on 1 March 2031; the acceptance "
                    + "was given until 30 June 2031."
            ),
            (
                .meeting, "meeting/cog#2031-04-09:2031-04-10",
                "It is due on 10 April 2031; the meeting of COG is on 10 April 2031; it was planned for "
                    + "9 April 2031."
            ),
            (
                .dataSet, "data-set/stiles#2031-03-31:2031-04-28",
                "It is due on 28 April 2031; its period ended on 31 March 2031, and it is due within "
                    + "20 working days; it came in on 2 April 2031."
            ),
            (
                .member, "member/cpc#chair:2031-06-30",
                "It is due on 30 June 2031; the term of office ends on 30 June 2031."
            ),
        ]
    )
    func sources(each: ReminderSubject, tail: String, source: String) throws {
        let rule = ReminderRule(
            id: "moor/rule",
            each: each,
            to: ["Officer"],
            tiers: [ReminderTier(.overdue(every: nil))]
        )
        let identity = try #require(ReminderIdentity("moor/rule:\(tail):overdue-1"))
        let day = CivilDate(2031, 4, 5)
        let why = ReminderSchedule(rules: [rule], calendar: .scotland)
            .explanation(of: identity, for: try Self.rooms().edition(asOf: day), on: day)
        #expect(why?.source == source)
    }

    /// A risk that is reviewed and accepted, moved meetings, a data set that is in, and a term.
    private static func rooms() throws -> InventedJournal {
        var journal = InventedJournal()
        var risk = Risk(id: "R4", cause: "Frost", event: "A slip", effect: "A fall")
        risk.visibility = .committee
        risk.lastReviewed = CivilDate(2031, 2, 1)
        risk.reviewInterval = Period(3, .months)
        risk.acceptance = Risk.Acceptance(
            by: "chair",
            on: CivilDate(2031, 3, 1),
            until: CivilDate(2031, 6, 30),
            score: .notAssessed
        )
        let register = RiskRegister(id: "main", name: "Main", risks: [risk])
        journal.record(.register("main"), .registerSet(register.json))
        var cadence = try Cadence(every: Period(1, .quarters), from: CivilDate(2031, 1, 9))
        cadence.moved[CivilDate(2031, 4, 9)] = CivilDate(2031, 4, 10)
        journal.record(
            .meetings(of: "cog"),
            .meetingsSet(MeetingSeries(body: "cog", name: "COG", cadence: cadence))
        )
        let data = DataSet(
            id: "stiles",
            title: "Stiles",
            lead: "Warden",
            every: Period(1, .quarters),
            from: CivilDate(2031, 3, 31),
            within: .workingDays(20)
        )
        journal.record(.dataSet("stiles"), .dataSetSet(data))
        journal.record(
            .dataSet("stiles"),
            .dataReceived(period: CivilDate(2031, 3, 31)),
            on: CivilDate(2031, 4, 2)
        )
        let term = CivilSpan(...CivilDate(2031, 6, 30))
        let profile = CommitteeProfile(
            body: Body(id: "cpc", name: "CPC", kind: .committee),
            roles: [Role(id: "chair", title: "Chair")],
            members: [Member(bodyID: "cpc", roleID: "chair", term: term)]
        )
        journal.record(.committee, .profileSet(profile.json))
        return journal
    }

    @Test func aReminderStandsInOneOfSeveralWays() throws {
        #expect(try why(one, "before-30-days", on: Self.due - 20).state == .inForce)
        #expect(
            try why(one, "before-30-days", on: Self.due - 5).state
                == .collapsed(into: "moor/chase:moor-2030#1.1:2031-01-31:before-1-week")
        )
        #expect(
            try why(one, "before-1-week", on: Self.due - 20).state == .notYet(from: Self.due - 7)
        )
        #expect(
            try why(one, "overdue-3", on: Self.due - 40).state == .notYet(from: Self.due + 15)
        )
        #expect(
            try why(one, "overdue-1", due: Self.due - 60, on: Self.due).state
                == .revised(to: Self.due)
        )
        var completed = one
        completed.record(.completed, of: "1.1", on: Self.due)
        #expect(try why(completed, "overdue-1", on: Self.due + 1).state == .silent)
        #expect(try why(completed, "overdue-1", on: Self.due).state == .silent)
    }

    @Test func aRuleThatIsNotThereIsNotExplained() throws {
        let identity = try #require(ReminderIdentity("moor/other:p:2031-01-31:overdue-1"))
        let schedule = ReminderSchedule(rules: [], calendar: .scotland)
        #expect(
            schedule.explanation(of: identity, for: one.edition(asOf: Self.due), on: Self.due)
                == nil
        )
    }
}
