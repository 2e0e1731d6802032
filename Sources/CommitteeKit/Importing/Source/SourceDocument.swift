// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A published document, read into blocks with line numbers, before anybody says what they mean.
///
/// Reading is tolerant about tables and strict about bytes: rows may have any number of cells, but
/// a document in another encoding is refused. Nothing that stands in the document is lost:
/// ``lines`` has every line as it was read, and each ``Cleaning`` says what was substituted.
///
/// ```swift
/// let document = try SourceDocument(reading: bytes, name: "plan.md")
/// for table in document.tables {
///     print(table.rows[0].line, table.rows[0].cells.map(\.text))
/// }
/// ```
public struct SourceDocument: Hashable, Sendable {
    /// The name of the document, as the caller gave it: a file's name, for messages.
    public var name: String
    /// The format in which the document was read.
    public var format: SourceFormat
    /// The title that an HTML page gives itself outside of its text.
    public var title: String?
    /// The blocks in the order of the document.
    public var blocks: [SourceBlock]
    /// What was substituted in the blocks, in the order of the document.
    public var cleanings: [Cleaning]
    /// What is doubtful about the document itself, in the order of the document.
    public var findings: [SourceFinding]
    /// The lines exactly as they were read; line *n* is at index *n* - 1.
    public var lines: [String]
    /// Where each line stands, such as "table 2, row 5", in a document that has no lines of its own.
    public var places: [String] = []

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: The document in UTF-8, with or without a byte order mark; lines may end in LF,
    ///     CRLF or CR.
    ///   - name: The name of the document, which also helps to find its format.
    ///   - format: The format, when it is known; otherwise it is found.
    ///   - limits: The sizes beyond which the document is refused.
    /// - Throws: ``SourceError`` when the document is not UTF-8 text, is too large, or is CSV with
    ///   a quote in the wrong place. Its message says on which line and what to do.
    /// - Complexity: O(*n*) in the number of bytes.
    public init(
        reading bytes: [UInt8],
        name: String,
        as format: SourceFormat? = nil,
        limits: SourceLimits = SourceLimits()
    ) throws(SourceError) {
        let text = try SourceText(bytes, name: name, limits: limits)
        let lines = text.lines()
        let format = format ?? .detect(name: name, lines: lines)
        var builder = SourceBuilder(name: name, limits: limits)
        if format == .csv {
            var reader = DelimitedReader(text: text, builder: builder)
            builder = try reader.read()
        } else if format == .json {
            var reader = try DocumentJSONReader(text: text, builder: builder)
            builder = try reader.read()
        } else if format == .html {
            var reader = HTMLBlockReader(bytes: text.bytes, firstLine: 1, builder: builder)
            builder = try reader.read()
        } else {
            try text.checkLines(limits)
            var reader = LineBlockReader(
                lines: lines,
                hasTabbedRows: format == .tabText,
                builder: builder
            )
            builder = try reader.read()
        }
        builder.close()
        self.name = name
        self.format = format
        title = builder.title
        blocks = builder.blocks
        cleanings = builder.cleanings
        findings = builder.findings
        self.lines = lines
    }

    /// Reads a document from text.
    ///
    /// - Parameters:
    ///   - text: The document.
    ///   - name: The name of the document, which also helps to find its format.
    ///   - format: The format, when it is known; otherwise it is found.
    ///   - limits: The sizes beyond which the document is refused.
    /// - Throws: ``SourceError``, as ``init(reading:name:as:limits:)`` does.
    /// - Complexity: O(*n*) in the length of the text.
    public init(
        text: String,
        name: String,
        as format: SourceFormat? = nil,
        limits: SourceLimits = SourceLimits()
    ) throws(SourceError) {
        try self.init(reading: Array(text.utf8), name: name, as: format, limits: limits)
    }

    /// The tables in the order of the document.
    ///
    /// - Complexity: O(*n*) in the number of blocks.
    public var tables: [SourceTable] { blocks.compactMap(\.table) }
}
