// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

/// Documents that careless hands changed: whatever stands in one is in the plan, or the import says so.
///
/// `MUTATIONS` and `SEED` in the environment choose a longer run and other documents.
@Suite("Documents that were changed")
struct MutationTests {
    private static func number(_ variable: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? usual
    }

    @Test("No word of a changed document is lost in silence, and few are refused")
    func nothingIsLostInSilence() throws {
        let count = Self.number("MUTATIONS", 300)
        let seed = UInt64(Self.number("SEED", 20_261_129))
        let shapes: [(Layout, (inout DocumentMaker) -> MutableDocument)] = [
            (try SmallPlan.layout(), { $0.small() }),
            (try DocumentMaker.sectionsLayout(), { $0.sections() }),
            (try DocumentMaker.ticksLayout(), { $0.ticks() }),
            (try DocumentMaker.sharedLayout(), { $0.shared() }),
            (try DocumentMaker.yearsLayout(), { $0.years() }),
        ]
        var random = SeededGenerator(seed: seed)
        var figures = Figures()
        for round in 0..<count {
            let (layout, make) = shapes[round % shapes.count]
            var maker = DocumentMaker(seed: seed &+ UInt64(round))
            var document = make(&maker)
            var changes: [String] = []
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                changes.append(document.mutate(&random, fresh: "\(maker.word()) \(maker.word())"))
            }
            let reader = PlanReader(
                layout: layout,
                scheme: SmallPlan.scheme,
                timescales: TimescaleReader()
            )
            try figures.judge(document, by: reader, changes: changes)
        }
        print(
            "documents \(count), refused \(figures.refused), lost \(figures.lost.count), "
                + "moved \(figures.moved.count), with findings \(figures.withFindings)"
        )
        if ProcessInfo.processInfo.environment["SHOW"] != nil {
            for (message, count) in figures.refusals { print("REFUSED", count, message) }
            for text in figures.moved { print("MOVED", text) }
            for text in figures.lost + figures.unbalanced { print("LOST", text) }
        }
        #expect(figures.lost.prefix(5) == [])
        #expect(figures.moved.prefix(5) == [])
        #expect(figures.unbalanced.prefix(5) == [])
        #expect(figures.refused * 50 <= count, "refused \(figures.refused) of \(count)")
    }
}

/// What became of changed documents, judged by an extractor that shares nothing with the reader.
private struct Figures {
    var refused = 0
    var refusals: [String: Int] = [:]
    var withFindings = 0
    /// Documents of which a word is nowhere, and no finding is about its line.
    var lost: [String] = []
    /// Documents of which a row without a finding does not stand in the plan as written again.
    var moved: [String] = []
    /// Documents whose account did not close.
    var unbalanced: [String] = []

    mutating func judge(
        _ document: MutableDocument,
        by reader: PlanReader,
        changes: [String]
    ) throws {
        let source = try SourceDocument(text: document.text, name: "plan.txt", as: .tabText)
        let reading: PlanReading
        do {
            reading = try reader.read(source)
        } catch {
            if error.message.contains("does not close") {
                unbalanced.append("\(changes): \(error)\n\(document.text)")
            }
            refused += 1
            refusals["\(changes.joined(separator: ", ")): \(error)", default: 0] += 1
            return
        }
        if !reading.findings.isEmpty { withFindings += 1 }
        let found = Set(reading.findings.map(\.line))
        let known = PlanContents.words(of: reading.plan).union(LayoutVocabulary.words(of: reader))
        let run = LayoutVocabulary.runs(of: reader)
        for (index, line) in document.lines.enumerated() {
            let missing = line.flatMap { SourceWords.all(in: $0) }.filter {
                !known.contains($0) && !run.contains($0)
            }
            guard !missing.isEmpty, !found.contains(index + 1) else { continue }
            lost.append("\(changes): line \(index + 1) lost \(missing)\n\(document.text)")
        }
        // A line that is read as what it must be is counted as that, and the finding names it.
        let isMended = reading.findings.contains { $0.kind == "line-misspelt" }
        if !isMended, reading.account.total != SourceWords.count(in: document.text) {
            unbalanced.append("\(changes): total\n\(document.text)")
        }
        judgeRows(document, reading, found, reader, changes)
    }

