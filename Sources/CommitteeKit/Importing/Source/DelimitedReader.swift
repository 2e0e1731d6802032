// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads comma-separated values strictly, by RFC 4180, with line numbers.
///
/// A blank line ends a table: files with several tables divide them that way. So does a line without a
/// delimiter, which is text, where other lines have any. No character of a field is markup.
struct DelimitedReader {
    private let bytes: [UInt8]
    private let name: String
    private let delimiter: UInt8
    private var builder: SourceBuilder
    private var index = 0
    private var line = 1
    private var rows: [SourceRow] = []
    /// Whether any line has a delimiter; where none has, each line is a row of one cell.
    private let hasColumns: Bool

    init(text: SourceText, builder: SourceBuilder) {
        bytes = text.bytes
        name = text.name
        self.builder = builder
        delimiter = Self.delimiter(of: text.bytes)
        hasColumns = text.bytes.contains(delimiter)
    }

    /// The one of comma, semicolon and tab that stands in most of the first records equally often, as the
    /// delimiter of a table does; a comma when none stands in any.
    static func delimiter(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), SourceByte.semicolon, SourceByte.tab]
        var counts = [0, 0, 0]
        // How many records have a candidate so and so often.
        var records: [[Int: Int]] = [[:], [:], [:]]
        var isQuoted = false
        func close() {
            for place in candidates.indices where counts[place] > 0 {
                records[place][counts[place], default: 0] += 1
            }
            counts = [0, 0, 0]
        }
        for byte in bytes.prefix(1 << 16) {
            if byte == SourceByte.quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == SourceByte.newline || byte == SourceByte.carriageReturn {
                close()
            } else if let place = candidates.firstIndex(of: byte) {
                counts[place] += 1
            }
        }
        close()
        // Of two that stand in as many records, the one that makes more columns.
        let usual = records.map { counts in
            counts.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { ($0.value, $0.key) } ?? (
                0, 0
            )
        }
        var best = 0
        for place in 1...2 where usual[place] > usual[best] { best = place }
        return candidates[best]
    }

    mutating func read() throws(SourceError) -> SourceBuilder {
        while index < bytes.count {
            if isLineEnd(at: index) {
                closeTable()
                skipLineEnd()
                continue
            }
            try readRecord()
        }
        closeTable()
        return builder
    }

    private mutating func readRecord() throws(SourceError) {
        let firstLine = line
        var fields: [String] = []
        while true {
            fields.append(Self.withoutGuard(try readField()))
            guard fields.count <= builder.limits.cellsPerRow else { break }
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        let endLine = line
        if index < bytes.count { skipLineEnd() }
        guard fields.count > 1 || !hasColumns else { return addText(fields[0], firstLine, endLine) }
        rows.append(
            try builder.makeRow(fields, line: firstLine, endLine: endLine, isPlain: true)
        )
    }

    /// A field without the apostrophe that keeps a spreadsheet from running it as a formula.
    private static func withoutGuard(_ field: String) -> String {
        guard field.hasPrefix("'"), CSVRenderer.isFormula(String(field.dropFirst())) else {
            return field
        }
        return String(field.dropFirst())
    }

    /// Adds a line without a delimiter, which is text above or below a table.
    private mutating func addText(_ field: String, _ first: Int, _ last: Int) {
        closeTable()
        let item = LineMarker.item(SourceByte.trimmed(Array(field.utf8)[...]))
        let words = item.map { SourceByte.text($0.text) } ?? field
        let text = builder.clean(PlainCell.markup(words), line: first).text
        guard !text.isEmpty else { return }
        builder.blocks.append(
            item.map {
                .listItem(marker: $0.marker, depth: 0, text: text, line: first, endLine: last)
            } ?? .paragraph(text: text, line: first, endLine: last)
        )
    }

    private mutating func readField() throws(SourceError) -> String {
        guard index < bytes.count, bytes[index] == SourceByte.quote else {
            return try readPlainField()
        }
        let opened = line
        var field: [UInt8] = []
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == SourceByte.quote {
                index += 1
                guard index < bytes.count, bytes[index] == SourceByte.quote else {
                    try checkEndOfQuotedField()
                    return SourceByte.text(field)
                }
                field.append(byte)
                index += 1
            } else if isLineEnd(at: index) {
                field.append(SourceByte.newline)
                skipLineEnd()
            } else {
                field.append(byte)
                index += 1
            }
        }
        throw SourceError(
            .unterminatedQuote,
            source: name,
            line: opened,
            "The quoted field that begins on line \(opened) is never closed. Add its closing "
                + "quote, or double a quote that belongs to the text."
        )
    }

    private func checkEndOfQuotedField() throws(SourceError) {
        guard index < bytes.count, bytes[index] != delimiter, !isLineEnd(at: index) else { return }
        throw SourceError(
            .misplacedQuote,
            source: name,
            line: line,
            "There is text after the closing quote of a field on line \(line). Double a quote "
                + "that belongs to the text."
        )
    }

    private mutating func readPlainField() throws(SourceError) -> String {
        let start = index
        while index < bytes.count, bytes[index] != delimiter, !isLineEnd(at: index) {
            if bytes[index] == SourceByte.quote {
                throw SourceError(
                    .misplacedQuote,
                    source: name,
                    line: line,
                    "There is a quote inside a field on line \(line) that does not begin with "
                        + "one. Quote the whole field and double the quote."
                )
            }
            index += 1
        }
        return SourceByte.text(bytes[start..<index])
    }

    private func isLineEnd(at index: Int) -> Bool {
        bytes[index] == SourceByte.newline || bytes[index] == SourceByte.carriageReturn
    }

    private mutating func skipLineEnd() {
        index += SourceText.lengthOfLineEnd(in: bytes, at: index)
        line += 1
    }

    private mutating func closeTable() {
        guard !rows.isEmpty else { return }
        builder.blocks.append(.table(SourceTable(rows: rows)))
        rows = []
    }
}
