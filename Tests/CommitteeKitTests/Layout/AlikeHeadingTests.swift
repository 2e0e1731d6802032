// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Headings, numbers and rows that only their place tells apart")
struct AlikeHeadingTests {
    private static let declaration = """
        {
          "title": "Plan {period}", "levels": ["aim", "outcome", "step"], "scheme": "rag",
          "headings": {
            "aim": { "1": "{number}. {text}", "below": "statement" },
            "outcome": { "1": "{number}. {text}" }
          },
          "columns": [["No", "number"], ["Task", "text"], ["Lead", "leads"], ["Status", "status.letter"]]
        }
        """

    private static let document = """
        Plan 2024 – 2026

        A. Speeds come down
        Drivers tell us the limits are unclear.

        A1. Villages have limits

        No,Task,Lead,Status
        1,Put up signs,Roads,G
        2,Paint the road,Roads,G

        A2. Streets are closed

        No,Task,Lead,Status
        1,Ask the heads,Schools,G

        B. Crossings are safe

        B1. Every crossing is lit

        No,Task,Lead,Status
        1,Replace lamps,Lighting,G
        2,Paint the road,Lighting,G
        """

    @Test("In a file of cells, a heading over another is the outer one, and a finding says so once")
    func levelsByPlace() throws {
        let sample = try LayoutSample(Self.declaration)
        let reading = try sample.read(Self.document, as: .csv)
        let items = reading.plan.items.map { item in
            "\(item.level) \(item.number ?? "") \(item.text.singleLine)"
        }
        #expect(
            items == [
                "0 A Speeds come down", "1 A1 Villages have limits", "2 1 Put up signs",
                "2 2 Paint the road", "1 A2 Streets are closed", "2 1 Ask the heads",
                "0 B Crossings are safe", "1 B1 Every crossing is lit", "2 1 Replace lamps",
                "2 2 Paint the road",
            ]
        )
        #expect(
            reading.findings.map(\.message) == [
                "“A. Speeds come down” could be a heading of aim or outcome, and a document of this "
                    + "kind does not say how deep a heading is. Where two stand over one table, the "
                    + "first was taken for the outer one; a single one was taken for the innermost. "
                    + "Check the levels, give each level's heading words of its own, or import the "
                    + "document as HTML or Markdown."
            ]
        )
    }

    @Test("What a layout writes as cells is the same plan when it is read again")
    func cellsComeBack() throws {
        let sample = try LayoutSample(Self.declaration)
        let plan = try sample.read(Self.document, as: .csv).plan
        let again = try sample.read(sample.written(plan, as: .csv), as: .csv).plan
        #expect(LayoutSample.differences(plan, again) == "")
    }

    @Test(
        "A number that stands twice is doubted where its section does not count anew",
        arguments: [
            (["1", "2"], ["1", "2"], [String]()),
            (["1", "2"], ["1", "1"], ["Step 1 stands twice; the printed number is kept."]),
            (["1", "2"], ["3", "2"], ["Step 2 stands twice; the printed number is kept."]),
            (["a", "b"], ["a", "b"], []),
        ]
    )
    func restartingNumbers(first: [String], second: [String], doubts: [String]) throws {
        let layout = Self.declaration.replacing("\"levels\": [\"aim\", ", with: "\"levels\": [")
            .replacing(
                "\"aim\": { \"1\": \"{number}. {text}\", \"below\": \"statement\" },",
                with: ""
            )
        func section(_ name: String, _ numbers: [String]) -> String {
            var text =
                "## \(name). Outcome \(name)\n\n| No | Task | Lead | Status |\n|---|---|---|---|\n"
            for (place, number) in numbers.enumerated() {
                text += "| \(number) | Task \(name)\(place) | Roads | G |\n"
            }
            return text
        }
        let text =
            "# Plan 2024 – 2026\n\n" + section("A", first) + "\n" + section("B", second)
        let reading = try LayoutSample(layout).read(text)
        #expect(
            reading.findings.filter { $0.kind == "number-twice" }.map(\.message)
                == doubts.map { $0.replacing("Step", with: "Action") }
        )
        #expect(reading.plan.actions.count == 4)
    }

    @Test("In a file of cells, a row without a number that has a lead of its own is said")
    func ownLead() throws {
        let text = Self.document.replacing(
            "2,Paint the road,Roads,G",
            with: ",Paint the road,Lamps,"
        )
        let reading = try LayoutSample(Self.declaration).read(text, as: .csv)
        #expect(
            reading.findings.filter { $0.kind == "row-continued" }.map(\.message) == [
                "The row has no number, so it was read as a part of action 1; but both have a lead. If "
                    + "it is an action of its own, give it a number by a repair."
            ]
        )
    }

    @Test("Text below the last table stays below it, whatever table that is")
    func textBelowStaysBelow() throws {
        let layout = Self.declaration.replacing(
            "\"columns\": [[\"No\"",
            with: "\"key\": { \"heading\": \"Key\" }, \"columns\": [[\"No\""
        )
        let text =
            Self.document + "\n\nKey\n\nLetter,Meaning\nG,As planned\n\nAsk the clerk for more.\n"
        let reading = try LayoutSample(layout).read(text, as: .csv)
        #expect(
            reading.plan.texts.filter { $0.text.singleLine == "Ask the clerk for more." }
                .map(\.place) == [.closing]
        )
    }
}
