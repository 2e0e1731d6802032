// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One column of a layout's table.
public struct LayoutColumn: Hashable, Sendable {
    /// The header, as a template; the gap `date` takes the date of the report.
    public var header: Template
    /// What the cells hold: a template over fields, such as `{number}: {text}`, or one field.
    public var cell: Template
    /// Whether equal cells that follow each other are printed once.
    public var merges: Bool
    /// Whether the cell is computed by the plugin's function; such a column is written, not read.
    public var isComputed: Bool
    /// What a mark in the column says, when it is one of several columns for one status.
    public var tick: StatusTick?
    /// Whether a cell may hold several items, each an action of its own that shares the row's other cells.
    public var isEach = false
    /// The time by which an action is due that has anything in the column, as in columns for years.
    public var due: String?
    /// What the colours of the cells mean, where a status is printed as a colour.
    public var colours: CellColours?
    /// Whether the plugin has a pair of functions that read and write the cells.
    public var hasFunctions = false

    /// Creates a column.
    ///
    /// - Parameters:
    ///   - header: The header.
    ///   - cell: What the cells hold.
    ///   - merges: Whether equal cells that follow each other are printed once.
    ///   - isComputed: Whether the plugin's function computes the cell.
    ///   - tick: What a mark in the column says.
    public init(
        header: Template,
        cell: Template,
        merges: Bool = false,
        isComputed: Bool = false,
        tick: StatusTick? = nil
    ) {
        self.header = header
        self.cell = cell
        self.merges = merges
        self.isComputed = isComputed
        self.tick = tick
    }

    /// The field that the column's free text goes to: the last gap of its cell.
    public var field: String { cell.gaps.last ?? "" }
}

/// How the heading of a level is printed when the level has no column.
public struct LevelHeading: Hashable, Sendable {
    /// The words of the heading, such as `Priority {number}: {text}`.
    public var template: Template
    /// The field that stands below the heading: `statement`, `text`, or nil for nothing.
    public var below: String?
    /// The first words of what stands below, where a document runs both together.
    public var belowBegins: [String]
    /// Whether the heading is a row of the table; otherwise it is a heading above the table.
    public var isRow: Bool
    /// Lines below the heading that give single fields, such as `Lead: {leads}`.
    public var lines: [Template] = []
    /// Whether the plugin has a pair of functions that read and write the heading.
    public var hasFunctions = false

    /// Creates a heading.
    ///
    /// - Parameters:
    ///   - template: The words of the heading.
    ///   - below: The field that stands below it.
    ///   - belowBegins: The first words of what stands below.
    ///   - isRow: Whether it is a row of the table.
    public init(
        template: Template,
        below: String? = nil,
        belowBegins: [String] = [],
        isRow: Bool = false
    ) {
        self.template = template
        self.below = below
        self.belowBegins = belowBegins
        self.isRow = isRow
    }
}

/// A table beside the plan's own: progress checks, maintenance list, backlog, or a further list.
public struct ListedTable: Hashable, Sendable {
    /// The name of a further list, such as `completed`; empty for the others.
    public var name = ""
    /// Whether what stands in the list counts as the plan's actions do.
    public var counts = false
    /// Whether what stands in the list is completed.
    public var isCompleted = false
    /// The heading above the table.
    public var heading: Template
    /// The columns.
    public var columns: [LayoutColumn]

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - heading: The heading above it.
    ///   - columns: Its columns.
    public init(heading: Template, columns: [LayoutColumn]) {
        self.heading = heading
        self.columns = columns
    }
}

/// The status key as a document prints it.
public struct KeyTable: Hashable, Sendable {
    /// The heading above the key, or the first cell of a key that runs across.
    public var heading: String
    /// Whether the key runs across: wordings in one row, letters in the next.
    public var runsAcross: Bool

    /// Creates a key table.
    ///
    /// - Parameters:
    ///   - heading: The heading above the key.
    ///   - runsAcross: Whether wordings stand in one row and letters in the next.
    public init(heading: String, runsAcross: Bool = false) {
        self.heading = heading
        self.runsAcross = runsAcross
    }
}

/// A line that states a single fact about the document.
public struct LayoutFact: Hashable, Sendable {
    /// The fact's name: `published`, `approved`, `progress`, `draft`, or a local one.
    public var name: String
    /// The line, with one gap.
    public var template: Template
    /// Whether the line is repeated at the head of pages.
    public var repeats: Bool
    /// Whether the words stand inside a paragraph, which is kept whole as text.
    public var isWithin: Bool

    /// Creates a fact.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - template: Its line, with one gap.
    ///   - repeats: Whether the line is repeated at the head of pages.
    ///   - isWithin: Whether the words stand inside a paragraph.
    public init(
        name: String,
        template: Template,
        repeats: Bool = false,
        isWithin: Bool = false
    ) {
        self.name = name
        self.template = template
        self.repeats = repeats
        self.isWithin = isWithin
    }
}

/// The words by which a document says whether an action is finished.
public struct CompletionWords: Hashable, Sendable {
    /// The field in which the words stand: `progress`, at its end, or `status`, as the whole cell.
    public var field: String
    /// The words that say that an action is finished; the first is written.
    public var completed: [String]
    /// The words that say that it goes on; the first is written.
    public var ongoing: [String]

    /// Creates words.
    ///
    /// - Parameters:
    ///   - field: The field in which they stand.
    ///   - completed: The words for finished.
    ///   - ongoing: The words for going on.
    public init(field: String, completed: [String], ongoing: [String]) {
        self.field = field
        self.completed = completed
        self.ongoing = ongoing
    }
}

/// The words by which a document says that an action left the plan.
///
/// They stand as the whole cell of statuses. The gap `destination` takes where the action went, as
/// in `Carried over to {destination}`.
public struct ExitWords: Hashable, Sendable {
    /// What became of the action, one of ``PlanExit/kinds``.
    public var kind: String
    /// The words; the first is written.
    public var words: [Template]

    /// Creates words.
    ///
    /// - Parameters:
    ///   - kind: What became of the action, one of ``PlanExit/kinds``.
    ///   - words: The words; the first is written.
    public init(kind: String, words: [Template]) {
        self.kind = kind
        self.words = words
    }
}

/// How a layout reads a published document.
public struct ReadingRules: Hashable, Sendable {
    /// Cells that stand for the cell above, such as `As above`.
    public var copyAbove: [String]
    /// The leads that the committee uses; nil leaves every cell whole.
    public var leads: LeadGlossary?
    /// Lines that are repeated on every page and say nothing.
    public var pageFurniture: [Template]
    /// The field that takes text that has strayed out of the table's columns.
    public var strayTo: String?
    /// Whether a status may stand at the end of the last cell when a page lost its column.
    public var statusAtCellEnd: Bool
    /// Remarks that may follow an action's text and are kept apart, such as `(By {text})`.
    public var notes: [Template]
    /// The first words of the line with which somebody signs.
    public var signatory: [String]
    /// Words that belong to the status column; in another column they are doubtful.
    public var stateWords: [String]
    /// Titles of other plans that this one supports, as the text names them.
    public var alignments: [String]

    /// Creates rules that read a tidy document.
    public init() {
        copyAbove = ["As above"]
        leads = nil
        pageFurniture = []
        strayTo = nil
        statusAtCellEnd = false
        notes = []
        signatory = []
        stateWords = []
        alignments = []
    }
}
