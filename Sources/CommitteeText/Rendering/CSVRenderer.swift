// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes documents as comma-separated values (RFC 4180), in UTF-8.
///
/// Every block is written: title, headings and text each on a line of its own, tables below an empty
/// line, pictures as tables of their figures; so the document can be read again. With
/// ``Content/tables`` there are only its tables, and above them a watermark, without which a table could
/// be taken for the real one; where there are several, a row with its caption stands before each. A
/// cell of text that a spreadsheet could run as a formula begins with
/// an apostrophe; a lone dash, which many plans print for "none", and true numbers stay as they
/// are. Days are written as in ISO 8601.
public struct CSVRenderer: DocumentRenderer {
    /// When a row with the caption stands before a table.
    public enum Captions: String, CaseIterable, Hashable, Sendable {
        /// Before every table.
        case always
        /// Only when there are several tables.
        case whenSeveral
        /// Never.
        case never
    }

    /// Which blocks of a document are written.
    public enum Content: String, CaseIterable, Hashable, Sendable {
        /// Its tables and heat maps; headings, text and other pictures are left out.
        case tables
        /// All that has words: tables, and its title, headings, text, pictures and notices.
        case everything
    }

    /// Which blocks of a document are written.
    public var content: Content
    /// Whether the bytes begin with a byte order mark, by which spreadsheets know UTF-8.
    public var hasByteOrderMark: Bool
    /// When a row with the caption stands before a table.
    public var captions: Captions
    /// What stands in the places that a merged cell covers.
    public var mergedCells: MergedCells

    /// Creates a renderer.
    ///
    /// - Parameters:
    ///   - content: Which blocks of a document are written.
    ///   - hasByteOrderMark: Whether the bytes begin with a byte order mark.
    ///   - captions: When a row with the caption stands before a table.
    ///   - mergedCells: What stands in the places that a merged cell covers.
    public init(
        content: Content = .everything,
        hasByteOrderMark: Bool = true,
        captions: Captions = .whenSeveral,
        mergedCells: MergedCells = .repeated
    ) {
        self.content = content
        self.hasByteOrderMark = hasByteOrderMark
        self.captions = captions
        self.mergedCells = mergedCells
    }

    /// The media type of comma-separated values.
    public var mediaType: String { "text/csv; charset=utf-8; header=present" }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the document.
    public func render(_ document: Document, into sink: inout some ByteSink) {
        var output = OutputBuffer()
        if hasByteOrderMark { output.bytes = [0xEF, 0xBB, 0xBF] }
        guard content == .tables else {
            if !document.title.isEmpty { writeLine(document.title, into: &output) }
            writeEverything(document, into: &output, sink: &sink)
            return output.flush(into: &sink)
        }
        for case .notice(let notice) in document.blocks where notice.kind == .watermark {
            writeField("\(notice.kind.word): \(notice.content.singleLine)", into: &output)
            output.append("\r\n\r\n")
        }
        let tables = Self.tables(in: document.blocks)
        let hasCaptions =
            captions == .always || (captions == .whenSeveral && tables.count > 1)
        for (index, table) in tables.enumerated() {
            if index > 0 { output.append("\r\n") }
            if hasCaptions {
                writeField(table.caption, into: &output)
                output.append("\r\n")
            }
            write(table, into: &output, sink: &sink)
        }
        output.flush(into: &sink)
    }

    /// Writes every block that has words: each text on a line, each table below an empty one.
    private func writeEverything(
        _ document: Document,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        document.forEachPiece { piece in
            switch piece {
            case .heading(_, let words):
                output.append("\r\n")
                writeLine(words, into: &output)
            case .words(let prose): writeLines(prose, into: &output)
            case .table(let table, let showsCaption):
                output.append("\r\n")
                if showsCaption { writeLine(table.caption, into: &output) }
                write(table, into: &output, sink: &sink)
            }
        }
    }

    private func writeLines(_ prose: Prose, into output: inout OutputBuffer) {
        for line in prose.plainText.split(separator: "\n") {
            writeLine(String(line), into: &output)
        }
    }

    private func writeLine(_ text: String, into output: inout OutputBuffer) {
        writeField(text, into: &output)
        output.append("\r\n")
    }

    private static func tables(in blocks: [Document.Block]) -> [Document.Table] {
        blocks.flatMap { block -> [Document.Table] in
            switch block {
            case .table(let table): [table]
            case .section(let section): tables(in: section.blocks)
            case .heatMap(let map): [map.table()]
            case .figure(let figure): tables(in: figure.blocks)
            default: []
            }
        }
    }

    private func write(
        _ table: Document.Table,
        into output: inout OutputBuffer,
        sink: inout some ByteSink
    ) {
        let count = table.columnCount
        for (column, heading) in table.combinedHeadings(columnCount: count).enumerated() {
            if column > 0 { output.append(ASCII.comma) }
            writeField(heading, into: &output)
        }
        output.append("\r\n")
        table.forEachRow { slots, section in
            if let section {
                writeField(section.words.plainText, into: &output)
                output.append(count: count - 1, of: ASCII.comma)
            } else {
                for (column, slot) in slots.enumerated() {
                    if column > 0 { output.append(ASCII.comma) }
                    if let cell = slot.shown(mergedCells) { write(cell, into: &output) }
                }
            }
            output.append("\r\n")
            output.drain(into: &sink)
        }
    }

    private func write(_ cell: Document.Table.Cell, into output: inout OutputBuffer) {
        if let content = cell.only {
            switch content {
            case .text(let text): return writeField(text, into: &output)
            case .integer(let number): return output.append(number)
            case .number(let number, let digits):
                return output.append(words: NumberText.fixed(number, digits: digits))
            case .date(let date): return output.append(words: date.description)
            case .prose, .status: break
            }
        }
        writeField(cell.plainText, into: &output)
    }

    /// Writes a field, in quotes where its characters need them.
    func writeField(_ text: String, into output: inout OutputBuffer) {
        let isFormula = Self.isFormula(text)
        let needsQuotes = text.utf8.contains { byte in
            byte == ASCII.comma || byte == ASCII.quote || byte < ASCII.space
                || byte == ASCII.semicolon
        }
        if needsQuotes { output.append(ASCII.quote) }
        if isFormula { output.append(ASCII.apostrophe) }
        output.append(text) { byte in
            switch byte {
            case ASCII.quote: "\"\""
            case ASCII.lineFeed, ASCII.tab, ASCII.carriageReturn: nil
            case 0..<ASCII.space, 0x7F: "\u{FFFD}"
            default: nil
            }
        }
        if needsQuotes { output.append(ASCII.quote) }
    }

    /// Whether a spreadsheet could take a text for a formula.
    package static func isFormula(_ text: String) -> Bool {
        if text == "-" { return false }
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{FEFF}": continue
            // The wide forms are taken for the others by spreadsheets in East Asian settings.
            case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
                "\u{FF20}":
                return true
            default: return false
            }
        }
        return false
    }
}
