// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import Testing

@Suite("Reminder rules in Lua beside the plans")
struct MatterReminderTests {
    /// The reminders of a rule with this function, for a committee with a meeting, a seat and a data set.
    private func reminders(
        each: String,
        _ body: String,
        audience: String = "restricted",
        matters: [ReminderMatter] = []
    ) async throws -> ReminderRound {
        let plugins = try await RiskPlugin.load(
            """
            reminder "own" { each = "\(each)", to = "lead officer",
              compute = function(matter, ctx)
                \(body)
              end,
            }
            """,
            audience: audience
        )
        #expect(plugins.contributions.plugins.flatMap(\.problems) == [])
        let committee = try await RiskPlugin.committee(plugins)
        let day = CivilDate(2026, 9, 30)
        try await committee.perform(
            RiskRequest("R1", .reviewed(outcome: "Seen", next: day + 100), by: "officer"),
            effective: day
        )
        try await committee.perform(
            RiskRequest(
                "R1",
                .accepted(by: "chair", until: CivilDate(2026, 12, 31), conditions: ""),
                by: "officer"
            ),
            effective: day
        )
        let cadence = try Cadence(every: Period(1, .quarters), from: CivilDate(2026, 11, 10))
        let data = DataSet(
            id: "visits",
            title: "Visits made",
            lead: "Data officer",
            every: Period(1, .quarters),
            from: CivilDate(2026, 9, 30),
            within: .workingDays(20)
        )
        let changes = [
            Change(
                .meetings(of: "cog"),
                .meetingsSet(MeetingSeries(body: "cog", name: "COG", cadence: cadence))
            ),
            Change(.dataSet("visits"), .dataSetSet(data)),
        ]
        try await committee.append(changes.map { $0.draft(effective: day, by: "officer") })
        let edition = try await committee.edition(audience: .restricted)
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing()),
            plugins: plugins,
            today: { CivilDate(2026, 10, 31) }
        )
        return await library.reminders(for: edition, matters: matters)
    }

    @Test func aReviewIsRemindedOfByTheRisk() async throws {
        let round = try await reminders(
            each: "risk",
            """
            if matter.risk.current.band ~= "bad" then return nil end
            return { due = matter.due, tier = "early", message = matter.name .. " of " .. matter.risk.owner }
            """
        )
        #expect(round.failures.isEmpty)
        #expect(round.reminders.map(\.due) == [CivilDate(2027, 1, 8)])
        #expect(round.reminders.map(\.tier) == ["early"])
        #expect(round.reminders.map(\.message) == ["the review of risk R1 (Late visits) of nurse"])
        #expect(round.reminders.map(\.to) == [["lead officer"]])
    }

    @Test func anAcceptanceIsRemindedOfByItsRisk() async throws {
        let round = try await reminders(
            each: "acceptance",
            "return { due = matter.due, tier = matter.risk.acceptance.by }"
        )
        #expect(round.failures.isEmpty)
        #expect(
            round.reminders.map(\.message) == [
                "The acceptance of risk R1 (Late visits) lapses on 31 December 2026, in 61 days"
            ]
        )
    }

    @Test func aMeetingIsAMatter() async throws {
        let round = try await reminders(
            each: "meeting",
            """
            if matter.due > ctx.today + 30 then return nil end
            return { due = matter.due - 10, tier = "papers", message = matter.name }
            """
        )
        #expect(round.failures.isEmpty)
        #expect(round.reminders.map(\.id) == ["demo/own:meeting/cog#2026-11-10:2026-10-31:papers"])
        #expect(round.reminders.map(\.message) == ["the meeting of COG"])
    }

    @Test(arguments: [("restricted", 5), ("partners", 0)])
    func aDataSetIsAMatterForTheCommittee(audience: String, count: Int) async throws {
        let round = try await reminders(
            each: "data_set",
            "return { due = matter.due, tier = matter.groups[1], message = matter.leads[1] }",
            audience: audience
        )
        #expect(round.failures.isEmpty)
        #expect(round.reminders.count == count)
        #expect(Set(round.reminders.map(\.message)) == (count == 0 ? [] : ["Data officer"]))
    }

    @Test func whatTheHostAddsIsAskedAboutToo() async throws {
        let own = ReminderMatter(
            .member,
            SubjectReference(kind: "member", id: "cpc#chair"),
            name: "the term of the chair",
            due: CivilDate(2026, 12, 1),
            verb: .ends,
            leads: ["chair"],
            groups: ["CPC"]
        )
        let round = try await reminders(
            each: "member",
            "return { due = matter.due - 30, tier = matter.leads[1], message = matter.verb }",
            matters: [own]
        )
        #expect(round.failures.isEmpty)
        #expect(round.reminders.map(\.message) == ["ends"])
        #expect(round.reminders.map(\.due) == [CivilDate(2026, 11, 1)])
    }

    @Test func aRuleSaysNothingOfARiskThatItMayNotRead() async throws {
        let round = try await reminders(
            each: "risk",
            "return { due = matter.due }",
            audience: "committee"
        )
        #expect(round.reminders.isEmpty)
        #expect(round.failures.isEmpty)
    }

    @Test(arguments: [
        (
            "return true",
            "the function returned true for the review of risk R1 (Late visits); return nil, or { due = a date, tier = "
                + "\"first call\", message = \"…\" }"
        ),
        ("return matter.duee", "'duee' is not a field of a matter; did you mean 'due'?"),
    ])
    func aFunctionThatFailsIsTold(body: String, message: String) async throws {
        let round = try await reminders(each: "risk", body)
        #expect(round.reminders.isEmpty)
        let failure = try #require(round.failures.first?.error as? ScriptFailure)
        #expect(failure.message == message)
    }

    @Test func aComputedReminderCanBeExplained() async throws {
        let plugins = try await RiskPlugin.load(
            """
            reminder "own" { each = "risk", to = "lead officer",
              compute = function(matter) return { due = matter.due, tier = "early" } end }
            """
        )
        let committee = try await RiskPlugin.committee(plugins)
        let day = CivilDate(2026, 9, 30)
        try await committee.perform(
            RiskRequest("R1", .reviewed(outcome: "Seen", next: day + 100), by: "officer"),
            effective: day
        )
        let library = CommitteeLibrary(
            store: InMemoryJournal(context: .testing()),
            plugins: plugins,
            today: { CivilDate(2026, 10, 31) }
        )
        let edition = try await committee.edition(audience: .restricted)
        let id = try #require(await library.reminders(for: edition).reminders.first?.id)
        let why = try await library.explanation(ofReminder: id, for: edition)
        #expect(why.state == .inForce)
    }
}
#endif
