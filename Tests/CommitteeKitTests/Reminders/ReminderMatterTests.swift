// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite struct ReminderMatterTests {
    /// Meets on 9 January, 9 April (moved to 10 April), 9 July and 9 October 2031.
    private func meetings() throws -> MeetingSeries {
        var cadence = try Cadence(every: Period(1, .quarters), from: CivilDate(2031, 1, 9))
        cadence.moved[CivilDate(2031, 4, 9)] = CivilDate(2031, 4, 10)
        return MeetingSeries(body: "cog", name: "Chief Officers' Group", cadence: cadence)
    }

    private func journal() throws -> InventedJournal {
        var journal = InventedJournal(actions: 1, due: nil)
        journal.record(.meetings(of: "cog"), .meetingsSet(try meetings()))
        return journal
    }

    private func reminders(
        _ journal: InventedJournal,
        _ rule: ReminderRule,
        on day: CivilDate,
        matters: [ReminderMatter] = []
    ) -> [Reminder] {
        let edition = journal.edition(asOf: day, audience: .restricted)
        return ReminderSchedule(rules: [rule], calendar: edition.workingCalendar ?? .scotland)
            .outlook(for: edition, on: day, scope: ReminderScope(matters: matters)).reminders
    }

    private let papers = ReminderRule(
        id: "moor/papers",
        each: .meeting,
        to: ["Lead Officer"],
        tiers: [
            ReminderTier(.beforeDue(.period(Period(1, .weeks)))),
            ReminderTier(.overdue(every: .workingDays(2))),
        ],
        of: ["Chief Officers’ Group"],
        ahead: .workingDays(10),
        what: "bundle of papers"
    )

    @Test func papersAreDueTenWorkingDaysBeforeAMeeting() throws {
        let journal = try journal()
        // Ten working days before 9 October 2031 is 25 September.
        #expect(reminders(journal, papers, on: CivilDate(2031, 9, 17)).isEmpty)
        let first = reminders(journal, papers, on: CivilDate(2031, 9, 18))
        #expect(
            first.map(\.id)
                == ["moor/papers:meeting/cog#2031-10-09:2031-09-25:before-1-week"]
        )
        #expect(
            first.map(\.message) == [
                "Bundle of papers for the meeting of Chief Officers' Group on 9 October 2031 is due "
                    + "on 25 September 2031, in 7 days"
            ]
        )
        #expect(first.first?.plan == nil && first.first?.item == nil)
    }

    @Test func papersAreAskedForUntilTheMeetingOnly() throws {
        let journal = try journal()
        #expect(
            reminders(journal, papers, on: CivilDate(2031, 10, 9)).map(\.id.localTail)
                == ["overdue-5"]
        )
        #expect(reminders(journal, papers, on: CivilDate(2031, 10, 10)).isEmpty)
    }

    @Test func aCouncilsOwnHolidayMovesTheDay() throws {
        var journal = try journal()
        journal.record(
            .committee,
            .workingDaysSet(
                WorkingCalendar(rules: HolidayRule.scotland, added: [CivilDate(2031, 10, 6)])
            )
        )
        #expect(
            reminders(journal, papers, on: CivilDate(2031, 9, 20)).map(\.due)
                == [CivilDate(2031, 9, 24)]
        )
    }

    @Test func aMovedMeetingIsKnownByItsPlannedDay() throws {
        let found = reminders(try journal(), papers, on: CivilDate(2031, 3, 25))
        #expect(found.map(\.subject) == [.meeting(of: "cog", on: CivilDate(2031, 4, 9))])
        #expect(found.map(\.due) == [CivilDate(2031, 3, 27)])
    }

    @Test func aRuleMayBeLimitedToABody() throws {
        var rule = papers
        rule.of = ["CPC"]
        #expect(try reminders(journal(), rule, on: CivilDate(2031, 9, 20)).isEmpty)
        rule.of = []
        #expect(try reminders(journal(), rule, on: CivilDate(2031, 9, 20)).count == 1)
    }

    @Test func anActionThatIsDueBeforeEachMeetingFollowsTheMeetings() throws {
        var journal = try journal()
        let reading = Timescale.Reading.relativeToMeeting(
            MeetingReference(bodies: ["cog"], moment: .before)
        )
        journal.record(
            .timescaleSet(Timescale(words: "COG report prior to each COG", reading: reading)),
            of: "1.1"
        )
        let rule = ReminderRule(
            id: "moor/cog",
            basis: .meetings,
            tiers: [ReminderTier(.beforeDue(.period(Period(2, .weeks))))],
            ahead: .workingDays(10)
        )
        #expect(reminders(journal, rule, on: CivilDate(2031, 9, 10)).isEmpty)
        #expect(
            reminders(journal, rule, on: CivilDate(2031, 9, 11)).map(\.id)
                == ["moor/cog:moor-2030#1.1:2031-09-25:before-2-weeks"]
        )
        #expect(
            reminders(journal, rule, on: CivilDate(2031, 6, 20)).map(\.due)
                == [CivilDate(2031, 6, 25)]
        )
    }

    @Test func theReviewOfARiskIsRemindedOf() {
        var journal = InventedJournal()
        var risk = Risk(id: "R4", cause: "Frost", event: "A slip", effect: "A fall")
        risk.reviewDate = CivilDate(2031, 5, 1)
        risk.ownerRoleID = "chair"
        let register = RiskRegister(id: "main", name: "Main", risks: [risk])
        journal.record(.register("main"), .registerSet(register.json))
        let rule = ReminderRule(
            id: "moor/review",
            each: .risk,
            tiers: [
                ReminderTier(.beforeDue(.period(Period(2, .weeks)))),
                ReminderTier(.overdue(every: nil)),
            ]
        )
        #expect(reminders(journal, rule, on: CivilDate(2031, 4, 16)).isEmpty)
        #expect(
            reminders(journal, rule, on: CivilDate(2031, 4, 17)).map(\.message)
                == ["The review of risk R4 (A slip) is due on 1 May 2031, in 14 days"]
        )
        #expect(
            reminders(journal, rule, on: CivilDate(2031, 5, 2)).map(\.id)
                == ["moor/review:risk/R4:2031-05-01:overdue-1"]
        )
    }

    @Test func theReviewOfARiskComesAfterItsInterval() {
        var journal = InventedJournal()
        var risk = Risk(id: "R4", cause: "Frost", event: "A slip", effect: "A fall")
        risk.lastReviewed = CivilDate(2031, 2, 1)
        risk.reviewInterval = Period(3, .months)
        let register = RiskRegister(id: "main", name: "Main", risks: [risk])
        journal.record(.register("main"), .registerSet(register.json))
        let rule = ReminderRule(
            id: "moor/review",
            each: .risk,
            tiers: [ReminderTier(.overdue(every: nil))]
        )
        #expect(
            reminders(journal, rule, on: CivilDate(2031, 5, 2)).map(\.due)
                == [CivilDate(2031, 5, 1)]
        )
    }

    private let lapse = ReminderRule(
        id: "moor/lapse",
        each: .acceptance,
        tiers: [
            ReminderTier(.beforeDue(.period(Period(1, .months)))),
            ReminderTier(.overdue(every: nil)),
        ]
    )

    /// A journal with a risk that the chair accepted until 31 March 2031.
    private func accepted(_ state: RiskState = .active, endedOn: CivilDate? = nil)
        -> InventedJournal
    {
        var journal = InventedJournal()
        var risk = Risk(id: "R4", cause: "Frost", event: "A slip", effect: "A fall")
        risk.state = state
        risk.acceptance = Risk.Acceptance(
            by: "chair",
            on: CivilDate(2030, 6, 1),
            until: CivilDate(2031, 3, 31),
            score: .notAssessed
        )
        risk.acceptance?.lapsedOn = endedOn
        risk.acceptance?.lapseReason = endedOn == nil ? "" : "its wording changed"
        let register = RiskRegister(id: "main", name: "Main", risks: [risk])
        journal.record(.register("main"), .registerSet(register.json))
        return journal
    }

    @Test func anAcceptanceThatRunsOutIsRemindedOf() {
        #expect(
            reminders(accepted(), lapse, on: CivilDate(2031, 3, 1)).map(\.message)
                == ["The acceptance of risk R4 (A slip) lapses on 31 March 2031, in 30 days"]
        )
    }

    @Test func anAcceptanceThatAChangeEndedIsDueOnTheDayOfTheChange() {
        let journal = accepted(endedOn: CivilDate(2031, 2, 10))
        #expect(
            reminders(journal, lapse, on: CivilDate(2031, 2, 11)).map(\.id)
                == ["moor/lapse:acceptance/R4:2031-02-10:overdue-1"]
        )
    }

    @Test func aClosedRiskIsNotRemindedOf() {
        #expect(reminders(accepted(.closed), lapse, on: CivilDate(2031, 3, 1)).isEmpty)
    }

    private func profile(_ members: [Member]) -> CommitteeProfile {
        CommitteeProfile(
            body: Body(id: "cpc", name: "Moor CPC", kind: .committee),
            bodies: [Body(id: "nhs", name: "NHS Moor", kind: .agency)],
            roles: [Role(id: "chair", title: "Independent Chair")],
            members: members
        )
    }

    private let terms = ReminderRule(
        id: "moor/terms",
        each: .member,
        to: ["Coordinator", "lead"],
        tiers: [
            ReminderTier(.beforeDue(.period(Period(3, .months)))),
            ReminderTier(.overdue(every: nil)),
        ]
    )

    @Test func aTermOfOfficeThatEndsIsRemindedOf() {
        var journal = InventedJournal()
        let end = CivilDate(2031, 6, 30)
        let chair = Member(bodyID: "cpc", roleID: "chair", term: CivilSpan(...end))
        journal.record(.committee, .profileSet(profile([chair]).json))
        #expect(reminders(journal, terms, on: CivilDate(2031, 3, 29)).isEmpty)
        let found = reminders(journal, terms, on: CivilDate(2031, 3, 30))
        #expect(
            found.map(\.message) == [
                "The term of office of the Independent Chair on Moor CPC ends on 30 June 2031, in "
                    + "92 days"
            ]
        )
        #expect(found.map(\.id) == ["moor/terms:member/cpc#chair:2031-06-30:before-3-months"])
    }

    @Test func aTermThatIsRenewedIsNot() {
        var journal = InventedJournal()
        let end = CivilDate(2031, 6, 30)
        let first = Member(bodyID: "cpc", roleID: "chair", term: CivilSpan(...end))
        let next = Member(bodyID: "cpc", roleID: "chair", term: CivilSpan((end + 1)...))
        journal.record(.committee, .profileSet(profile([first, next]).json))
        #expect(reminders(journal, terms, on: end).isEmpty)
    }

    private let owed = ReminderRule(
        id: "moor/owed",
        each: .dataSet,
        tiers: [
            ReminderTier(.beforeDue(.period(Period(1, .weeks)))),
            ReminderTier(.overdue(every: .period(Period(1, .weeks)))),
        ]
    )

    private func dataJournal() -> InventedJournal {
        var journal = InventedJournal()
        journal.record(
            .dataSet("stiles"),
            .dataSetSet(
                DataSet(
                    id: "stiles",
                    title: "Stiles mended",
                    lead: "Path warden",
                    every: Period(1, .quarters),
                    from: CivilDate(2031, 3, 31),
                    within: .workingDays(20)
                )
            )
        )
        return journal
    }

    @Test func aDataSetThatIsNotInIsAskedFor() {
        var journal = dataJournal()
        let day = CivilDate(2031, 8, 1)
        #expect(
            reminders(journal, owed, on: day).map(\.id) == [
                "moor/owed:data-set/stiles#2031-03-31:2031-04-29:overdue-14",
                "moor/owed:data-set/stiles#2031-06-30:2031-07-28:overdue-1",
            ]
        )
        journal.record(
            .dataSet("stiles"),
            .dataReceived(period: CivilDate(2031, 3, 31)),
            on: CivilDate(2031, 7, 1)
        )
        #expect(
            reminders(journal, owed, on: day).map(\.message) == [
                "Stiles mended for the period to 30 June 2031 was due on 28 July 2031 and is 4 "
                    + "days overdue"
            ]
        )
    }

    @Test func aPeriodThatADataSetHasNotIsRefused() {
        var journal = dataJournal()
        journal.record(.dataSet("stiles"), .dataReceived(period: CivilDate(2031, 6, 29)))
        journal.record(.dataSet("stile"), .dataReceived(period: CivilDate(2031, 6, 30)))
        #expect(
            journal.folded().problems.map(\.message) == [
                "The data set “stiles” has no period that ends on 2031-06-29. Its periods end on "
                    + "2031-06-30, 2031-09-30, 2031-12-31, 2032-03-31 and so on.",
                "There is no data set “stile” on 2030-04-01. Did you mean “stiles”?",
            ]
        )
    }

    @Test func aHostAddsWhatOnlyItKnows() {
        let known = ReminderMatter(
            .acceptance,
            SubjectReference(kind: "acceptance", id: "R4"),
            name: "the acceptance of risk R4",
            due: CivilDate(2031, 3, 31),
            verb: .lapses,
            leads: ["Chair"]
        )
        let found = reminders(
            InventedJournal(),
            lapse,
            on: CivilDate(2031, 3, 1),
            matters: [known]
        )
        #expect(
            found.map(\.message)
                == ["The acceptance of risk R4 lapses on 31 March 2031, in 30 days"]
        )
    }

    @Test func whatTheRecordKnowsIsNotRemindedOfTwice() {
        let known = ReminderMatter(
            .acceptance,
            SubjectReference(kind: "acceptance", id: "R4"),
            name: "the acceptance of risk R4, by the host",
            due: CivilDate(2031, 3, 30),
            verb: .lapses,
            leads: ["Chair"]
        )
        let found = reminders(accepted(), lapse, on: CivilDate(2031, 3, 1), matters: [known])
        #expect(found.map(\.id) == ["moor/lapse:acceptance/R4:2031-03-31:before-1-month"])
    }

    @Test func theReviewOfARiskThatWasEscalatedIsStillTheSame() {
        var journal = InventedJournal()
        var risk = Risk(id: "R4", cause: "Frost", event: "A slip", effect: "A fall")
        risk.reviewDate = CivilDate(2031, 5, 1)
        let main = RiskRegister(id: "main", name: "Main", parentID: "above", risks: [risk])
        journal.record(
            .register("above"),
            .registerSet(RiskRegister(id: "above", name: "Above").json)
        )
        journal.record(.register("main"), .registerSet(main.json))
        let rule = ReminderRule(
            id: "moor/review",
            each: .risk,
            to: ["Officer"],
            tiers: [ReminderTier(.overdue(every: nil))]
        )
        let day = CivilDate(2031, 5, 2)
        let before = reminders(journal, rule, on: day)
        journal.record(.risk("R4"), .risk(.escalated(to: "above")))
        #expect(journal.folded().problems == [])
        #expect(reminders(journal, rule, on: day) == before && before.count == 1)
    }

    @Test func aTermIsRemindedOfInTimeByARuleThatLooksAhead() {
        var journal = InventedJournal()
        let end = CivilDate(2031, 6, 30)
        let chair = Member(bodyID: "cpc", roleID: "chair", term: CivilSpan(...end))
        journal.record(.committee, .profileSet(profile([chair]).json))
        var rule = terms
        rule.ahead = .period(Period(2, .months))
        #expect(reminders(journal, rule, on: CivilDate(2031, 1, 29)).isEmpty)
        #expect(
            reminders(journal, rule, on: CivilDate(2031, 1, 30)).map(\.due)
                == [CivilDate(2031, 4, 30)]
        )
    }

    @Test func aStepComesAtMostAsOftenAsItSays() {
        var rule = owed
        rule.tiers = [ReminderTier(.overdue(every: .period(Period(1, .weeks))), times: 3)]
        #expect(
            reminders(dataJournal(), rule, on: CivilDate(2031, 7, 1)).map(\.occurrence) == [3]
        )
    }

    @Test func progressSinceTheFirstStepSilencesARuleThatSaysSo() {
        let due = CivilDate(2031, 1, 31)
        var journal = InventedJournal(actions: 1, due: due)
        var rule = ReminderScheduleTests.chase
        rule.stop = .progress
        journal.record(
            .progressReported("Begun", asAt: nil, audience: .committee),
            of: "1.1",
            on: due - 31
        )
        #expect(reminders(journal, rule, on: due - 7).count == 1)
        journal.record(
            .progressReported("Nearly", asAt: nil, audience: .committee),
            of: "1.1",
            on: due - 10
        )
        #expect(reminders(journal, rule, on: due - 7).isEmpty)
        #expect(reminders(journal, rule, on: due - 11).count == 1)
    }
}

extension String {
    /// The step of an identifier.
    fileprivate var localTail: String { split(separator: ":").last.map(String.init) ?? "" }
}
