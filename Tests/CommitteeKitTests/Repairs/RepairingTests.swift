// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite("Repairing a document")
struct RepairingTests {
    private static let plan = """
        Outcome 1

        No\tAction\tLead
        1.1\tWrite the  guide\tNurse
        1.2\tTrain staff and staff\tHead
        1.3\tAudit files\tChair
        """

    private func repaired(_ steps: (Int, Repair.Step)...) throws(RepairError) -> RepairedDocument {
        let document: SourceDocument
        do {
            document = try SourceDocument(text: Self.plan, name: "plan.txt", as: .tabText)
        } catch {
            Issue.record("The document cannot be read: \(error)")
            throw RepairError(.unreadable, "", source: "", line: 1, documentLine: nil)
        }
        let repairs = steps.enumerated().map { index, step in
            Repair(line: step.0, because: "it is so", step: step.1, fileLine: index + 3)
        }
        return try document.repaired(by: RepairsFile(source: "r.json", repairs: repairs))
    }

    private func rows(_ result: RepairedDocument) -> [[String]] {
        result.document.tables.flatMap { $0.rows.map { $0.cells.map(\.text) } }
    }

    @Test func replacesWordsInALine() throws {
        let result = try repaired((4, .replace(find: "guide", put: "handbook", cell: nil)))
        #expect(rows(result)[1] == ["1.1", "Write the handbook", "Nurse"])
        #expect(result.document.tables[0].rows[1].cells[1].pieces == ["Write the", "handbook"])
        #expect(
            result.notes.map(\.description) == [
                "line 4: replaced “guide” by “handbook”, because it is so"
            ]
        )
    }

    @Test func replacesWordsOfTheTextAroundTables() throws {
        let result = try repaired((1, .replace(find: "1", put: "2", cell: nil)))
        #expect(result.document.blocks[0].text == "Outcome 2")
    }

    @Test func keepsTheWideGapsBesideWhatItReplaces() throws {
        let result = try repaired((4, .replace(find: "Write", put: "Re  write", cell: 2)))
        let cell = result.document.tables[0].rows[1].cells[1]
        #expect(cell.pieces == ["Re", "write the", "guide"])
        #expect(cell.pieces.joined(separator: " ") == cell.text)
    }

    @Test func setsACellAlsoOneThatTheRowLost() throws {
        let result = try repaired((4, .setCell(3, text: "Chair\nHead")), (6, .setCell(1, text: "")))
        #expect(rows(result)[1] == ["1.1", "Write the guide", "Chair<br>Head"])
        #expect(rows(result)[3] == ["", "Audit files", "Chair"])
    }

    @Test func dropsAndInserts() throws {
        let result = try repaired(
            (5, .drop),
            (6, .insertText("Outcome 2")),
            (6, .insertRow(["1.2", "Meet", "All"]))
        )
        #expect(
            rows(result) == [
                ["No", "Action", "Lead"], ["1.1", "Write the guide", "Nurse"],
                ["1.2", "Meet", "All"], ["1.3", "Audit files", "Chair"],
            ]
        )
        #expect(result.document.tables.count == 2)
        #expect(result.document.blocks.map(\.line) == [1, 3, 6, 6])
        #expect(result.document.blocks[2].text == "Outcome 2")
    }

    @Test func replacesRows() throws {
        let result = try repaired(
            (5, .replaceRows(lines: [5, 6], rows: [["1.2", "a", "b"], ["", "c", "d"], ["1.3"]]))
        )
        #expect(rows(result).suffix(3) == [["1.2", "a", "b"], ["", "c", "d"], ["1.3"]])
        #expect(result.document.tables[0].rows.map(\.line) == [3, 4, 5, 6, 6])
    }

    @Test func keepsTheLinesAsTheyWereRead() throws {
        let result = try repaired((4, .drop))
        let lines = Self.plan.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(result.document.lines == lines.map(String.init))
    }

    @Test(arguments: [
        (
            4, Repair.Step.replace(find: "guise", put: "", cell: nil), "no-such-words",
            "line 4 of plan.txt does not contain “guise”; it reads “1.1 Write the guide Nurse”."
        ),
        (
            4, .replace(find: "guise", put: "", cell: 2), "no-such-words",
            "Cell 2 of line 4 of plan.txt does not contain “guise”; it reads “Write the guide”."
        ),
        (
            5, .replace(find: "staff", put: "", cell: nil), "ambiguous",
            "Line 5 of plan.txt contains “staff” 2 times. Give more of the words, or name the cell."
        ),
        (
            5, .replace(find: "staff", put: "", cell: 9), "no-such-cell",
            "Line 5 of plan.txt has 3 cells, so there is no cell 9."
        ),
        (
            2, .drop, "no-such-line",
            "Nothing was read from line 2 of plan.txt; it is blank. Name a line with text."
        ),
        (
            99, .drop, "no-such-line", "There is no line 99 of plan.txt; it has 6 lines."
        ),
        (
            Int.max, .insertText("x"), "no-such-line",
            "There is no line 9223372036854775807 of plan.txt; it has 6 lines."
        ),
        (
            1, .setCell(1, text: "x"), "not-a-row",
            "Line 1 of plan.txt is not a row of a table; it reads “Outcome 1”."
        ),
        (
            4, .setCell(4, text: "x"), "no-such-cell",
            "Line 4 of plan.txt has 3 cells and no table here has more than 3, so there is no cell 4."
        ),
        (
            3, .replaceRows(lines: [3, 5], rows: [["x"]]), "ambiguous",
            "Lines 3, 5 of plan.txt are not rows next to each other in one table. Make a repair for "
                + "each part."
        ),
        (
            3, .insertText("| a | b |\n| --- | --- |\n| c | d |"), "unreadable",
            "The text of “insert_before” is not a line of text. For a row of a table use "
                + "“insert_row_before”."
        ),
    ])
    func namesWhatStandsOnTheLine(
        line: Int,
        step: Repair.Step,
        code: String,
        message: String
    ) {
        let error = #expect(throws: RepairError.self) { try repaired((line, step)) }
        #expect(error?.message == message)
        #expect(error?.code.description == code)
        #expect(error?.description == "r.json:3: \(message)")
    }

    @Test func saysWhichLineOfTheFileIsWrongAndRepairsNothing() {
        let error = #expect(throws: RepairError.self) {
            try repaired((4, .drop), (4, .setCell(1, text: "x")))
        }
        #expect(
            error?.description
                == "r.json:4: Line 4 of plan.txt was dropped by an earlier repair. Put both into one "
                + "repair."
        )
    }

    @Test func refusesTheRepairsOfAnotherDocument() throws {
        let document = try SourceDocument(text: Self.plan, name: "folder/plan.txt", as: .tabText)
        let fitting = RepairsFile(source: "r.json", document: "plan.txt", repairs: [])
        #expect(try document.repaired(by: fitting).document == document)
        let other = RepairsFile(source: "r.json", document: "other.txt", repairs: [])
        let error = #expect(throws: RepairError.self) { try document.repaired(by: other) }
        #expect(
            error?.message
                == "The repairs are for “other.txt”, but the document is “folder/plan.txt”. Use the "
                + "repairs of this document, or correct “document”."
        )
    }

    @Test(arguments: 0..<40)
    func makesOrRefusesWhateverIsAsked(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = ["", "1", "staff", "Nurse", "<br>", "a  b", "\n", "é", "\u{0}", "|"]
        let document = try SourceDocument(text: Self.plan, name: "plan.txt", as: .tabText)
        for _ in 0..<50 {
            let word = words.randomElement(using: &random) ?? ""
            let other = words.randomElement(using: &random) ?? ""
            let line = Int.random(in: 1...8, using: &random)
            let cell = Int.random(in: 1...5, using: &random)
            let steps: [Repair.Step] = [
                .replace(find: word.isEmpty ? "x" : word, put: other, cell: nil),
                .replace(find: "t", put: other, cell: cell), .setCell(cell, text: word), .drop,
                .insertText(word), .insertRow([word, other]),
                .replaceRows(lines: [line], rows: [[word], [other]]),
            ]
            let repairs = (0..<3).map { _ in
                Repair(
                    line: line,
                    because: "b",
                    step: steps.randomElement(using: &random) ?? .drop,
                    fileLine: 1
                )
            }
            let file = RepairsFile(source: "r.json", repairs: repairs)
            guard let result = try? document.repaired(by: file) else { continue }
            #expect(result.notes.count == 3)
            let cells = result.document.tables.flatMap { $0.rows.flatMap(\.cells) }
            #expect(cells.allSatisfy { $0.pieces.joined(separator: " ") == $0.text })
        }
    }

    // Runs only where the published documents are; they are not part of the project.
    @Test(.enabled(if: PublishedDocuments.arePresent, "the published plans are not here"))
    func settlesTheSecondObjective31OfAPublishedPlan() throws {
        let document = try PublishedDocuments.read(PublishedDocuments.strategicPlan)
        let repair = Repair(
            line: 257,
            because: "its number is misread",
            step: .replace(find: "3.1 Basic", put: "8.1 Basic", cell: 1),
            fileLine: 3
        )
        let file = RepairsFile(source: "r.json", repairs: [repair])
        let row = try document.repaired(by: file).document.tables.flatMap(\.rows)
            .first { $0.line == 257 }
        #expect(row?.text(at: 0).hasPrefix("8.1 Basic") == true)
        let wrong = Repair(
            line: 257,
            because: "its number is misread",
            step: .replace(find: "3.1 Basix", put: "", cell: nil),
            fileLine: 3
        )
        let error = #expect(throws: RepairError.self) {
            try document.repaired(by: RepairsFile(source: "r.json", repairs: [wrong]))
        }
        #expect(
            error?.message.hasPrefix(
                "line 257 of \(PublishedDocuments.strategicPlan) does not contain “3.1 Basix”; it "
                    + "reads “3.1 Basic awareness"
            ) == true
        )
    }
}
