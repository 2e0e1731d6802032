// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Feedback of a sheet that came back.
struct VoiceBlock: Sendable {
    /// What stands behind a label.
    struct Value: Sendable {
        var label: VoiceLabel
        var words: String
        var line: Int
    }

    var id: String
    var line: Int
    var values: [Value] = []

    /// The line on which a label stands; the heading's when it is not there.
    func line(of printed: String) -> Int {
        values.first { $0.label.printed == printed }?.line ?? line
    }
}

/// The feedback of a sheet that came back, and what could not be understood.
struct VoiceBlocks {
    private(set) var blocks: [VoiceBlock] = []
    private(set) var findings: [Finding] = []
    /// How many lines stand before the sheet and after it.
    private(set) var outside = 0
    /// The number of entries after which the sheet was written; nil when it is lost.
    private(set) var reference: VoiceSheet.Reference?

    private mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    // MARK: Text

    /// Reads a sheet of plain text; false when it is none.
    mutating func readText(_ text: String) -> Bool {
        let lines = SheetText.lines(of: text)
        let title = lines.firstIndex { $0.text.uppercased().hasPrefix(VoiceSheet.title) }
        guard let title else { return false }
        outside = title
        reference = VoiceSheet.Reference(in: lines[title].text)
        var isOpen = false
        for (place, line) in lines.enumerated().dropFirst(title + 1) {
            if SheetText.plain(line.text).uppercased() == VoiceSheet.end {
                outside += lines.count - place - 1
                return true
            }
            if let (id, words) = Self.heading(line.text) {
                isOpen = begin(id, words, line.number)
            } else if isOpen {
                take(line)
            }
        }
        holdLast()
        return true
    }

    /// The identifier in brackets and the words behind it.
    private static func heading(_ text: String) -> (id: String, words: String)? {
        guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
        let id = text[text.index(after: text.startIndex)..<close]
        let words = text[text.index(after: close)...]
        return (SheetText.plain(String(id)), String(words.drop { $0 == " " }))
    }

    /// Begins feedback; false when the brackets cannot name any.
    private mutating func begin(_ id: String, _ title: String, _ line: Int) -> Bool {
        guard VoicesFold.isIdentifier(id) else {
            note(
                line,
                "no-identifier",
                "“\(id)” cannot name feedback. Use letters, digits and hyphens only, such as "
                    + "[school-survey-2026]. Nothing below it was read."
            )
            return false
        }
        var block = VoiceBlock(id: id, line: line)
        if let label = VoiceLabel.all.first {
            block.values.append(VoiceBlock.Value(label: label, words: title, line: line))
        }
        blocks.append(block)
        return true
    }

    private mutating func take(_ line: StructureLine) {
        let last = blocks.count - 1
        if let colon = line.text.firstIndex(of: ":") {
            let before = String(line.text[..<colon])
            let words = String(line.text[line.text.index(after: colon)...]).trimmingSpace
            if let label = VoiceLabel.named(before) {
                blocks[last].values.append(
                    VoiceBlock.Value(label: label, words: words, line: line.number)
                )
                return
            }
            let names = VoiceLabel.all.map(\.printed)
            if let closest = ClosestName.closest(to: before, in: names) {
                return note(
                    line.number,
                    "label",
                    "“\(before)” is none of the sheet's labels. Did you mean “\(closest)”?"
                )
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
            "The sheet has no line \(VoiceSheet.end), so “\(value.label.printed)” of "
                + "[\(blocks[last].id)] may be cut off and was not read. Put the line back."
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
        let labels = VoiceLabel.all.map(\.printed)
        outside = place
        for (number, words) in heading.enumerated() where !words.isEmpty {
            let isKnown = (VoiceSheet.openingColumns + labels).contains {
                $0.comparisonKey == words.comparisonKey
            }
            let isUsed = records[(place + 1)...].contains {
                $0.cells.indices.contains(number) && !$0.cells[number].trimmingSpace.isEmpty
            }
            if !isKnown, isUsed {
                note(
                    records[place].line,
                    "label",
                    "The column “\(words)” is none of the sheet's. "
                        + ClosestName.suggestion(for: words, in: labels)
                )
            }
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
                    "no-identifier",
                    "The row has no short name. Write one, such as [school-survey-2026]."
                )
            }
            return
        }
        if let found = cell("Ref").flatMap({ VoiceSheet.Reference(in: "ref \($0)") }) {
            reference = reference.map { $0.number < found.number ? $0 : found } ?? found
        }
        let id = Self.heading(written)?.id ?? written
        guard begin(id, cell("Title") ?? "", record.line) else { return }
        for label in VoiceLabel.all.dropFirst() {
            guard let words = cell(label.printed), !words.isEmpty else { continue }
            blocks[blocks.count - 1].values.append(
                VoiceBlock.Value(label: label, words: words, line: record.line)
            )
        }
    }
}
