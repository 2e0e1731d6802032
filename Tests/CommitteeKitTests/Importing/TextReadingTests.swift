// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct TextReadingTests {
    private func read(_ text: String, as format: SourceFormat) throws -> SourceDocument {
        try SourceDocument(text: text, name: "plan", as: format)
    }

    @Test func tabbedLinesAreRowsAndBlankLinesDoNotDivideTheirTable() throws {
        let document = try read("No\tAction\n1\tDo it\t\n\n2\tDo more\nNotes\na\tb", as: .tabText)
        #expect(
            document.grid == [
                [["No", "Action"], ["1", "Do it", ""], ["2", "Do more"]], [["a", "b"]],
            ]
        )
        #expect(document.tables[0].rows.map(\.line) == [1, 2, 4])
        #expect(document.blocks[1] == .paragraph(text: "Notes", line: 5, endLine: 5))
        #expect(document.tables[0].width == 3)
    }

    @Test func fragmentsOfHTMLStayInTheTextOfATabbedCell() throws {
        let document = try read("<p><b>3.1:</b> Act</p>\tBy 31 March 2019", as: .tabText)
        #expect(document.grid == [[["<p><b>3.1:</b> Act</p>", "By 31 March 2019"]]])
    }

    @Test func proseHasHeadingsParagraphsAndNestedItems() throws {
        let document = try read(
            """
            # Plan #
            **Bold** words
            go on  
            after a break

            - one
              goes on
              - inner
            - two
            1. first
            2) second
            • dot
            """,
            as: .markdown
        )
        #expect(
            document.blocks == [
                .heading(level: 1, text: "Plan", line: 1),
                .paragraph(text: "**Bold** words go on<br>after a break", line: 2, endLine: 4),
                .listItem(marker: "-", depth: 0, text: "one goes on", line: 6, endLine: 7),
                .listItem(marker: "-", depth: 1, text: "inner", line: 8, endLine: 8),
                .listItem(marker: "-", depth: 0, text: "two", line: 9, endLine: 9),
                .listItem(marker: "1.", depth: 0, text: "first", line: 10, endLine: 10),
                .listItem(marker: "2)", depth: 0, text: "second", line: 11, endLine: 11),
                .listItem(marker: "•", depth: 0, text: "dot", line: 12, endLine: 12),
            ]
        )
    }

    @Test func aYearAtTheBeginningOfAWrappedLineIsNotAListItem() throws {
        let document = try read("It was agreed in\n2018. Then it began.", as: .markdown)
        #expect(
            document.blocks == [
                .paragraph(text: "It was agreed in 2018. Then it began.", line: 1, endLine: 2)
            ]
        )
    }

    @Test func underlinedLinesAreHeadingsInMarkdownOnly() throws {
        #expect(
            try read("Plan\n===\n\nPart\n---", as: .markdown).blocks == [
                .heading(level: 1, text: "Plan", line: 1),
                .heading(level: 2, text: "Part", line: 4),
            ]
        )
        #expect(
            try read("Plan\n---\nmore", as: .tabText).blocks.map(\.text) == ["Plan", "more"]
        )
    }

    @Test func pipeTablesMayLackOuterPipesAndEscapeInnerOnes() throws {
        let document = try read(
            """
            | No | Action |
            |:---|-------:|
            | 1 | a \\| b | extra |
            2 | `c` \\\\|

            No | Action
            --- | ---
            3 | \\*literal\\*
            After.
            """,
            as: .markdown
        )
        #expect(
            document.grid == [
                [["No", "Action"], ["1", "a | b", "extra"], ["2", "`c` \\\\"]],
                [["No", "Action"], ["3", "\\*literal\\*"]],
            ]
        )
        #expect(
            document.tables.map { $0.rows.map(\.isHeaderMarked) } == [
                [true, false, false], [true, false],
            ]
        )
        #expect(document.tables[0].rows.map(\.line) == [1, 3, 4])
        #expect(document.tables[0].rows[1].cells[1].raw == " a \\| b ")
        #expect(document.blocks.last == .paragraph(text: "After.", line: 9, endLine: 9))
    }

    @Test func rowsWithPipesButWithoutAHeadingAreATable() throws {
        let document = try read("| a | b |\n| c | d |", as: .markdown)
        #expect(document.grid == [[["a", "b"], ["c", "d"]]])
        #expect(document.tables[0].rows.allSatisfy { !$0.isHeaderMarked })
    }

    @Test func commentsAreLeftOutAndLogged() throws {
        let document = try read("a <!-- x --> b\n<!-- over\nlines -->\nc", as: .markdown)
        #expect(document.blocks == [.paragraph(text: "a b c", line: 1, endLine: 4)])
        #expect(document.cleanings.filter { $0.what == .comment }.map(\.line) == [1, 2])
    }

    @Test func aCommentThatIsNeverClosedIsText() throws {
        let document = try read("a <!-- b\nc", as: .markdown)
        #expect(document.blocks == [.paragraph(text: "a <!-- b c", line: 1, endLine: 2)])
    }

    @Test func aCommentMarkAfterABackslashIsText() throws {
        let document = try read("a \\<!-- b --> c", as: .markdown)
        #expect(document.blocks.map(\.text) == ["a \\<!-- b --> c"])
        #expect(document.cleanings.isEmpty)
    }

    @Test func aTableOfHTMLWithinMarkdownKeepsItsLines() throws {
        let document = try read(
            "Text\n<table>\n<tr><td>a</td>\n<td>b</td></tr>\n</table>\nEnd",
            as: .markdown
        )
        #expect(document.grid == [[["a", "b"]]])
        #expect(document.tables[0].rows[0].line == 3)
        #expect(document.tables[0].rows[0].endLine == 4)
        #expect(document.blocks.last == .paragraph(text: "End", line: 6, endLine: 6))
    }

    @Test func fencedTextIsOneParagraphWithItsLines() throws {
        let document = try read("```\n# no heading\n| no | row |\n```\nEnd", as: .markdown)
        #expect(document.blocks.map(\.text) == ["# no heading<br>| no | row |", "End"])
    }

    @Test func anOpenFenceIsAFinding() throws {
        let document = try read("a\n\n~~~\nb", as: .markdown)
        #expect(
            document.findings == [
                SourceFinding(
                    line: 3,
                    kind: .unclosedMarkup,
                    message: "The code fence on line 3 is never closed; the rest of the document "
                        + "was read as part of it."
                )
            ]
        )
    }

    @Test func marksOfQuotationAreMarkupInMarkdownOnly() throws {
        #expect(try read("> 5 days late", as: .tabText).blocks.map(\.text) == ["> 5 days late"])
        #expect(
            try read("> quoted\n> > words", as: .markdown).blocks.map(\.text) == ["quoted words"]
        )
    }

    @Test func emptyInputIsAnEmptyDocument() throws {
        for format in SourceFormat.all where format != .json {
            let document = try read("", as: format)
            #expect(document.blocks.isEmpty)
            #expect(document.lines.isEmpty)
        }
    }

    @Test(arguments: [
        ("plan.csv", "a;b", "csv"), ("PLAN.HTM", "text", "html"), ("plan.tsv", "a\tb", "tab-text"),
        ("plan.txt", "a\tb", "tab-text"), ("plan.txt", "\n<!DOCTYPE html><p>x", "html"),
        ("plan.md", "a | b\n--- | ---\n", "markdown"), ("plan.md", "a\tb", "tab-text"),
        ("plan.txt", "words", "markdown"),
    ])
    func theFormatIsFound(name: String, text: String, format: String) throws {
        #expect(try SourceDocument(text: text, name: name).format.name == format)
        #expect(SourceFormat(name: format)?.description == format)
    }

    @Test func aFormatThatIsNotKnownHasNoName() {
        #expect(SourceFormat(name: "docx") == nil)
    }
}
