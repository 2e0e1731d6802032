// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The sheet of a progress update that came back as comma-separated values.
///
/// Columns are known by their headings, wherever they stand; a column that is not known is held when
/// something stands in it.
struct ReturnTable {
    /// A record with the line on which it begins.
    struct Record {
        var line: Int
        var cells: [String]
    }

    private let heading: Record
    private let rows: [Record]
    private let above: [Record]
    private let openQuote: Int?

    /// Finds the row of headings; nil when the bytes are no such table.
    init?(_ bytes: [UInt8]) {
        let delimiter = DelimitedReader.delimiter(of: bytes)
        let (records, openQuote) = Self.split(bytes, delimiter)
        let place = records.firstIndex { record in
            record.cells.count(where: { ReturnLabel.named(SheetLine.plain($0)) != nil }) >= 2
        }
        guard let place, records[place].cells.count >= 3 else { return nil }
        heading = records[place]
        above = Array(records[..<place])
        rows = Array(records[(place + 1)...])
        self.openQuote = openQuote
    }

    private enum Column {
        case reference, number, action, printed
        case label(ReturnLabel)
        case footer(ReturnFooter)
        case unknown(String)
    }

    private var columns: [Column] {
        heading.cells.map { cell in
            let words = SheetLine.plain(cell).droppingColon
            if let label = ReturnLabel.named(words) { return .label(label) }
            let key = ReturnLabel.withoutBrackets(words).comparisonKey
            if let footer = ReturnFooter.allCases.first(where: { $0.names.contains(key) }) {
                return .footer(footer)
            }
            switch key {
            case "ref", "reference": return .reference
            case "no", "number", "item": return .number
            case "action", "action task", "task": return .action
            case "what stands in the plan": return .printed
            default: return .unknown(words)
            }
        }
    }

    /// Reads the table as if its cells stood behind their labels in a sheet of text.
    func read(by reader: ReturnReader) -> ReturnReading {
        var walk = ReturnWalk(reader: reader)
        let columns = columns
        for record in above + [heading] where record.line != heading.line {
            for cell in record.cells { walk.take(SheetLine(cell, number: record.line)) }
        }
        walk.reading.account.sheet += heading.cells.reduce(0) {
            $0 + SheetLine.count(SheetLine.plain($1))
        }
        var footers: [ReturnFooter: (line: Int, text: String)] = [:]
        for record in rows where record.cells.contains(where: { !$0.trimmingSpace.isEmpty }) {
            take(record, columns, into: &walk, &footers)
        }
        if let openQuote, !walk.blocks.isEmpty {
            walk.blocks[walk.blocks.count - 1].doubt(openQuote, "quote", Self.openQuoteWords)
        }
        for (footer, value) in footers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            // The heading's own words are counted with the row of headings.
            let before = walk.reading.account.sheet
            walk.take(SheetLine("\(footer.printed): \(value.text)", number: value.line))
            walk.reading.account.sheet = before
        }
        let before = walk.reading.account.sheet
        walk.take(SheetLine("[END]", number: 0))
        walk.reading.account.sheet = before
        return walk.finished()
    }

    private func take(
        _ record: Record,
        _ columns: [Column],
        into walk: inout ReturnWalk,
        _ footers: inout [ReturnFooter: (line: Int, text: String)]
    ) {
        func cell(_ wanted: (Column) -> Bool) -> String? {
            columns.firstIndex(where: wanted).flatMap {
                record.cells.indices.contains($0) ? record.cells[$0] : nil
            }
        }
        let reference = cell { if case .reference = $0 { true } else { false } } ?? ""
        let action = SheetLine.plain(cell { if case .action = $0 { true } else { false } } ?? "")
        var number = SheetLine.plain(
            cell { if case .number = $0 { true } else { false } } ?? ""
        )
        guard record.cells.contains(where: { !$0.trimmingSpace.isEmpty && $0 != reference }) else {
            // A row with one cell stands for no item, such as what somebody wrote on another sheet.
            for line in reference.split(separator: "\n") {
                walk.takeLoose(SheetLine(String(line), number: record.line))
            }
            return
        }
        let loose = walk.takeReference(reference, number: record.line)
        let hasBrackets = number.hasPrefix("[")
        if let inner = SheetLine.bracketed(number)?.0 { number = inner }
        walk.beginRow(number, action: action, line: record.line, isSure: hasBrackets)
        if !loose.isEmpty {
            walk.takeUnknown("Ref", [SheetLine(loose, number: record.line)])
        }
        for (place, cell) in record.cells.enumerated().dropFirst(columns.count) {
            let line = SheetLine(String(Substring(cell).droppingGuard), number: record.line)
            if !line.isBlank { walk.takeUnknown("column \(place + 1), without a heading", [line]) }
        }
        for (place, column) in columns.enumerated() where record.cells.indices.contains(place) {
            let lines = record.cells[place].split(separator: "\n", omittingEmptySubsequences: true)
                .map { SheetLine(String($0.droppingGuard), number: record.line) }
                .filter { !$0.isBlank }
            guard !lines.isEmpty else { continue }
            switch column {
            case .reference, .number, .action: break
            case .printed: walk.takePrinted(lines)
            case .label(let label): walk.takeCell(label, lines)
            case .footer(let footer):
                let text = SheetLine.line(of: lines)
                if footers[footer] == nil {
                    footers[footer] = (record.line, text)
                } else {
                    walk.takeOutside(SheetLine(text, number: record.line))
                }
            case .unknown(let name): walk.takeUnknown(name, lines)
            }
        }
    }

    /// What is said of a quotation mark that is never closed.
    static let openQuoteWords =
        "A quotation mark opens here and is never closed, so everything after it was read as one cell. Close it."

    /// The line on which a quotation mark opens that is never closed.
    static func openQuote(of bytes: [UInt8], _ delimiter: UInt8) -> Int? {
        split(bytes, delimiter).openQuote
    }

    /// The records of a file, by RFC 4180, as tolerantly as people need.
    ///
    /// A record in which a quotation mark is never closed holds what stood below it, so it is left out.
    static func records(of bytes: [UInt8], _ delimiter: UInt8) -> [Record] {
        let (records, openQuote) = split(bytes, delimiter)
        return openQuote == nil ? records : Array(records.dropLast())
    }

    private static func split(
        _ bytes: [UInt8],
        _ delimiter: UInt8
    ) -> (records: [Record], openQuote: Int?) {
        var opened = 1
        var records: [Record] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var line = 1
        var first = 1
        var isQuoted = false
        var place = 0
        func closeCell() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }
        func closeRecord() {
            closeCell()
            records.append(Record(line: first, cells: cells))
            cells = []
        }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if place < bytes.count, bytes[place] == byte {
                        cell.append(byte)
                        place += 1
                    } else {
                        isQuoted = false
                    }
                } else if byte != UInt8(ascii: "\r") {
                    cell.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where cell.isEmpty: (isQuoted, opened) = (true, line)
            case delimiter: closeCell()
            case UInt8(ascii: "\r"):
                // Older programs end a line with this alone.
                guard place >= bytes.count || bytes[place] != UInt8(ascii: "\n") else { break }
                line += 1
                closeRecord()
                first = line
            case UInt8(ascii: "\n"):
                closeRecord()
                first = line
            default: cell.append(byte)
            }
        }
        if !cell.isEmpty || !cells.isEmpty { closeRecord() }
        return (records, isQuoted ? opened : nil)
    }
}

