// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeKit

/// Pairs of editions, where the test knows what each item is: history never goes to another in silence.
///
/// `EDITIONS` and `SEED` in the environment choose a longer run and other editions.
@Suite("Later editions of a plan")
struct EditedPlanTests {
    private static func number(_ variable: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? usual
    }

    private static func read(_ plan: EditedPlan) throws -> PlanReading {
        try PlanReader(layout: EditedPlan.layout(), scheme: nil, timescales: TimescaleReader())
            .read(try SourceDocument(text: plan.text, name: "plan.txt", as: .tabText))
    }

    @Test("No item takes another's history without a finding, and single edits need none")
    func historyStaysWithItsItem() throws {
        var random = SeededGenerator(seed: UInt64(Self.number("SEED", 20_261_130)))
        let rounds = Self.number("EDITIONS", 300)
        var wrong: [String] = []
        var unsure: [String] = []
        var singles = 0
        for round in 0..<rounds {
            let before = EditedPlan(restarts: Bool.random(using: &random), random: &random)
            var after = before
            let count = round % 2 == 0 ? 1 : Int.random(in: 2...5, using: &random)
            let edits = (0..<count).map { _ in after.edit(&random) }
            let old = try Self.read(before)
            let new = try Self.read(after)
            let matching = ItemMatching(new: new.plan.items, old: old.plan.items)
            let doubted = Set(matching.doubts.map(\.id))
            let olds = Dictionary(
                uniqueKeysWithValues: zip(old.plan.items.map(\.id), before.all.map(\.identity))
            )
            var isRight = true
            for (item, edited) in zip(new.plan.items, after.all) {
                let match = matching.matches[item.id].flatMap { olds[$0] }
                let expected = olds.values.contains(edited.identity) ? edited.identity : nil
                if match != expected { isRight = false }
                guard let match, match != edited.identity, !doubted.contains(item.id) else {
                    continue
                }
                wrong.append("\(edits): \(item.id) took \(match)\n\(before.text)\n\(after.text)")
            }
            guard count == 1 else { continue }
            singles += 1
            if !isRight || !doubted.isEmpty {
                unsure.append("\(edits) \(matching.doubts)\n\(before.text)\n\(after.text)")
            }
        }
        print(
            "editions \(rounds), wrong in silence \(wrong.count), "
                + "single edits \(singles), of which not right or with a finding \(unsure.count)"
        )
        if ProcessInfo.processInfo.environment["SHOW"] != nil {
            for text in wrong { print("WRONG", text) }
            for text in unsure { print("UNSURE", text) }
        }
        // An item that is gone and another that came under its number in its place, with nearly its
        // words, cannot be told from one that was reworded.
        #expect(wrong.count * 1000 <= max(rounds, 1000), "\(wrong.prefix(3))")
        #expect(unsure.count * 100 <= singles, "\(unsure.prefix(3))")
    }

    @Test(
        "What was recorded of a plan stands in the new edition's order, under identifiers that stay"
    )
    func recordedEditionsFoldToTheDocument() throws {
        var random = SeededGenerator(seed: UInt64(Self.number("SEED", 20_261_130)) &+ 1)
        var problems: [String] = []
        for _ in 0..<Self.number("EDITIONS", 100) {
            let before = EditedPlan(restarts: Bool.random(using: &random), random: &random)
            var after = before
            let count = Int.random(in: 1...3, using: &random)
            let edits = (0..<count).map { _ in after.edit(&random) }
            var drafts = try Self.comparison(of: before, with: nil).drafts
            let first = Self.fold(drafts)
            drafts += try Self.comparison(of: after, with: first.plans.first).drafts
            let second = Self.fold(drafts)
            let plan = try #require(second.plans.first)
            let gone = Set(first.plans[0].items.map(\.text)).subtracting(
                after.all.map { Prose($0.words) }
            )
            let now = plan.items.filter { item in
                after.all.contains { Prose($0.words) == item.text }
            }
            let printed = now.map { "\($0.number ?? "") \($0.text.singleLine)" }
            let wanted = after.all.map { "\($0.number) \($0.words)" }
            guard second.problems.isEmpty, printed == wanted else {
                problems.append(
                    "\(edits) \(second.problems) gone \(gone.count)\n\(printed)\n\(wanted)"
                )
                continue
            }
        }
        #expect(problems.prefix(2) == [], "\(problems.count)")
    }

    private static func comparison(of plan: EditedPlan, with before: Plan?) throws -> PlanComparison
    {
        var comparison = PlanComparison(
            reading: try read(plan),
            previous: before,
            current: before,
            others: [],
            by: "test",
            body: "CPC",
            asOf: CivilDate(2024, 6, 1)
        )
        comparison.run(
            note: ImportRecord(
                document: "plan.txt",
                digest: "0",
                layout: "small/edited",
                reportedOn: nil
            )
        )
        return comparison
    }

    private static func fold(_ drafts: [EntryDraft]) -> Record {
        Record.folding(
            drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
        )
    }
}
