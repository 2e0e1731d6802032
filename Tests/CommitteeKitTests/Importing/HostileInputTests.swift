// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import CommitteeTestKit
import Testing

@Suite struct HostileInputTests {
    @Test(
        "The tokenizer looks at no byte of a hostile page more than a few times",
        arguments: [
            "<", "<a", "<a ", "<a \"", "<a b='", "<!--", "<!", "<script>", "<style>x", "</", "</a",
            "<a>",
            "<a b=\">\"", "&", "&#", "<p title=\">", "--><!--", "\"'<a href=",
        ]
    )
    func tokenizingIsLinear(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        for ending in ["", ">", "\">", "'>", "-->", "</script>"] {
            let bytes = Array((text + ending).utf8)
            var tokenizer = HTMLTokenizer(bytes)
            var tokens = 0
            while tokenizer.next() != nil { tokens += 1 }
            #expect(tokenizer.examined <= bytes.count * 4)
            #expect(tokens <= bytes.count * 2 + 2)
        }
    }

    @Test(
        "Large and odd documents are read or refused, and nothing crashes",
        arguments: [
            "<table>", "<tr>", "<td>", "<table><tr><td>", "<td rowspan=65534 colspan=1000>", "<b>",
            "</b>",
            "<li>", "<ul>", "<ul><li>", "</table>", "| ", "|-", "|\n", "a|b\n-|-\n", "- ", " - a\n",
            "> ",
            "#", "```\n", "<!--\n", "-->\n", "\\", "\t", "\t\n", "\"", ",", "\",\"\n", "\r", "  ",
            "\u{A0}",
            "а", "аb ", "\u{301}", "\u{200D}",
        ]
    )
    func largeInputs(piece: String) throws {
        let text = String(repeating: piece, count: 5_000)
        for format in SourceFormat.all {
            do {
                let document = try SourceDocument(text: text, name: "plan", as: format)
                #expect(document.lines.count <= 5_000 * piece.utf8.count)
                #expect(document.blocks.count <= 10_000)
            } catch {
                #expect(error.line != nil)
            }
        }
    }

    @Test func manyRowsKeepTheirNumbers() throws {
        let text = (1...20_000).map { "\($0)\tdo it\tBy 31 March 2019" }.joined(separator: "\n")
        let document = try SourceDocument(text: text, name: "plan.txt")
        let rows = try #require(document.tables.first).rows
        #expect(rows.count == 20_000)
        #expect(rows.last?.line == 20_000)
        #expect(rows.last?.text(at: 0) == "20000")
    }

    @Test("Random documents are read in every format without losing their words")
    func randomDocuments() throws {
        var random = SeededGenerator(seed: 20_231_031)
        let pieces = [
            "word", "1.1", "\t", "\t", "\n", "\n\n", "|", " | ", "---|---", "# ", "- ", "  ", "<b>",
            "</b>", "<p>", "<table><tr><td>", "</table>", "<!-- ", " -->", "&amp;", "\"", ",", ";",
            "\u{A0}", "\u{AD}", "\u{412}\u{443}", "é", "😀", "\\", "*", "```", "> ", "<", ">",
            "\r\n",
        ]
        for _ in 0..<1_500 {
            var text = ""
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
            for format in SourceFormat.all where format != .csv && format != .json {
                let document = try SourceDocument(text: text, name: "plan", as: format)
                guard format == .tabText, !text.contains("<!--") else { continue }
                #expect(
                    words(in: document) == text.matches(of: /word/).count,
                    "\(text.debugDescription)"
                )
            }
        }
    }

    private func words(in document: SourceDocument) -> Int {
        document.blocks.reduce(0) { sum, block in
            let cells = block.table?.rows.flatMap(\.cells).map(\.text) ?? []
            return sum + (cells + [block.text]).reduce(0) { $0 + $1.matches(of: /word/).count }
        }
    }
}
