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

    /// Plans that are read with a layout: what they begin with, and what is repeated.
    ///
    /// In a piece, § is a number that counts on.
    private static let plans: [(name: String, head: String, piece: String, tail: String)] = [
        (
            "plan-rows", table,
            "| 1.§ | Review guidance § | Nurse | 31 March 2025 | Begun § | G |\n", ""
        ),
        ("plan-same-number", table, "| 1.1 | Review guidance § | Nurse | | Begun § | G |\n", ""),
        ("plan-same-row", table, "| 1.1 | Review it | Nurse | 31 March 2025 | Begun | G |\n", ""),
        (
            "plan-continued", table + "| 1.1 | Go on | | | | G |\n",
            "| | and on § | | | more § | |\n", ""
        ),
        ("plan-headers", "", table + "| 1.§ | Review § | Nurse | | Begun | G |\n\n", ""),
        (
            "plan-headings", "",
            "## Aim §: Be heard §\n\n" + table + "| §.1 | Ask § | Chair | | | A |\n\n", ""
        ),
        (
            "plan-same-heading", "",
            "## Aim 1: Be heard\n\n" + table + "| 1.§ | Ask § | Chair | | | A |\n\n", ""
        ),
        (
            "plan-misspelt", table,
            "| 1.§ | Reveiw § | Nrse | Marhc § | ?? | Q |\n\nAmi §: Be heard\n\n", ""
        ),
        ("plan-words", table, "| nobody § | knows § | this § | row § | at § | all § |\n", ""),
        ("plan-wide", table, "| 1.§ | a | b | c | d | G | e § | f | g |\n", ""),
        (
            "plan-footnotes", table,
            "| 1.§ | Review¹ § | Nurse | | | G |\n\n¹ A note §\n\n" + table, ""
        ),
        ("plan-maintenance", maintenance, "| § | Keep the list § | Termly |\n", ""),
        ("plan-same-maintenance", maintenance, "| 7 | Keep the list | Termly |\n", ""),
        (
            "plan-text", "", "A paragraph of words that belongs to nothing, number §.\n\n",
            table + "| 1 | A | | | | |\n"
        ),
        ("plan-ticks", table, "| 1.§ | Review | A, B, C, D, E | Q§ | ✓ § | ✓ |\n", ""),
    ]

    private static let table =
        "| No | Action | Lead | When | Progress | RAG |\n|---|---|---|---|---|---|\n"
    private static let maintenance =
        table + "| 1.1 | Begin | | | | |\n\n## Maintenance\n\n| No | Task | When |\n|---|---|---|\n"

    private static func layout() throws -> Layout {
        let declaration: JSONValue = [
            "title": "Plan {period}", "levels": ["aim", "action"], "notes": "Notes",
            "headings": ["aim": ["1": "Aim {number}: {text}"]],
            "columns": [
                ["No", "number"], ["Action", "text"], ["Lead", "leads"],
                ["When", "timescale.words"], ["Progress", "progress"], ["RAG", "status.letter"],
            ],
            "maintenance": [
                "heading": "Maintenance",
                "columns": [["No", "number"], ["Task", "text"], ["When", "timescale.words"]],
            ],
            "reading": ["leads": ["Nurse", "Chair"], "page_furniture": ["Page {number}"]],
        ]
        return try Layout(
            declaration: JSONNode(declaration, line: 1),
            id: "growth/plan",
            source: "main.lua"
        )
    }

    /// Reads a plan with a layout.
    private static func read(
        _ plan: (name: String, head: String, piece: String, tail: String),
        _ bytes: Int
    ) throws {
        var text = "# Plan 2024 – 2026\n\n" + plan.head
        var count = 0
        while text.utf8.count < bytes {
            count += 1
            text += plan.piece.split(separator: "§", omittingEmptySubsequences: false)
                .joined(separator: String(count))
        }
        text += plan.tail
        let reader = PlanReader(layout: try layout(), scheme: nil, timescales: TimescaleReader())
        let idle = peak()
        let start = ContinuousClock.now
        do {
            let document = try SourceDocument(text: text, name: "plan", as: .markdown)
            let reading = try reader.read(document)
            let items = reading.plan.items.count + reading.plan.maintenance.count
            say(start, text.utf8.count, idle, "\(items) items, \(reading.findings.count) findings")
        } catch let error as ImportError {
            say(start, text.utf8.count, idle, "refused: \(error.message)")
        } catch let error as SourceError {
            say(start, text.utf8.count, idle, "refused: \(error.message)")
        }
    }

    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count < 3 {
            for shape in shapes { print(shape.name) }
            for plan in plans { print(plan.name) }
            print("repairs")
            return
        }
        let bytes = Int(arguments[2]) ?? 0
        let idle = peak()
        if arguments[1] == "repairs" { return try repairs(bytes / 64) }
        if let plan = plans.first(where: { $0.name == arguments[1] }) {
            return try read(plan, bytes)
        }
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
