// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Which rules speak of a plan")
struct ReminderRoundTests {
    private func contributions() throws -> Contributions {
        var contributions = Contributions()
        var other = try SmallPlan.layout()
        other.id = "other/plan"
        contributions.layouts = [try SmallPlan.layout(), other]
        let tiers = [ReminderTier(.beforeDue(.period(Period(30, .days))))]
        contributions.rules = [
            "small/chase-lead", "standard/chase-lead", "standard/no-news", "other/overdue",
        ].map { ReminderRule(id: $0, tiers: tiers) }
        return contributions
    }

    @Test(
        "A committee's rules speak of its own plans, general rules of all unless replaced",
        arguments: [
            ("small/plan", ["small/chase-lead", "standard/no-news"]),
            ("other/plan", ["standard/chase-lead", "standard/no-news", "other/overdue"]),
            (nil, ["standard/chase-lead", "standard/no-news"]),
        ] as [(String?, [String])]
    )
    func rulesSpeakOfTheirPlans(layout: String?, expected: [String]) throws {
        let contributions = try contributions()
        var plan = Plan(id: "p", title: "P", period: .always, levels: [LevelName("action")])
        plan.layout = layout
        let speaking = contributions.rules.filter { contributions.applies($0, to: plan) }
        #expect(speaking.map(\.id) == expected)
    }

    @Test(
        "Where one plugin alone has layouts, its rules speak of what is in no layout that is there",
        arguments: [nil, "gone/plan"] as [String?]
    )
    func rulesOfTheOnlyPlugin(layout: String?) throws {
        var contributions = try contributions()
        contributions.layouts.removeLast()
        contributions.rules.removeLast()
        var plan = Plan(id: "p", title: "P", period: .always, levels: [LevelName("action")])
        plan.layout = layout
        let speaking = contributions.rules.filter { contributions.applies($0, to: plan) }
        #expect(speaking.map(\.id) == ["small/chase-lead", "standard/no-news"])
    }

    @Test("A round raises each reminder once and names the rules that failed")
    func roundsNameFailures() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        var contributions = Contributions()
        contributions.rules = [
            ReminderRule(
                id: "standard/chase-lead",
                tiers: [ReminderTier(.beforeDue(.period(Period(30, .days))))]
            ),
            ReminderRule(id: "broken/rule", isComputed: true),
        ]
        let library = CommitteeLibrary(
            store: fixture.library.store,
            plugins: FailingEngine(contributions: contributions),
            today: { CivilDate(2025, 3, 10) }
        )
        let edition = try await fixture.committee.edition(
            asOf: CivilDate(2025, 3, 10),
            audience: .committee
        )
        let round = await library.reminders(for: edition)
        #expect(round.map(\.item) == ["1.1"])
        #expect(round.failures.map(\.rule) == ["broken/rule"])
    }
}

extension ReminderRoundTests {
    @Test func theTasksOfADraftStandApartAndSaySo() async throws {
        let fixture = try await LibraryFixture()
        try await fixture.importing(SmallPlan.text, digest: "a")
        var contributions = Contributions()
        contributions.rules = ["standard/chase-lead", "draft/chase-lead"].map {
            ReminderRule(id: $0, tiers: [ReminderTier(.beforeDue(.period(Period(30, .days))))])
        }
        contributions.plugins = [
            PluginSummary(
                id: "draft",
                version: "1.0.0",
                title: "Draft",
                audience: .public,
                contributions: [],
                problems: [],
                standing: .draft(reason: "it is not approved", audience: .public)
            )
        ]
        let library = CommitteeLibrary(
            store: fixture.library.store,
            plugins: FailingEngine(contributions: contributions),
            today: { CivilDate(2025, 3, 10) }
        )
        let tasks = try await library.committee(fixture.committee.id).reminderCalendar(
            audience: .committee
        ).tasks
        let settled = tasks.filter { !$0.uid.hasPrefix("draft:") }
        let drafts = tasks.filter { $0.uid.hasPrefix("draft:") }
        #expect(!settled.isEmpty && drafts.count == settled.count)
        #expect(
            drafts.allSatisfy {
                $0.summary.hasPrefix("Draft, by a rule that is not approved: ")
            }
        )
        #expect(drafts.map(\.due) == settled.map(\.due))
    }
}

/// An engine whose functions all fail.
private struct FailingEngine: ScriptEngine {
    struct Failure: Error {}
    let contributions: Contributions

    func report(_ request: ReportRequest) async throws -> Report { throw Failure() }

    func computedCells(
        of layout: String,
        plan: String,
        in edition: Edition
    ) async throws -> LayoutCells { throw Failure() }

    func computedReminders(
        of rule: String,
        in edition: Edition,
        on day: CivilDate
    ) async throws -> [ComputedReminder] { throw Failure() }
}
