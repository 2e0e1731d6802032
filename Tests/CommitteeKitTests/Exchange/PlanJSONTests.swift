// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("The JSON of a plan")
struct PlanJSONTests {
    private func json(_ changes: [EntryDraft], asOf day: CivilDate) throws -> JSONValue {
        // Recorded after all that is said, as it is when people record.
        var sealer = EntrySealer(
            committee: ExchangeFixture.committee,
            after: nil,
            context: .testing(startingAt: RecordedInstant(milliseconds: 1_900_000_000_000))
        )
        let entries = (try ExchangeFixture.drafts() + changes).map {
            sealer.seal($0, idempotencyKey: nil)
        }
        let edition = ExchangeFixture.edition(of: entries, asOf: day)
        let plan = try #require(edition.plans.first)
        let computed = plan.computedCheck(on: day, after: nil, words: "now", name: "computed")
        return PlanJSON(of: plan, in: edition, computed: [computed]).value
    }

    private func change(_ id: String, _ fact: Change.Fact, bound: Bool = false) -> EntryDraft {
        Change(.action(id, of: ExchangeFixture.plan), fact)
            .draft(effective: CivilDate(2026, 9, 1), isBound: bound, by: "officer")
    }

    @Test func hasTheCountsAndTheActions() throws {
        let value = try json(
            [change("1.2", .statusReported(printed: "G", scheme: nil))],
            asOf: CivilDate(2026, 10, 31)
        )
        #expect(
            value["counts"] == [
                "levels": ["outcome": 1, "action": 2], "actions": 2, "maintenance": 0, "backlog": 0,
            ]
        )
        #expect(value["status"] == ["": 1, "G": 1])
        #expect(value["late"] == ["1.1"])
        #expect(value["asOf"] == "2026-10-31")
        #expect(value["audience"] == "committee")
        #expect(value["state"] == "draft")
        let action = try #require(value["actions"]?[0])
        #expect(action["id"] == "1.1")
        #expect(action["parents"] == ["1"])
        #expect(action["leads"] == ["Lead Nurse"])
        #expect(action["status"] == .null)
        #expect(action["completed"] == false)
        #expect(action["daysToDue"] == -123)
        #expect(
            action["timescale"] == [
                "text": "By 30 June 2026", "kind": "by-date", "due": "2026-06-30", "from": nil,
                "until": nil, "confidence": "exact", "doubt": nil,
            ]
        )
        #expect(value["items"]?.elements?.compactMap { $0["id"]?.text } == ["1"])
    }

    @Test func saysByWhenItWasCompletedAndBeforeThatDayThatItIsNotKnown() throws {
        let completed = change("1.1", .completed, bound: true)
        let after = try json([completed], asOf: CivilDate(2026, 10, 31))
        #expect(after["completed"] == ["1.1"])
        #expect(after["actions"]?[0]?["completedBy"] == "2026-09-01")
        #expect(after["actions"]?[0]?["completedOn"] == .null)
        let before = try json([completed], asOf: CivilDate(2026, 8, 1))
        #expect(before["completed"] == [])
        #expect(before["late"] == [])
        #expect(before["notKnown"] == ["1.1"])
        #expect(before["actions"]?[0]?["completion"] == "not-known")
    }

    @Test func putsStatedAndComputedChecksSideBySide() throws {
        let stated = ProgressCheck(
            date: CivilDate(2026, 10, 31),
            words: "31 October 2026",
            name: "Report",
            total: 3,
            completed: nil,
            added: nil,
            ongoing: 3,
            isStated: true
        )
        let draft = Change(.plan(ExchangeFixture.plan), .checkStated(stated))
            .draft(effective: CivilDate(2026, 10, 31), by: "officer")
        let checks = try json([draft], asOf: CivilDate(2026, 10, 31))["checks"]?.elements
        #expect(checks?.map { $0["stated"] } == [true, false])
        #expect(checks?.map { $0["total"] } == [3, 2])
        #expect(checks?.first?["completed"] == .null)
        #expect(checks?.first?["words"] == "31 October 2026")
    }

    @Test func listsThePartsOfATimescaleWithSeveralMilestones() {
        let parts = ["By 31 March 2026", "By 30 June 2026"].map { TimescaleReader().read($0) }
        let both = Timescale(words: "March and June", reading: .milestones(parts))
        let value = PlanJSON.timescaleJSON(both)
        #expect(value["due"] == "2026-06-30")
        #expect(value["milestones"]?.elements?.map { $0["due"] } == ["2026-03-31", "2026-06-30"])
    }
}
