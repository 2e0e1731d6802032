// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeKit

/// The same document, read twice, says nothing new; and of two candidates the better one is taken.
@Suite("The same edition twice")
struct SameEditionTests {
    private static func layout() throws -> Layout {
        try LayoutSample(
            """
            { "title": "Plan {period}", "levels": ["aim", "action"],
              "columns": [["Aim", "aim.text"], ["No", "number"], ["Action", "text"], ["Lead", "leads"],
                ["When", "timescale.words"], ["Room", "local.room"]] }
            """
        ).layout
    }

    /// A plan with words, numbers and leads that are few, and often missing.
    private static func document(_ random: inout SeededGenerator) -> String {
        let words = [
            "Train all staff", "Train all nurses in law", "Train all nurses", "Meet", "", "",
        ]
        let numbers = ["1", "2", "1.1", "–", "–"]
        let leads = ["Chair", "Nurse", ""]
        func pick(_ choices: [String], _ random: inout SeededGenerator) -> String {
            choices.randomElement(using: &random) ?? ""
        }
        var lines = ["# Plan 2024 – 2026", "", "| Aim | No | Action | Lead | When | Room |"]
        lines.append("|---|---|---|---|---|---|")
        for aim in 1...Int.random(in: 1...3, using: &random) {
            for row in 0..<Int.random(in: 1...5, using: &random) {
                let name =
                    row == 0 ? pick(["Aim \(aim)", "Be heard"], &random) : ""
                lines.append(
                    "| \(name) | \(pick(numbers, &random)) "
                        + "| \(pick(words, &random)) "
                        + "| \(pick(leads, &random)) | Ongoing | R\(row % 2) |"
                )
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func comparison(of text: String, with before: Plan?) throws -> PlanComparison {
        var comparison = PlanComparison(
            reading: try LayoutSample(layout: layout()).read(text),
            previous: before,
            current: before,
            others: [],
            by: "test",
            body: "CPC",
            asOf: CivilDate(2024, 6, 1)
        )
        comparison.run(
            note: ImportRecord(document: "p", digest: "0", layout: "small/plan", reportedOn: nil)
        )
        return comparison
    }

    private static func fold(_ drafts: [EntryDraft]) -> Record {
        Record.folding(
            drafts.enumerated().map { Entry(provisional: $0.element, sequence: $0.offset + 1) }
        )
    }

    @Test("A document without numbers, without words, or with neither, gives no change again")
    func nothingIsNew() throws {
        let rounds =
            ProcessInfo.processInfo.environment["EDITIONS"].flatMap(Int.init).map { $0 / 5 } ?? 100
        var random = SeededGenerator(seed: 20_261_130)
        var problems: [String] = []
        for _ in 0..<rounds {
            let text = Self.document(&random)
            let drafts = try Self.comparison(of: text, with: nil).drafts
            let record = Self.fold(drafts)
            let again = try Self.comparison(of: text, with: record.plans.first)
            guard record.problems.isEmpty, again.drafts.isEmpty, again.findings.isEmpty else {
                problems.append(
                    "\(record.problems) \(again.drafts.map(\.kind)) \(again.findings)\n\(text)"
                )
                continue
            }
        }
        #expect(problems.prefix(2) == [], "\(problems.count) of \(rounds)")
    }

    // MARK: The better of two

    private static func item(_ id: String, _ number: String?, _ words: String) -> PlanItem {
        var item = PlanItem(id: id, level: 0, number: number)
        item.text = Prose(words)
        return item
    }

    struct Choice: Sendable {
        var what: String
        var before: [(String, String)]
        var after: [(String, String)]
        /// The number before, by the number now, of what was taken for the same.
        var same: [String: String]
        var doubts: [String]
    }

    @Test(
        "The candidate that is most like an item is taken, and what is unsure is a finding",
        arguments: [
            Choice(
                what: "the one above is gone, the other is edited and has its number",
                before: [
                    ("1", "Train all nurses in safe handling of medicines"),
                    ("2", "Train all nurses in first aid for children"),
                ],
                after: [("1", "Train all nurses in first aid for all children")],
                same: ["1": "2"],
                doubts: ["match-doubtful"]
            ),
            Choice(
                what: "both stay and one is edited",
                before: [
                    ("1", "Train all nurses in safe handling of medicines"),
                    ("2", "Train all nurses in first aid for children"),
                ],
                after: [
                    ("1", "Train all nurses in safe handling of medicines"),
                    ("2", "Train all nurses in first aid for all children"),
                ],
                same: ["1": "1", "2": "2"],
                doubts: []
            ),
            Choice(
                what: "a new one is put before two that are edited",
                before: [
                    ("1", "Write to every school in the north about neglect"),
                    ("2", "Write to every school in the south about transport"),
                ],
                after: [
                    ("1", "Buy a boat"),
                    ("2", "Write to every school in the north about severe neglect"),
                    ("3", "Write to every school in the south about free transport"),
                ],
                same: ["2": "1", "3": "2"],
                doubts: ["match-doubtful", "match-doubtful"]
            ),
            Choice(
                what: "one is as much like two, and has the number of neither",
                before: [("1", "Train all nurses in law A"), ("2", "Train all nurses in law B")],
                after: [("3", "Train all nurses in law C")],
                same: [:],
                doubts: ["match-ambiguous"]
            ),
        ]
    )
    func theBetterIsTaken(choice: Choice) {
        let matching = ItemMatching(
            new: choice.after.map { Self.item("n\($0.0)", $0.0, $0.1) },
            old: choice.before.map { Self.item("o\($0.0)", $0.0, $0.1) }
        )
        let same = Dictionary(
            uniqueKeysWithValues: matching.matches.map {
                (String($0.key.dropFirst()), String($0.value.dropFirst()))
            }
        )
        #expect(same == choice.same, "\(choice.what)")
        #expect(matching.doubts.map(\.kind) == choice.doubts, "\(choice.what)")
    }

    @Test("An item that has no words and said other things before is a finding")
    func wordlessItemsAreDoubtful() {
        func item(_ id: String, _ lead: String) -> PlanItem {
            var item = Self.item(id, nil, "")
            item.leads.words = Prose(lead)
            return item
        }
        let matching = ItemMatching(
            new: [item("n1", "Chair"), item("n2", "Porter")],
            old: [item("o1", "Nurse"), item("o2", "Chair")]
        )
        #expect(matching.matches == ["n1": "o2", "n2": "o1"])
        #expect(matching.doubts.map(\.id) == ["n2"])
    }
}