extension ReturnWalk {
    /// Takes the ref of a row, which may differ from row to row only by mistake; returns what else stands there.
    mutating func takeReference(_ words: String, number: Int) -> String {
        let line = SheetLine(words, number: number)
        let rest = noteReference(line)
        reading.account.sheet += SheetLine.count(line.text) - SheetLine.count(rest)
        return rest
    }

    /// Takes a line that stands in no row of an item: the sheet's own, or words beside the answers.
    mutating func takeLoose(_ line: SheetLine) {
        guard !line.isBlank else { return }
        if reader.printed.mayHead(noteReference(line)) {
            reading.account.sheet += SheetLine.count(line.text)
        } else {
            putOutside(line)
        }
    }

    /// Begins the item of a row.
    mutating func beginRow(_ number: String, action: String, line: Int, isSure: Bool) {
        let item = reader.numbers.item(number)
        var block = Block(number: number, item: item)
        reading.account.sheet += SheetLine.count(number)
        let isPrinted = item.map { reader.printed.mayPrint(action, of: $0) } ?? false
        if !action.isEmpty {
            if isPrinted {
                reading.account.sheet += SheetLine.count(action)
            } else {
                block.strays.append(SheetLine(action, number: line))
            }
        }
        // A spreadsheet makes 1.1 of 1.10, so that a number without brackets needs the action beside it.
        if !isSure, item != nil, !isPrinted || action.isEmpty {
            block.doubt(
                line,
                "number",
                "The number \(number) has no square brackets, and the action beside it does not tell "
                    + "whether it is right. Put the number in square brackets."
            )
        }
        blocks.append(block)
    }

    /// Takes what stands in the column that the sheet filled.
    mutating func takePrinted(_ lines: [SheetLine]) {
        let last = blocks.count - 1
        for line in lines {
            if let item = blocks[last].item, reader.printed.mayPrint(line.text, of: item) {
                reading.account.sheet += SheetLine.count(line.text)
            } else {
                blocks[last].strays.append(line)
            }
        }
    }

    /// Takes the cell below a label.
    mutating func takeCell(_ label: ReturnLabel, _ lines: [SheetLine]) {
        blocks[blocks.count - 1].parts.append((label, lines))
        blocks[blocks.count - 1].lines += lines
    }

    /// Takes a cell of a column that nobody knows: an answer may be meant.
    mutating func takeUnknown(_ name: String, _ lines: [SheetLine]) {
        let last = blocks.count - 1
        blocks[last].strays += lines
        blocks[last].doubt(
            lines[0].number,
            "column",
            "The column “\(name)” is none of the sheet's. Name it as the sheet does, or empty it."
        )
    }

    /// Counts words that are neither an answer nor the sheet's own.
    mutating func takeOutside(_ line: SheetLine) { putOutside(line) }
}

extension Substring {
    /// The text without the apostrophe that keeps a spreadsheet from running it.
    var droppingGuard: Substring {
        guard first == "'", let second = dropFirst().first, "=+@-".contains(second) else {
            return self
        }
        return dropFirst()
    }
}
