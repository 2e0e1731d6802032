// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

/// Every word of a document stands in its blocks, once and in order, whatever surrounds it.
@Suite struct SourceWordsTests {
    /// A piece of a document and the words in it.
    private typealias Piece = (text: String, words: [String])

    private static let marks = ["✓", "✗", "●", "£", "§", "%", "→", "½"]

    private static func piece(
        _ number: Int,
        _ format: SourceFormat,
        _ random: inout SeededGenerator
    ) -> Piece {
        let word = "w\(number)"
        let mark = marks[Int.random(in: 0..<marks.count, using: &random)]
        var pieces: [Piece] = [
            ("\(word) \(mark) ", [word, mark]), (" \(word) é\(number) ", [word, "é\(number)"]),
            ("\n", []), ("\n\n", []), ("  ", []), ("\r\n", []), ("\u{A0}", []),
            ("\n\(word)\n", [word]),
        ]
        if format == .csv {
            pieces += [
                (",", []), (",", []), ("\n\"\(word), \(mark)\"\n", [word, ",", mark]),
                ("\n\"\(word)\n\n\(mark)\",", [word, mark]), (";", [";"]),
            ]
            return pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        pieces += lines(number, word)
        if format == .tabText {
            pieces += tabbed(word, mark)
            return pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        pieces += markdown(number, word, mark)
        return pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }

    private static func lines(_ number: Int, _ word: String) -> [Piece] {
        [
            ("\n# \(word)\n", [word]), ("\n### \(word) ###\n", [word]),
            ("\n- \(word)\n", ["-", word]),
            ("\n  - \(word) ", ["-", word]), ("\n\(number). \(word)\n", ["\(number)", ".", word]),
            ("\n> \(word)\n", [word]), ("\n\(word)\n", [word]), ("\(word)  \n", [word]),
            ("\n\n    \(word)\n", [word]),
        ]
    }

    private static func tabbed(_ word: String, _ mark: String) -> [Piece] {
        [
            ("\t", []), ("\t\(word)\t", [word]), ("\n\t\t\(word)\t\(mark)\n", [word, mark]),
            ("\n\(word)\t\n", [word]),
        ]
    }

    private static func markdown(_ number: Int, _ word: String, _ mark: String) -> [Piece] {
        [
            ("\n| \(word) | \(mark) |\n", [word, mark]), ("\n|\(word)|\n|---|\n", [word]),
            (
                "\n\n\(word) | a\(number)\n--- | ---\nb\(number) | c\(number)\n",
                [word, "a\(number)", "b\(number)", "c\(number)"]
            ),
            ("\n| \(word) \\| \(mark) | |\n", [word, "|", mark]),
            ("\n\n\(word)\n===\n", [word]), ("\n\n---\n\n", []),
            ("\n\n```\n\(word) | x\(number)\n```\n", [word, "|", "x\(number)"]),
            ("\n<table><tr><td>\(word)<td>\(mark)</table>\n", [word, mark]),
            (
                "\n<table>\n<tr><td>\(word)</td>\n\n<td>x\(number)</td></tr>\n</table> y\(number)\n",
                [word, "x\(number)", "y\(number)"]
            ),
            ("\n<!-- hidden -->\n", []), ("<!-- h\n\nh -->\n", []),
        ]
    }

    @Test(
        "Generated documents keep their words",
        arguments: [SourceFormat.markdown, .tabText, .csv]
    )
    func generatedDocuments(format: SourceFormat) throws {
        var random = SeededGenerator(seed: 20_261_129)
        var number = 0
        for _ in 0..<3_000 {
            var text = ""
            var words: [String] = []
            for _ in 0..<Int.random(in: 1...14, using: &random) {
                number += 1
                let piece = Self.piece(number, format, &random)
                text += piece.text
                words += piece.words
            }
            let document = try? SourceDocument(text: text, name: "plan", as: format)
            // What is no CSV is refused.
            guard let document else {
                #expect(format == .csv)
                continue
            }
            #expect(
                Self.comparable(document.tokens) == Self.comparable(words),
                "\(text.debugDescription)"
            )
        }
    }

    /// Words and marks without those that are also markup, whose place decides what they are.
    private static func comparable(_ tokens: [String]) -> [String] {
        tokens.filter {
            !["-", "|", ".", ",", ";", "#", ">", "=", "`", "<", "/", "!", "\""].contains($0)
        }
    }
}