    /// Holds each row without a finding against the rows of the plan as the layout writes it again.
    private mutating func judgeRows(
        _ document: MutableDocument,
        _ reading: PlanReading,
        _ found: Set<Int>,
        _ reader: PlanReader,
        _ changes: [String]
    ) {
        let written = WrittenRows(reading.plan, by: reader)
        let tables = Set(
            reading.findings.filter { $0.kind == "table-not-in-layout" }.map(\.line)
        )
        var isUnknownTable = false
        for (index, row) in document.lines.enumerated() {
            // What is said of a table is said of its rows.
            isUnknownTable = row.count > 1 && (isUnknownTable || tables.contains(index + 1))
            // A header that is printed again was spoken of where it stood first.
            let isAgain = found.contains { $0 > 0 && document.lines[$0 - 1] == row }
            guard row.count > 1, !isUnknownTable, !found.contains(index + 1), !isAgain else {
                continue
            }
            let cells = row.map { SourceWords.all(in: $0).joined(separator: " ") }
                .filter { !$0.isEmpty }
            let runs = LayoutVocabulary.runs(of: reader)
            let isHeader = row.dropLast(2).allSatisfy { runs.contains($0.filter(\.isLetter)) }
            guard !isHeader, !written.holds(cells) else { continue }
            moved.append(
                "\(changes): line \(index + 1) \(cells)\n\(document.text)\n\(written.text)"
            )
        }
    }
}

/// The rows of a plan as its layout writes them in Markdown, read by splitting lines.
private struct WrittenRows {
    var rows: [[String]] = []
    var text = ""

    init(_ plan: Plan, by reader: PlanReader) {
        var record = Record()
        record.plans = [plan]
        let edition = Edition(
            of: record,
            committee: "small",
            name: "Small",
            asOf: CivilDate(2024, 7, 1),
            audience: .restricted
        )
        var bytes: [UInt8] = []
        LayoutWriter(layout: reader.layout, scheme: reader.scheme)
            .write(plan, of: edition, in: .markdown, into: &bytes)
        text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\n") where line.hasPrefix("|") {
            rows.append(
                line.split(separator: "|", omittingEmptySubsequences: false).map {
                    SourceWords.all(in: Self.withoutTags(String($0))).joined(separator: " ")
                }
            )
        }
        // What is merged is printed once, so a row also has what stands above it.
        var above: [String] = []
        for index in rows.indices {
            if rows[index].count == above.count {
                for cell in rows[index].indices where rows[index][cell].isEmpty {
                    rows[index][cell] = above[cell]
                }
            }
            above = rows[index]
        }
    }

    /// The text of a cell without the tags of its paragraphs and lists.
    private static func withoutTags(_ cell: String) -> String {
        ["br", "p", "/p", "ul", "/ul", "ol", "/ol", "li", "/li"].reduce(cell) {
            $0.replacing("<\($1)>", with: " ")
        }
    }

    /// Whether one row has all the cells, each as a whole or as a part of a cell that goes on.
    func holds(_ cells: [String]) -> Bool {
        rows.contains { row in
            cells.allSatisfy { cell in row.contains { " \($0) ".contains(" \(cell) ") } }
        }
    }
}

/// The words of a layout itself, which stand in a document and in no field.
enum LayoutVocabulary {
    private static func texts(of reader: PlanReader) -> [String] {
        let layout = reader.layout
        var templates = layout.headings.values.map(\.template) + [layout.title]
        templates += layout.facts.map(\.template)
        let tables =
            [layout.checks, layout.maintenance, layout.backlog].compactMap(\.self) + layout.lists
        templates += tables.map(\.heading)
        let columns = layout.columns + tables.flatMap(\.columns)
        templates += columns.flatMap { [$0.header, $0.cell] }
        templates += layout.headings.values.flatMap(\.lines) + layout.belowRow + layout.afterText
        let marks = columns.compactMap(\.tick).flatMap { [$0.mark, $0.status] }
        return templates.map { $0.filled { _ in " " } } + marks
            + columns.compactMap(\.due)
            + (layout.completion.map { $0.completed + $0.ongoing } ?? [])
    }

    static func words(of reader: PlanReader) -> Set<String> {
        Set(texts(of: reader).flatMap { SourceWords.all(in: $0) })
    }

    /// The letters of the layout's lines without spaces: one that was lost makes one word of two.
    static func runs(of reader: PlanReader) -> String {
        texts(of: reader).map { $0.filter(\.isLetter) }.joined(separator: " ")
    }
}
