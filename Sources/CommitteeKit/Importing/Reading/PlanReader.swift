// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads a published document with a layout.
///
/// The reader walks through the document once, from the first line to the last. It knows which
/// table it is in by the header that stood last, and which level, item and cell it is in by what
/// stood last in that table, so that rows split over pages and headers repeated on every page fall
/// into place. What does not fit becomes a finding and is kept.
///
/// Every word is accounted for: ``PlanReading/account`` says what each became. Words that no rule
/// takes are kept as text, with a finding; an account that does not close is an error.
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
    /// - Parameters:
    ///   - source: The document.
    ///   - period: When the plan runs, for a document that does not say so; what the document says
    ///     counts more.
    ///   - answers: What the layout's functions say of the ``questions(of:after:)``.
    /// - Returns: The plan, what was doubtful, and where each word went.
    /// - Throws: ``ImportError`` when the document has no table of this layout, its title does
    ///   not state the plan's period and no period is given, or words could not be accounted for.
    /// - Complexity: O(*n*) in the size of the document, times the number of columns.
    public func read(
        _ source: SourceDocument,
        period: CivilSpan? = nil,
        answers: LayoutAnswers = [:]
    ) throws(ImportError) -> PlanReading {
        var walk = PlanWalk(reader: self, source: source, period: period)
        guard !walk.pieces.isEmpty else {
            throw ImportError(
                source: source.name,
                message: "The document is empty. Choose the file that holds the plan."
            )
        }
        walk.answer(answers)
        try walk.readFacts()
        for index in walk.pieces.indices { walk.takeWhole(index) }
        return try walk.finished()
    }
}

/// The state of one walk through a document.
struct PlanWalk {
    enum Region: Equatable { case front, checks, key, notes, plan, blocks, closing, list(PlanList) }

    let reader: PlanReader
    let source: SourceDocument
    /// What the rows are read as when they are risks and no actions.
    var risks: RiskRows?
    let givenPeriod: CivilSpan?
    var layout: Layout { reader.layout }

    /// How each table's cells are read.
    let columns: ReadingColumns
    /// The lists beside the table, and how their cells are read.
    let lists: [(list: PlanList, heading: Template, columns: ReadingColumns)]

    /// How the items are read that stand as headings and paragraphs.
    let blocks: [ReadingBlock]
    var blockState = BlockState()

    var pieces: [SourcePiece] = []
    var ledger = WordLedger()
    var plan: Plan
    var region = Region.front
    /// Which cell of a row holds which column of the table that stands open.
    var map: [Int: Int] = [:]
    /// The headers of the open table that no column of the layout has, by their cell.
    var undeclared: [Int: String] = [:]
    /// How many cells the last row of the open table has.
    var lastWidth = 0
    var lacksStatusColumn = false
    var drafts = ItemDrafts()
    var listed: [PlanList: ItemDrafts] = [:]
    var current: [Int: Int] = [:]
    var open: Int?
    var pendingBelow: PendingBelow?
    /// The lines that may stand below the headings of each level.
    let headingLines: [Int: [ReadingColumns.Column]]
    /// The item of a level below whose heading no action stands yet, so that its lines may come.
    var headed: Int?
    /// The last piece whose colours were read.
    var colouredPiece = -1
    /// The lines that may stand below an action.
    let belowRow: [ReadingColumns.Column]
    var keyAcross: KeyAcross?
    var texts: [PlanText] = []
    /// The words for completion that were cut off an item's progress.
    var completionWords: [WordFate: String] = [:]
    /// The remarks that were parted from the text of items, by the items' identifiers.
    var remarks: [String: Prose] = [:]
    var footnotes: Set<PlanFootnote> = []
    var unknownTable = -1
    var factLines: [String: Int] = [:]
    /// What stands in the title where the period is expected.
    var titlePeriod = ""
    var headerDate: String?
    var headers = 0
    /// The line of the first header, and the columns that any header of the document has.
    var firstHeader = 0
    var seenColumns: Set<Int> = []
    /// The most cells of a header of the plan's table that are none of the layout's, or empty.
    var damagedHeaders = 0
    /// What stands in headers behind the words of the layout, by its cell's words.
    var headerRests: Set<String> = []
    var checkLines: [Int] = []
    /// The source's levels of headings that stand for levels of the plan without words of their own.
    var headingRanks: [(source: Int, level: Int)] = []
    /// The numbers that stand in each section, by their level.
    var numbersBelow: [Int: NumbersOfSections] = [:]
    /// Whether headings of several levels are told apart by what stands below them alone.
    var isRankedByPlace = false
    /// What was said as a heading last, which a caption may repeat.
    var lastHeading = ""
    /// The cells of leads that may hold several, and no glossary splits them.
    var unsplitLeads: [(words: String, line: Int)] = []
    var findings: [Finding] = []
    /// Where the reader is, for findings.
    var here: FoundPlace?
    /// The first piece of each line, made when a finding asks for it.
    var piecesByLine: [Int: Int] = [:]
    var traces: [LineTrace] = []
    /// What the layout's functions have read, and the rows and cells that they were asked about.
    var answers: LayoutAnswers = [:]
    var rowsOfFunctions: [FunctionRow] = []
    var functionCells: [FunctionCell] = []
    /// The words that the document prints where a function has read others.
    var printed: [WordPlace: String] = [:]
    /// The items that stood open in each row that functions were asked about, by its piece and level.
    var rowItems: [Int: [Int: String]] = [:]

    init(reader: PlanReader, source: SourceDocument, period: CivilSpan?) {
        self.reader = reader
        self.source = source
        givenPeriod = period
        let layout = reader.layout
        columns = ReadingColumns(layout.columns, in: layout)
        lists = layout.listTables.map {
            ($0, $1.heading, ReadingColumns($1.columns, in: layout))
        }
        blocks = ReadingBlock.all(of: layout)
        belowRow = layout.belowRow.map(ReadingBlock.column)
        headingLines = layout.headings.mapValues { $0.lines.map(ReadingBlock.column) }
        plan = Plan(id: "", title: "", period: .always, levels: layout.levels)
        plan.layout = layout.id
        plan.scheme = layout.scheme
        plan.counting = layout.counting
        plan.inherits = layout.inherits
        let below = blocks.flatMap(\.lines).filter(\.beginsWithWords)
        pieces = SourcePiece.all(
            of: source,
            apart: below.isEmpty
                ? nil : { line in below.contains { CellReading(line, in: $0).fits } }
        )
        mendMisspeltLines()
    }

    mutating func trace(_ line: Int, _ became: String) {
        traces.append(LineTrace(line: line, became: became))
    }

    /// Takes one piece, and keeps as text what no rule took of it.
    mutating func takeWhole(_ index: Int) {
        let first = ledger.postings.count
        here = FoundPlace(piece: index)
        take(index)
        here = FoundPlace(piece: index)
        keepRest(of: index, since: first)
        here = nil
    }
}

extension PlanWalk.Region {
    /// Whether it is a list beside the plan's table.
    var isList: Bool { if case .list = self { true } else { false } }
}

/// A heading whose text below is still being read.
struct PendingBelow {
    var draft: Int
    var field: String
    /// Whether the heading stood before and its text is only repeated.
    var isRepeat: Bool
    /// Whether the heading is a row of a table, so that rows of the same table follow it.
    var isRow: Bool
    /// The pieces that a broken extraction spread over cells, used when nothing better comes; the cells
    /// of each.
    var broken: [[CellText]] = []
}

/// The wordings of a key that runs across, while its letters are awaited.
struct KeyAcross {
    var wordings: [(markup: String, posting: Int)]
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
