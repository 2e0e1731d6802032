// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A subject of a sheet of quality assurance that came back.
struct QualityBlock: Sendable {
    /// What stands behind a label.
    struct Value: Sendable {
        var label: QualityLabel
        var words: String
        var line: Int
    }

    var kind: QualitySheetKind
    var id: String
    var line: Int
    var values: [Value] = []

    /// The line on which a label stands; the heading's when it is not there.
    func line(of printed: String) -> Int {
        values.first { $0.label.printed == printed }?.line ?? line
    }
}

/// The subjects of a sheet that came back, and what could not be understood.
struct QualityBlocks {
    private(set) var blocks: [QualityBlock] = []
    private(set) var findings: [Finding] = []
    /// How many lines stand before the sheet and after it.
    private(set) var outside = 0
    /// The number of entries after which the sheet was written; nil when it is lost.
    private(set) var reference: Int?

    private mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    // MARK: Text

    /// Reads a sheet of plain text; false when it is none.
    mutating func readText(_ text: String) -> Bool {
        let lines = SheetText.lines(of: text)
        let title = lines.firstIndex { $0.text.uppercased().hasPrefix(QualitySheet.title) }
        guard let title else { return false }
        outside = title
        reference = Self.reference(in: lines[title].text)
        var isOpen = false
        for (place, line) in lines.enumerated().dropFirst(title + 1) {
            if SheetText.plain(line.text).uppercased() == QualitySheet.end {
                outside += lines.count - place - 1
                return true
            }
            if let (named, words) = Self.heading(line.text) {
                isOpen = begin(named, words, line.number)
            } else if isOpen {
                take(line)
            }
        }
        holdLast()
        return true
    }

    /// What stands in brackets, and the words behind them.
    private static func heading(_ text: String) -> (named: String, words: String)? {
        guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
        let named = text[text.index(after: text.startIndex)..<close]
        let words = text[text.index(after: close)...]
        return (SheetText.plain(String(named)), String(words.drop { $0 == " " }))
    }

    private static func reference(in title: String) -> Int? {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let place = words.lastIndex(of: "ref"), place + 1 < words.endIndex else { return nil }
        return Int(words[place + 1])
    }

    /// Begins a block; false when the brackets name nothing.
    private mutating func begin(_ named: String, _ words: String, _ line: Int) -> Bool {
        let parts = named.split(separator: " ", maxSplits: 1).map(String.init)
        let kinds = QualitySheetKind.all
        guard parts.count == 2,
            let kind = kinds.first(where: { $0.word == parts[0].lowercased() })
        else {
            note(
                line,
                "heading",
                "“[\(named)]” names nothing. Write a kind and a short name, such as [audit neglect-2026]. Kinds: "
                    + "\(kinds.map(\.word).joined(separator: ", ")). Nothing below it was read."
            )
            return false
        }
        var block = QualityBlock(kind: kind, id: parts[1], line: line)
        if let title = kind.labels.first {
            block.values.append(QualityBlock.Value(label: title, words: words, line: line))
        }
        blocks.append(block)
        return true
    }

    private mutating func take(_ line: StructureLine) {
        let last = blocks.count - 1
        let kind = blocks[last].kind
        if let colon = line.text.firstIndex(of: ":") {
            let before = String(line.text[..<colon])
            let words = String(line.text[line.text.index(after: colon)...]).trimmingSpace
            if let label = kind.label(before) {
                blocks[last].values.append(
                    QualityBlock.Value(label: label, words: words, line: line.number)
                )
                return
            }
            let names = kind.labels.dropFirst().map(\.printed)
            if let closest = ClosestName.closest(to: before, in: names) {
                note(
                    line.number,
                    "label",
                    "“\(before)” is none of the sheet's labels. Did you mean “\(closest)”?"
                )
                return
            }
            if QualitySheetKind.all.contains(where: { $0.label(before) != nil }) {
                note(
                    line.number,
                    "label",
                    "“\(before)” is not said of [\(kind.word) \(blocks[last].id)], so the line was not read. Take it out, "
                        + "or put it below what it belongs to."
                )
                return
            }
        }
        // A line that was wrapped goes on with what stands above it.
        let value = blocks[last].values.count - 1
        let before = blocks[last].values[value].words
        blocks[last].values[value].words = before.isEmpty ? line.text : "\(before) \(line.text)"
    }

