// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import Foundation
import Testing

/// `SEEDS.md` says of each row where it is shown; this looks there.
@Suite("What the published documents name, row by row")
struct SeedRowsTests {
    private struct Row {
        var number: Int
        var what: String
        var command: String
        var place: String
        var words: String
    }

    private static let page = DocumentationPage.package.appending(path: "Documentation/SEEDS.md")

    private static func text() throws -> String {
        try String(contentsOf: page, encoding: .utf8)
    }

    private static func rows() throws -> [Row] {
        try text().split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 7, let number = Int(cells[1]) else { return nil }
            return Row(
                number: number,
                what: cells[2],
                command: cells[3].replacing("`", with: ""),
                place: cells[4].replacing("`", with: ""),
                words: String(cells[5].drop { $0 == "`" }.reversed().drop { $0 == "`" }.reversed())
            )
        }
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("Each of the 152 rows is there once, and the page counts them as they are")
    func everyRow() throws {
        let rows = try Self.rows()
        #expect(rows.map(\.number) == Array(1...152))
        let out = rows.filter { $0.place == "stays out" }
        let part = rows.filter { $0.place != "stays out" && $0.what.contains("(in part: ") }
        let shown = rows.count - out.count - part.count
        let words = "\(shown) are shown, \(part.count) are shown in part, and \(out.count) stay out"
        #expect(try Self.text().contains(words))
        #expect(out.allSatisfy { $0.words.hasSuffix(".") && $0.command == "—" })
    }

    @Test("The words of each row that is shown stand in the file that it names")
    func everyWord() throws {
        var texts: [String: String] = [:]
        for row in try Self.rows() where row.place != "stays out" {
            if texts[row.place] == nil {
                let file = DocumentationPage.package.appending(path: row.place)
                texts[row.place] = Self.folded(try String(contentsOf: file, encoding: .utf8))
            }
            let isThere = texts[row.place]?.contains(Self.folded(row.words)) ?? false
            #expect(isThere, "\(row.number): “\(row.words)” is not in \(row.place)")
        }
    }

    @Test("Each command that is named is one")
    func everyCommand() throws {
        let help = try BuiltTool().run(["--help"]).output
        for row in try Self.rows() where row.place != "stays out" {
            let words = row.command.split(separator: " ")
            #expect(words.first == "committee" && words.count > 1, "\(row.number): \(row.command)")
            if words.count > 1 {
                #expect(help.contains("  \(words[1]) "), "\(row.number): \(row.command)")
            }
        }
    }
}
#endif
