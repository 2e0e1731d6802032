// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct HTMLReadingTests {
    private func read(_ text: String) throws -> SourceDocument {
        try SourceDocument(text: text, name: "plan.html")
    }

    @Test func headingsParagraphsAndItemsAreBlocks() throws {
        let document = try read(
            """
            <!DOCTYPE html>
            <html><head><title>A plan</title><style>p { }</style></head>
            <body class="x"><h2 id=a>Plan &amp; progress</h2>
            <p>First
               line<br>second <b>bold</b> <span>word</span>
            <p>Next
            <ul><li>one<ul><li>inner</ul><li><p>two</p></ul>
            <ol><li>first<li>second</ol>loose
            <script>if (a < b) { document.write("<p>no</p>") }</script><!-- hidden -->
            </body></html>
            """
        )
        #expect(document.title == "A plan")
        #expect(
            document.blocks == [
                .heading(level: 2, text: "Plan & progress", line: 3),
                .paragraph(text: "First line<br>second <b>bold</b> word", line: 4, endLine: 6),
                .paragraph(text: "Next", line: 6, endLine: 7),
                .listItem(marker: "-", depth: 0, text: "one", line: 7, endLine: 7),
                .listItem(marker: "-", depth: 1, text: "inner", line: 7, endLine: 7),
                .listItem(marker: "-", depth: 0, text: "two", line: 7, endLine: 7),
                .listItem(marker: "1.", depth: 0, text: "first", line: 8, endLine: 8),
                .listItem(marker: "2.", depth: 0, text: "second", line: 8, endLine: 8),
                .paragraph(text: "loose", line: 8, endLine: 10),
            ]
        )
        #expect(document.cleanings.map(\.what) == [.script, .script, .comment])
        #expect(document.cleanings.map(\.line) == [2, 9, 9])
    }

    @Test func rowsInAHeadOrOfHeadingCellsAreMarked() throws {
        let document = try read(
            """
            <table><thead><tr><td>No</td><td>Action</td></tr></thead>
            <tbody>
            <tr><td>1</td>
            <td>Act</td></tr>
            <tr><th>a</th><th>b</th></tr>
            <tr><th>a</th><td>b</td></tr>
            </tbody></table>
            """
        )
        let rows = try #require(document.tables.first).rows
        #expect(rows.map(\.isHeaderMarked) == [true, false, true, false])
        #expect(rows.map(\.line) == [1, 3, 5, 6])
        #expect(rows.map(\.endLine) == [1, 4, 5, 6])
    }

    @Test func mergedCellsAreSpreadAndMarked() throws {
        let document = try read(
            """
            <table>
            <tr><td rowspan=2>a</td><td colspan="2">b</td></tr>
            <tr><td>c</td><td rowspan='0'>d</td></tr>
            <tr><td>e</td><td>f</td></tr>
            </table>
            """
        )
        let rows = try #require(document.tables.first).rows
        #expect(document.grid == [[["a", "b", ""], ["", "c", "d"], ["e", "f", ""]]])
        #expect(
            rows.map { $0.cells.map(\.isMerged) } == [
                [false, false, true], [true, false, false], [false, false, true],
            ]
        )
    }

    @Test func tagsThatAreNotClosedDoNotLoseCells() throws {
        let document = try read("<table><tr><td>a<td><b>b<tr><td>c</table>after")
        #expect(document.grid == [[["a", "<b>b</b>"], ["c"]]])
        #expect(document.blocks.last?.text == "after")
        #expect(document.findings.isEmpty)
    }

    @Test func aTableWithoutAnEndIsAFinding() throws {
        let document = try read("<p>x\n<table><tr><td>a")
        #expect(document.grid == [[["a"]]])
        #expect(
            document.findings == [
                SourceFinding(
                    line: 2,
                    kind: .unclosedMarkup,
                    message: "The table that begins on line 2 is never closed; it was read to the "
                        + "end."
                )
            ]
        )
    }

    @Test func markupOfACellIsKeptBalancedAndWithoutAttributes() throws {
        let document = try read(
            """
            <table><tr><td><p class="a">One <b style="x">two</b></p>
              <ul type=disc><li>three<li><a href="https://example.org/?a=1&amp;b=2" id=x>four</a></ul>
              </i>five<br/>six <span>seven</span></td></tr></table>
            """
        )
        #expect(
            document.grid == [
                [
                    [
                        "<p>One <b>two</b></p><ul><li>three</li><li>"
                            + "<a href=\"https://example.org/?a=1&amp;b=2\">four</a></li></ul>"
                            + "five<br>six seven"
                    ]
                ]
            ]
        )
    }

    @Test func charactersThatWouldReadAsMarkupAreEscaped() throws {
        let document = try read("<table><tr><td>a*b_c [d] &lt;b&gt; P&K &amp;amp; 1 < 2</table>")
        #expect(document.grid == [[["a\\*b\\_c \\[d] &lt;b> P&K &amp;amp; 1 < 2"]]])
    }

    @Test func aTableInACellIsTextOfTheCellAndAFinding() throws {
        let document = try read(
            "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td><td>e</td></tr></table>"
        )
        #expect(document.grid == [[["a<br>b c<br><br>d", "e"]]])
        #expect(document.findings.map(\.kind) == [.nestedTable])
    }

    @Test func textBetweenCellsIsKeptBeforeTheTable() throws {
        let document = try read("<table><caption>Key</caption><tr>stray<td>a</td></tr></table>")
        #expect(document.blocks.map(\.text) == ["stray", "Key", ""])
        #expect(document.grid == [[["a"]]])
        #expect(document.findings.map(\.kind) == [.textOutsideCells])
    }

    @Test(arguments: [
        ("a <b c", "a &lt;b c"), ("x <!-- y <b>z</b>", "x &lt;!-- y <b>z</b>"),
        ("<script>a <b>b</b>", "a <b>b</b>"), ("1 < 2 <3 <", "1 < 2 <3 &lt;"),
        ("<p title=\"x>y</p>", "y"), ("<?xml version=\"1.0\"?>a", "a"),
    ])
    func marksThatAreNeverClosedAreText(text: String, expected: String) throws {
        let document = try read(text)
        #expect(document.blocks.map(\.text) == [expected])
    }
}