    /// Holds the last answer of a sheet whose end is lost: it may have been cut in the middle.
    private mutating func holdLast() {
        guard let last = blocks.indices.last, let value = blocks[last].values.popLast() else {
            return
        }
        note(
            value.line,
            "no-end",
            "The sheet has no line \(QualitySheet.end), so “\(value.label.printed)” of "
                + "[\(blocks[last].kind.word) \(blocks[last].id)] may be cut off and was not read. Put the line "
                + "back."
        )
    }

    // MARK: Table

    /// Reads a sheet of comma-separated values; false when the bytes are none.
    mutating func readTable(_ bytes: [UInt8]) -> Bool {
        let records = ReturnTable.records(of: bytes, DelimitedReader.delimiter(of: bytes))
        let place = records.firstIndex { record in
            let words = record.cells.map { SheetLine.plain($0).comparisonKey }
            return words.contains("named") && words.contains("title")
        }
        guard let place else { return false }
        let heading = records[place].cells.map { SheetLine.plain($0) }
        let known = QualitySheet.openingColumns + QualitySheetKind.columns
        outside = place
        for (number, words) in heading.enumerated() where !words.isEmpty {
            let isKnown = known.contains { $0.comparisonKey == words.comparisonKey }
            let isUsed = records[(place + 1)...].contains {
                $0.cells.indices.contains(number) && !$0.cells[number].trimmingSpace.isEmpty
            }
            if !isKnown, isUsed {
                note(
                    records[place].line,
                    "label",
                    "The column “\(words)” is none of the sheet's. "
                        + ClosestName.suggestion(for: words, in: QualitySheetKind.columns)
                )
            }
        }
        for (number, words) in heading.enumerated() where !words.isEmpty {
            let first = heading.firstIndex { $0.comparisonKey == words.comparisonKey }
            guard let first, first < number else { continue }
            note(
                records[place].line,
                "heading-twice",
                "The heading “\(words)” stands over columns \(first + 1) and \(number + 1), and the first was read. Take "
                    + "the other out, or name it otherwise."
            )
        }
        for record in records[(place + 1)...] {
            let more = record.cells.dropFirst(heading.count).contains { !$0.trimmingSpace.isEmpty }
            guard !more else {
                note(
                    record.line,
                    "cells",
                    "The row has \(record.cells.count) cells and the table \(heading.count) columns, so it was not read. A "
                        + "comma may stand in a text without quotation marks."
                )
                continue
            }
            take(record, under: heading)
        }
        if let line = ReturnTable.openQuote(of: bytes, DelimitedReader.delimiter(of: bytes)) {
            note(line, "open-quote", ReturnTable.openQuoteWords)
        }
        return true
    }

    private mutating func take(_ record: ReturnTable.Record, under heading: [String]) {
        func cell(_ name: String) -> String? {
            heading.firstIndex { $0.comparisonKey == name.comparisonKey }.flatMap {
                record.cells.indices.contains($0)
                    ? SheetLine.plain(String(Substring(record.cells[$0]).droppingGuard)) : nil
            }
        }
        let written = cell("Named") ?? ""
        guard !written.isEmpty else {
            if record.cells.contains(where: { !$0.trimmingSpace.isEmpty }) {
                note(
                    record.line,
                    "heading",
                    "The row does not say of what it speaks. Write a kind and a short name, such as [audit "
                        + "neglect-2026]."
                )
            }
            return
        }
        if let number = cell("Ref").flatMap({ Int($0) }) {
            reference = min(reference ?? number, number)
        }
        let named = Self.heading(written)?.named ?? written
        guard begin(named, cell("Title") ?? "", record.line) else { return }
        let last = blocks.count - 1
        for column in QualitySheetKind.columns.dropFirst() {
            guard let words = cell(column), !words.isEmpty else { continue }
            guard let label = blocks[last].kind.label(column) else {
                note(
                    record.line,
                    "label",
                    "“\(column)” is no label of [\(named)]. Leave the cell empty, or write it where it belongs."
                )
                continue
            }
            blocks[last].values.append(
                QualityBlock.Value(label: label, words: words, line: record.line)
            )
        }
    }
}
