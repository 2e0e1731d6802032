// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads a published document with a layout.
///
/// The reader walks through the document once, from the first line to the last. It knows which
/// table it is in by the header that stood last, and which level, item and cell it is in by what
/// stood last in that table, so that rows split over pages and headers repeated on every page fall
/// into place. What does not fit becomes a finding and is kept.
public struct PlanReader: Sendable {
    /// The layout.
    public let layout: Layout
    /// The status scheme of the layout, when it is known.
    public let scheme: StatusScheme?
    /// The reader of timescales.
    public let timescales: TimescaleReader

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - layout: The layout.
    ///   - scheme: The status scheme that the layout names.
    ///   - timescales: The reader of timescales.
    public init(layout: Layout, scheme: StatusScheme?, timescales: TimescaleReader) {
        self.layout = layout
        self.scheme = scheme
        self.timescales = timescales
    }

    /// Reads a document.
    ///
    /// - Parameter source: The document.
    /// - Returns: The plan and what was doubtful.
    /// - Throws: ``ImportError`` when the document has no table of this layout, or its title does
    ///   not state the plan's period.
    /// - Complexity: O(*n*) in the size of the document, times the number of columns.
    public func read(_ source: SourceDocument) throws(ImportError) -> PlanReading {
        var walk = PlanWalk(reader: self, source: source)
        guard !walk.pieces.isEmpty else {
            throw ImportError(
                source: source.name,
                message: "The document is empty. Choose the file that holds the plan."
            )
        }
        try walk.readFacts()
        for index in walk.pieces.indices { walk.take(index) }
        return try walk.finished()
    }
}

/// A line of text or a row of a table, in the order of the document.
struct SourcePiece {
    enum Content {
        case text(String, headingLevel: Int?, marker: String?)
        case row([String], isMarkedHeader: Bool)
    }

    var line: Int
    var table: Int
    var content: Content

    /// The words of each cell without markup; of a line of text, its own.
    var cellWords: [String]
    /// The words of the piece without markup, cells joined by spaces.
    var words: String
    /// The lines of the words, where the document breaks them.
    var lines: [String]
}

/// The state of one walk through a document.
struct PlanWalk {
    enum Region { case front, checks, key, notes, plan, maintenance, backlog, closing }

    let reader: PlanReader
    let source: SourceDocument
    var layout: Layout { reader.layout }

    var pieces: [SourcePiece] = []
    var plan: Plan
    var region = Region.front
    var map: [Int: Int] = [:]
    var headerCells = 0
    var lacksStatusColumn = false
    var drafts: [ItemDraft] = []
    var listed: [PlanList: [ItemDraft]] = [:]
    var current: [Int: Int] = [:]
    var open: Int?
    var pendingBelow: PendingBelow?
    var previousOutOfTable = false
    var keyAcross: [String]?
    var texts: [PlanText] = []
    var unknownTable = -1
    var factLines: [String: Int] = [:]
    var headerDate: String?
    var headers = 0
    /// The line of the first header, and the columns that any header of the document has.
    var firstHeader = 0
    var seenColumns: Set<Int> = []
    var checkLines: [Int] = []
    var findings: [Finding] = []
    var traces: [LineTrace] = []

    init(reader: PlanReader, source: SourceDocument) {
        self.reader = reader
        self.source = source
        plan = Plan(id: "", title: "", period: .always, levels: reader.layout.levels)
        plan.layout = reader.layout.id
        plan.scheme = reader.layout.scheme
        plan.counting = reader.layout.counting
        var table = 0
        for block in source.blocks {
            switch block {
            case .heading(let level, let text, let line):
                append(line, text: text, headingLevel: level, marker: nil)
            case .paragraph(let text, let line, _):
                append(line, text: text, headingLevel: nil, marker: nil)
            case .listItem(let marker, _, let text, let line, _):
                append(line, text: text, headingLevel: nil, marker: marker)
            case .table(let rows):
                table += 1
                for row in rows.rows {
                    let cells = row.cells.map(source.format == .tabText ? Self.markup : \.text)
                    let cellWords = cells.map { Prose(markup: $0).singleLine }
                    let words = cellWords.filter { !$0.isEmpty }.joined(separator: " ")
                    pieces.append(
                        SourcePiece(
                            line: row.line,
                            table: table,
                            content: .row(cells, isMarkedHeader: row.isHeaderMarked),
                            cellWords: cellWords,
                            words: words,
                            lines: [words]
                        )
                    )
                }
            }
        }
    }

    /// The markup of a cell of tabbed text, in which two spaces divide paragraphs.
    private static func markup(_ cell: SourceCell) -> String {
        let pieces = cell.pieces
        guard pieces.count > 1 else { return cell.text }
        return pieces.map { "<p>\($0)</p>" }.joined()
    }

    private mutating func append(_ line: Int, text: String, headingLevel: Int?, marker: String?) {
        let prose = Prose(markup: text)
        let words = prose.singleLine
        pieces.append(
            SourcePiece(
                line: line,
                table: 0,
                content: .text(text, headingLevel: headingLevel, marker: marker),
                cellWords: [words],
                words: words,
                lines: prose.plainLines
            )
        )
    }

    mutating func find(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    mutating func trace(_ line: Int, _ became: String) {
        traces.append(LineTrace(line: line, became: became))
    }
}

/// A field of an item as its cells were read, before they are put together.
struct CellText {
    var line: Int
    var text: String
}

/// An item while its rows are still being read.
struct ItemDraft {
    var item: PlanItem
    var line: Int
    var fields: [String: [CellText]] = [:]
    var lacksStatusColumn = false

    /// The markup of a field with its cells put together.
    func markup(_ field: String) -> String {
        fields[field, default: []].reduce(into: "") { whole, cell in
            if whole.hasSuffix("</p>"), !cell.text.hasPrefix("<p>") {
                whole.removeLast("</p>".count)
                whole += " \(cell.text)</p>"
            } else {
                whole += whole.isEmpty ? cell.text : " " + cell.text
            }
        }
    }

    func words(_ field: String) -> String { Prose(markup: markup(field)).singleLine }

    mutating func add(_ text: String, to field: String, line: Int) {
        fields[field, default: []].append(CellText(line: line, text: text))
    }
}

/// A heading whose text below is still being read.
struct PendingBelow {
    var draft: Int
    var field: String
    /// Whether the heading stood before and its text is only repeated.
    var isRepeat: Bool
    /// Whether the heading is a row of a table, so that rows of the same table follow it.
    var isRow: Bool
    /// The pieces that a broken extraction spread over cells, used when nothing better comes.
    var broken: [CellText] = []
}

/// An error that stops an import.
public struct ImportError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("import.layout") }
    /// The document's name.
    public var source: String
    /// The line, counted from 1, or nil when the error is about the whole.
    public var line: Int?
    /// What was found, what was expected, and what to do.
    public var message: String

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - source: The document's name.
    ///   - line: The line, counted from 1.
    ///   - message: What was found, what was expected, and what to do.
    public init(source: String, line: Int? = nil, message: String) {
        self.source = source
        self.line = line
        self.message = message
    }

    /// The place and the message.
    public var description: String {
        guard let line else { return "\(source): \(message)" }
        return "\(source):\(line): \(message)"
    }
}
