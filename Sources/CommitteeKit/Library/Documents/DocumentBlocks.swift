// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A document of a sheet that came back.
struct DocumentBlock: Sendable {
    /// What stands behind a label.
    struct Value: Sendable {
        var label: DocumentLabel
        var words: String
        var line: Int
    }

    var id: String
    var line: Int
    var values: [Value] = []

    /// The line on which a label stands; the document's own when it is not there.
    func line(of printed: String) -> Int {
        values.first { $0.label.printed == printed }?.line ?? line
    }
}

/// The documents of a sheet that came back, and what could not be understood.
struct DocumentBlocks {
    private(set) var blocks: [DocumentBlock] = []
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
        let title = lines.firstIndex {
            $0.text.uppercased().hasPrefix(DocumentSheet.title)
        }
        guard let title else { return false }
        outside = title
        reference = Self.reference(in: lines[title].text)
        var isOpen = false
        var skips = false
        for (place, line) in lines.enumerated().dropFirst(title + 1) {
            if SheetText.plain(line.text).uppercased() == DocumentSheet.end {
                outside += lines.count - place - 1
                return true
            }
            if let (id, name) = Self.heading(line.text) {
                isOpen = begin(id, name, line.number)
                skips = !isOpen
            } else if isOpen {
                take(line)
            } else if skips {
                continue
            }
        }
        holdLast()
        return true
    }

    /// The identifier in brackets and the title behind it.
    private static func heading(_ text: String) -> (id: String, name: String)? {
        guard text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
        let id = text[text.index(after: text.startIndex)..<close]
        let name = text[text.index(after: close)...]
        return (
            SheetText.plain(String(id)), String(name.drop { $0 == " " })
        )
    }

    private static func reference(in title: String) -> Int? {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard let place = words.lastIndex(of: "ref"), place + 1 < words.endIndex else { return nil }
        return Int(words[place + 1])
    }

    /// Begins a document; false when no text could cite it.
    private mutating func begin(_ id: String, _ name: String, _ line: Int) -> Bool {
        guard CommitteeDocument.isIdentifier(id) else {
            note(
                line,
                "no-identifier",
                "“\(id)” cannot name a document. Use letters, digits and hyphens only, such as "
                    + "[joint-protocol]. Nothing below it was read."
            )
            return false
        }
        var block = DocumentBlock(id: id, line: line)
        if let title = DocumentLabel.all.first {
            block.values.append(DocumentBlock.Value(label: title, words: name, line: line))
        }
        blocks.append(block)
        return true
    }

    private mutating func take(_ line: StructureLine) {
        let last = blocks.count - 1
        if let colon = line.text.firstIndex(of: ":") {
            let before = String(line.text[..<colon])
            let words = String(line.text[line.text.index(after: colon)...]).trimmingSpace
            if let label = DocumentLabel.named(before) {
                blocks[last].values.append(
                    DocumentBlock.Value(label: label, words: words, line: line.number)
                )
                return
            }
            let names = DocumentLabel.all.map(\.printed)
            if let closest = ClosestName.closest(to: before, in: names) {
                note(
                    line.number,
                    "label",
                    "“\(before)” is none of the sheet's labels. Did you mean “\(closest)”?"
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
            "The sheet has no line \(DocumentSheet.end), so “\(value.label.printed)” of "
                + "[\(blocks[last].id)] may be cut off and was not read. Put the line back."
        )
    }

    // MARK: Table

    /// Reads a sheet of comma-separated values; false when the bytes are none.
    mutating func readTable(_ bytes: [UInt8]) -> Bool {
        let records = ReturnTable.records(of: bytes, DelimitedReader.delimiter(of: bytes))
        let place = records.firstIndex { record in
            let words = record.cells.map { SheetLine.plain($0).comparisonKey }
            return words.contains("document") && words.contains("title")
        }
        guard let place else { return false }
        let heading = records[place].cells.map { SheetLine.plain($0) }
        outside = place
        for (number, words) in heading.enumerated() where !words.isEmpty {
            let isKnown =
                DocumentLabel.named(words) != nil
                || DocumentSheet.openingColumns.contains { $0.comparisonKey == words.comparisonKey }
            let isUsed = records[(place + 1)...].contains {
                $0.cells.indices.contains(number) && !$0.cells[number].trimmingSpace.isEmpty
            }
            if !isKnown, isUsed {
                note(
                    records[place].line,
                    "label",
                    "The column “\(words)” is none of the sheet's. "
                        + ClosestName.suggestion(
                            for: words,
                            in: DocumentLabel.all.map(\.printed)
                        )
                )
            }
        }
        for record in records[(place + 1)...] { take(record, under: heading) }
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
        let written = cell("Document") ?? ""
        let id = Self.heading(written)?.id ?? written
        guard !id.isEmpty else {
            if record.cells.contains(where: { !$0.trimmingSpace.isEmpty }) {
                note(
                    record.line,
                    "no-identifier",
                    "The row has no short name of a document. Write one, such as [joint-protocol]."
                )
            }
            return
        }
        if let number = cell("Ref").flatMap({ Int($0) }) {
            reference = min(reference ?? number, number)
        }
        guard begin(id, cell("Title") ?? "", record.line) else { return }
        for label in DocumentLabel.all.dropFirst() {
            guard let words = cell(label.printed), !words.isEmpty else { continue }
            blocks[blocks.count - 1].values.append(
                DocumentBlock.Value(label: label, words: words, line: record.line)
            )
        }
    }
}
