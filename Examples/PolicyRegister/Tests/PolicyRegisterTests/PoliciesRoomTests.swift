// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeScripting
import CommitteeTestKit
import PolicyRegister
import Testing

/// A host's own room reaches every part of the library.
@Suite struct PoliciesRoomTests {
    private static let rooms = Rooms.standard.adding(PoliciesRoom())
    private static let day = CivilDate(2026, 10, 31)

    private static let facts: [(String, Change.Fact)] = [
        ("consent", Policy.Fields.title.fact("Consent & capacity")),
        ("consent", Policy.Fields.owner.fact("Lead Officer")),
        ("consent", Policy.Fields.edition.fact(3)),
        ("consent", Policy.Fields.reviewDate.fact(CivilDate(2026, 11, 30))),
        ("consent", Policy.Fields.audience.fact(.public)),
        ("missing", Policy.Fields.title.fact("Children who go missing")),
    ]

    private static var drafts: [EntryDraft] {
        facts.map { Change(.policy($0.0), $0.1).draft(effective: day, by: "clerk") }
    }

    private func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("north-cpc", name: "North CPC")
        let library = CommitteeLibrary(store: store, rooms: Self.rooms, today: { Self.day })
        let committee = try await library.committee("north-cpc")
        try await committee.append(Self.drafts)
        return committee
    }

    @Test func keepsTheContractOfRooms() {
        let contract = RoomContract(
            PoliciesRoom(),
            in: Self.rooms,
            samples: Self.drafts,
            secrets: ["Children who go missing": .committee, "Consent": .public]
        )
        #expect(contract.violations() == [])
    }

    @Test func standsInEditionsCutForTheirAudience() async throws {
        let committee = try await committee()
        let inner = try await committee.edition(audience: .committee)
        #expect(inner.policies.map(\.id) == ["consent", "missing"])
        let outer = try await committee.edition(audience: .public)
        #expect(outer.policies.map(\.id) == ["consent"])
        #expect(outer.omissions.map(\.words) == ["1 policy"])
    }

    @Test func isExported() async throws {
        let entries = try await committee().entries()
        let export = RecordExport(
            committee: "north-cpc",
            name: "North CPC",
            digestName: "testing-fnv",
            entries: entries
        )
        let state = export.json(asOf: Self.day, in: Self.rooms)["state"]
        #expect(state?["policies"]?[0]?["title"]?.text == "Consent & capacity")
        #expect(state?["policies"]?[0]?["reviewDate"]?.text == "2026-11-30")
        #expect(state?["unknownKinds"] == [:])
    }

    @Test func isSaidInWords() async throws {
        let committee = try await committee()
        try await committee.append([
            Change(.policy("consent"), Policy.Fields.edition.fact(4))
                .draft(effective: Self.day + 10, by: "clerk")
        ])
        let changes = try await committee.changes(
            since: Self.day,
            until: Self.day + 10,
            audience: .committee
        )
        #expect(changes.map(\.sentence) == ["The edition of policy consent is now: 4"])
    }

    @Test func isWrittenInFilesOfChanges() throws {
        let text = """
            {"by": "clerk", "effective": "2026-10-31", "changes": [
              {"policy": "consent", "title": "Consent", "edition": 4}]}
            """
        let file = try ChangeFile(
            reading: Array(text.utf8),
            source: "changes.json",
            rooms: Self.rooms
        )
        let drafts = try file.drafts(in: Record())
        #expect(drafts.map(\.kind) == ["policy.title-set", "policy.edition-set"])
        #expect(throws: JSONError.self) {
            let wrong = text.replacing("edition\": 4", with: "edition\": \"four\"")
            _ = try ChangeFile(reading: Array(wrong.utf8), source: "c.json", rooms: Self.rooms)
        }
    }

    @Test func isRemindedOf() async throws {
        let edition = try await committee().edition(audience: .committee)
        var rule = ReminderRule(id: "host/policies", each: .deadline)
        rule.of = ["policy"]
        rule.tiers = [ReminderTier(.beforeDue(.period(Period(6, .weeks))))]
        let schedule = ReminderSchedule(rules: [rule], calendar: .scotland)
        let found = schedule.outlook(for: edition, on: Self.day)
        #expect(found.reminders.map(\.subject) == [.policy("consent")])
        #expect(found.reminders.first?.to == ["Lead Officer"])
    }

    @Test func isReadByLua() async throws {
        let folder = #filePath.replacing(
            "Tests/PolicyRegisterTests/PoliciesRoomTests.swift",
            with: "plugins"
        )
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("north-cpc", name: "North CPC")
        let library = CommitteeLibrary(
            store: store,
            plugins: try await LuaPlugins.load(PluginFolder(folder)),
            rooms: Self.rooms,
            today: { Self.day }
        )
        let committee = try await library.committee("north-cpc")
        try await committee.append(Self.drafts)
        let report = try await library.report(
            "policies/register",
            of: try await committee.edition(audience: .committee)
        )
        let page = String(decoding: try report.render(.markdown), as: UTF8.self)
        #expect(page.contains("| Consent & capacity | Lead Officer | 3 | 30 November 2026 |"))
        #expect(page.contains("| Children who go missing |"))
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
