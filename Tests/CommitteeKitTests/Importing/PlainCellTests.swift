// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// A field of CSV is plain text: no character of it is markup.
@Suite("Cells without markup")
struct PlainCellTests {
    private static func cell(_ text: String) throws -> Prose {
        let quoted = text.replacing("\"", with: "\"\"")
        let document = try SourceDocument(text: "1,\"\(quoted)\"\n", name: "plan.csv")
        return Prose(markup: document.tables[0].rows[0].cells[1].text)
    }

    @Test(
        "Every word stays as it stands",
        arguments: [
            "Use the <b> tag", "2 **stars** and *one*", "R&amp;D, &lt; and &#8226;",
            "[x](y) and [^1]",
            "a \\* b \\", "<ul><li>a</li></ul>", "5 < 6 > 4", "- not a list", "1. not a list",
            "a<br>b",
            "`code` _and_ ~more~ # | $1", "<script>x</script>", "www.example.org", "a@b.org",
            "Meet\nWrite", "- a\n- b", "* a\n* b", "3. c\n4. d", "1. a", "# a\n> b", "<p>a\nb</p>",
            "“x” é ✓ 😀",
        ]
    )
    func wordsStay(text: String) throws {
        #expect(try Self.cell(text).plainText == text)
    }

    @Test("A line that begins with a bullet, or numbers that count on, are a list")
    func listsAreRead() throws {
        #expect(
            try Self.cell("We will:\n• meet\n  again\n  • twice\n• write").blocks == [
                .paragraph([.text("We will:")]),
                .list(
                    ordered: false,
                    [
                        Prose.Item(
                            [.text("meet"), .lineBreak, .text("again")],
                            children: [.list(ordered: false, [Prose.Item("twice")])]
                        ),
                        Prose.Item("write"),
                    ]
                ),
            ]
        )
        #expect(
            try Self.cell("1. <b>\n2. two").blocks == [
                .list(ordered: true, [Prose.Item("<b>"), Prose.Item("two")])
            ]
        )
    }

    @Test("What is written as plain text is read again as its words, lists and lines included")
    func writtenCellsAreReadAgain() throws {
        let nested = Prose.Block.list(
            ordered: false,
            [
                Prose.Item(
                    "one",
                    children: [.list(ordered: true, [Prose.Item("a"), Prose.Item("b")])]
                ),
                Prose.Item("two", children: [.list(ordered: false, [Prose.Item("c *d*")])]),
            ]
        )
        let texts = [
            Prose(blocks: [nested]),
            Prose(blocks: [.paragraph([.text("a"), .lineBreak, .text("b")]), nested]),
            Prose(blocks: [nested, .paragraph([.text("after")]), nested]),
            Prose(blocks: [.paragraph([.text("1. a")]), .paragraph([.text("2. b")])]),
            Prose(blocks: [.list(ordered: true, [Prose.Item("alone")])]),
            Prose(blocks: [.list(ordered: false, [Prose.Item("alone")])]),
        ]
        for text in texts {
            #expect(try Self.cell(text.plainText).plainText == text.plainText)
        }
    }

    @Test("Repairs find and write plain text")
    func repairsArePlain() throws {
        let document = try SourceDocument(text: "1,a*b &amp; c\n2,d\n", name: "plan.csv")
        let file = """
            { "repairs": [
              { "line": 1, "find": "*b &amp;", "put": " <b> *", "because": "…" },
              { "line": 2, "cell": 2, "text": "**e**\\nf", "because": "…" } ] }
            """
        let repairs = try RepairsFile(reading: Array(file.utf8), source: "r.json")
        let rows = try document.repaired(by: repairs).document.tables[0].rows
        #expect(
            rows.map { Prose(markup: $0.cells[1].text).plainText } == ["a <b> * c", "**e**\nf"]
        )
    }

    @Test("A line of text beside the tables is plain too")
    func linesAreText() throws {
        let document = try SourceDocument(text: "\"R&amp;D <b> **x**\"\n1,2\n", name: "plan.csv")
        #expect(Prose(markup: document.blocks[0].text).plainText == "R&amp;D <b> **x**")
    }
}
