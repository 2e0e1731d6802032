// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation

/// Reads one shape of document at one size, and prints seconds and the greatest memory.
///
/// `growth SHAPE BYTES [repairs]`; run.sh runs each in a process of its own, at n and 64 n.
@main
enum Growth {
    private typealias Shape = (
        name: String, format: SourceFormat, head: String, piece: String, tail: String
    )

    private static let shapes: [Shape] = [
        (
            "markdown-paragraphs", .markdown, "",
            "Some words of a paragraph, with a second half.\n\n", ""
        ),
        (
            "markdown-one-paragraph", .markdown, "",
            "Some words of a paragraph, with a second half.\n", ""
        ),
        (
            "markdown-rows", .markdown, "| No | Action |\n|---|---|\n",
            "| 1.1 | Review the guidance and report on it |\n", ""
        ),
        ("markdown-items", .markdown, "", "- an item of a list that says something\n", ""),
        ("markdown-fence", .markdown, "```\n", "a line of code in a fence\n", "```\n"),
        ("markdown-comments", .markdown, "", "words <!-- a comment --> and words\n", ""),
        ("markdown-open-comments", .markdown, "", "words <!-- a comment and words\n", ""),
        ("tab-rows", .tabText, "", "1.1\tReview the guidance\tNurse\tBy 31 March 2019\n", ""),
        ("csv-rows", .csv, "", "1.1,Review the guidance,Nurse,\"By 31 March, 2019\"\n", ""),
        (
            "html-paragraphs", .html, "<body>",
            "<p class=MsoNormal>Some words&nbsp;of a paragraph</p>\n", ""
        ),
        (
            "html-one-line", .html, "<body>",
            "<p>Some words of a paragraph, no line ends</p>", ""
        ),
        (
            "html-rows", .html, "<table>",
            "<tr><td>1.1</td><td>Review the guidance</td></tr>\n", "</table>"
        ),
        ("html-open-tags", .html, "<body>", "<p><b>words <i>words", ""),
        ("html-comments", .html, "<body>", "words <!-- a comment --> ", ""),
        ("html-references", .html, "<body>", "<p>&eacute;&notit;&#150;&unknown;", ""),
        ("html-open-scripts", .html, "<body>", "<p>a<script>b", ""),
        ("html-open-comments", .html, "<body>", "<p>a<!-- b", ""),
        ("html-templates", .html, "<body>", "<template><p>a", ""),
        (
            "html-word-lists", .html, "<body>",
            "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'>·</span>Meet", ""
        ),
        (
            "html-open-lists", .html, "<body>",
            "<p style='mso-list:l0 level1'><span style='mso-list:Ignore'><!--", ""
        ),
        ("html-drawings", .html, "<body>", "<svg><desc><p>a", ""),
        ("html-nested-tables", .html, "<body>", "<table><tr><td>a", ""),
        ("html-quotes", .html, "<body>", "<p title=\">a<b c='", ""),
        ("html-lists", .html, "<body>", "<ul><li>a", ""),
    ]

    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count < 3 {
            for shape in shapes { print(shape.name) }
            print("repairs")
            return
        }
        let bytes = Int(arguments[2]) ?? 0
        let idle = peak()
        if arguments[1] == "repairs" { return try repairs(bytes / 64) }
        guard let shape = shapes.first(where: { $0.name == arguments[1] }) else { return }
        var text: [UInt8] = []
        text.reserveCapacity(bytes + 200)
        text += shape.head.utf8
        let piece = Array(shape.piece.utf8)
        while text.count < bytes { text += piece }
        text += shape.tail.utf8
        let start = ContinuousClock.now
        do {
            let document = try SourceDocument(reading: text, name: "plan", as: shape.format)
            say(start, text.count, idle, "\(document.blocks.count) blocks")
        } catch {
            say(start, text.count, idle, "refused: \(error.message)")
        }
    }

    /// A document of so many rows with a repair for each.
    static func repairs(_ count: Int) throws {
        let text = (1...count).map { "\($0)\tReview the guidance\tNurse\n" }.joined()
        let document = try SourceDocument(text: text, name: "plan", as: .tabText)
        let steps = (1...count).map { line -> Repair in
            let step: Repair.Step =
                switch line % 5 {
                case 0: .drop
                case 1: .insertRow(["new", "row"])
                case 2: .setCell(3, text: "Chair")
                case 3: .replaceRows(lines: [line], rows: [["a"], ["b"]])
                default: .replace(find: "guidance", put: "guide", cell: nil)
                }
            return Repair(line: line, because: "it is so", step: step, fileLine: line)
        }
        let idle = peak()
        let start = ContinuousClock.now
        let repaired = try document.repaired(by: RepairsFile(source: "r", repairs: steps))
        say(start, text.utf8.count, idle, "\(repaired.notes.count) repairs")
    }

    static func say(_ start: ContinuousClock.Instant, _ bytes: Int, _ idle: Int, _ what: String) {
        let time = ContinuousClock.now - start
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print(bytes, seconds, Double(peak() - idle) / Double(bytes), what, separator: "\t")
    }

    /// The greatest memory of the process so far, in bytes.
    static func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }
}
