// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The columns of a table as reading asks for them: what each gap of each cell goes to.
struct ReadingColumns {
    /// What a gap goes to.
    enum Target: Hashable {
        /// A field of the item that the row is about.
        case own(String)
        /// A field of the item of a level above.
        case level(Int, String)
    }

    struct Column {
        var declared: LayoutColumn
        var targets: [Target]
        var isComputed: Bool { declared.isComputed }

        /// Whether the cell is one number and nothing else.
        var isNumberAlone: Bool { targets.count == 1 && targets[0].isNumber }
        func holds(_ target: Target) -> Bool { targets.contains(target) }
    }

    let columns: [Column]
    /// The column that has the number of the row's item.
    let numbers: Int?
    /// The column whose cells may hold several actions.
    let each: Int?
    /// The columns whose cells may say a status by their colour.
    let coloured: [Int]
    let indices: Range<Int>
    /// How many headers must be known for a row to be the table's header.
    let needed: Int
    /// The first letters of the headers; nil when one begins with a gap or another character.
    private let initials: Set<UInt8>?

    init(_ columns: [LayoutColumn], in layout: Layout) {
        self.columns = columns.map { column in
            Column(
                declared: column,
                targets: column.isComputed
                    ? [] : column.cell.gaps.map { Self.target(of: $0, in: layout) }
            )
        }
        indices = columns.indices
        each = columns.firstIndex(where: \.isEach)
        coloured = columns.indices.filter { columns[$0].colours != nil }
        numbers = self.columns.firstIndex { $0.holds(.own("number")) }
        let declared = columns.count { !$0.isComputed }
        needed = max(2, (declared * 3 + 4) / 5)
        let headers = columns.filter { !$0.isComputed && !$0.header.parts.isEmpty }
        let initials = headers.compactMap { column -> UInt8? in
            guard case .words(let words)? = column.header.parts.first else { return nil }
            return Self.initial(of: words)
        }
        self.initials = initials.count == headers.count ? Set(initials) : nil
    }

    /// Whether half of the headers could stand in a row, by the first letters of its cells alone: most
    /// rows are none, and this is soon said.
    func mayBeHeader(_ cells: [String]) -> Bool {
        guard let initials else { return true }
        let alike = cells.count { cell in
            guard !cell.isEmpty else { return false }
            return Self.initial(of: cell).map(initials.contains) ?? true
        }
        return alike * 2 >= columns.count
    }

    /// The first letter or digit, in lower case; nil when the words begin with another character.
    private static func initial(of words: String) -> UInt8? {
        guard let first = words.utf8.first(where: { $0 != UInt8(ascii: " ") }) else { return nil }
        switch first {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): return first | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return first
        default: return nil
        }
    }

    subscript(index: Int) -> Column { columns[index] }

    static func target(of gap: String, in layout: Layout) -> Target {
        guard let (level, field) = layout.levelField(gap) else { return .own(gap) }
        return .level(level, field)
    }

    /// The columns that say something of a level above.
    func of(level: Int) -> [Int] {
        indices.filter { index in
            columns[index].targets.contains {
                if case .level(level, _) = $0 { true } else { false }
            }
        }
    }

    /// The columns that say something of the row's own item.
    var own: [Int] {
        indices.filter { index in
            columns[index].targets.contains { if case .own = $0 { true } else { false } }
        }
    }
}

extension ReadingColumns.Target {
    var field: String {
        switch self {
        case .own(let field), .level(_, let field): field
        }
    }

    var isNumber: Bool { field == "number" }

    /// Whether one value is all that an item has of it.
    var isSingle: Bool { field.hasPrefix("status") || field.hasPrefix("timescale.") }
}

/// What one cell says, gap by gap.
struct CellReading {
    struct Value {
        var target: ReadingColumns.Target
        /// The value with its markup.
        var markup: String
        var words: String
    }

    var values: [Value]
    /// Whether the cell is of its column's form; else its words went to its text, or its first field.
    var fits: Bool
    /// The words of the template itself, as they stand in the cell.
    var templateWords = ""
    /// Whether a mark says that there is no number, where one is expected.
    var hasNoNumber = false

    /// Reads a cell.
    ///
    /// - Parameters:
    ///   - cell: The cell's markup.
    ///   - column: The column in which it stands.
    init(_ cell: String, in column: ReadingColumns.Column) {
        let prose = Prose(markup: cell)
        let leading = prose.leadingText
        let targets = column.targets
        guard let last = targets.last else {
            self.init(values: [], fits: true)
            return
        }
        if targets.count == 1, !last.isNumber, column.declared.cell.parts.count == 1 {
            self.init(
                values: [Value(target: last, markup: cell, words: prose.singleLine)],
                fits: true
            )
            return
        }
        if column.isNumberAlone, ItemReference.isNone(leading.trimmingSpace) {
            self.init(values: [], fits: true)
            hasNoNumber = true
            return
        }
        let marked = targets.contains(where: \.isNumber) ? ItemReference.standIn(for: leading) : nil
        guard let match = column.declared.cell.match(marked?.text ?? leading),
            match.gaps.count == targets.count
        else {
            self.init(unlike: prose, leading: leading, in: column)
            return
        }
        let characters = Array(leading)
        var values: [Value] = []
        var hasNoNumber = false
        for (index, range) in match.gaps.enumerated() {
            let isLast = index == match.gaps.count - 1
            if let marked, targets[index].isNumber, range.lowerBound == marked.place {
                hasNoNumber = true
                continue
            }
            if isLast, match.lastGap != nil, !targets[index].isNumber {
                let rest = prose.dropping(characters: range.lowerBound)
                values.append(
                    Value(target: targets[index], markup: rest.markup, words: rest.singleLine)
                )
            } else {
                let words = String(characters[range]).trimmingSpace
                values.append(
                    Value(target: targets[index], markup: Prose(words).markup, words: words)
                )
            }
        }
        self.init(values: values, fits: true)
        self.hasNoNumber = hasNoNumber
        var place = match.range.lowerBound
        for gap in match.gaps {
            templateWords += String(characters[place..<max(place, gap.lowerBound)]) + " "
            place = gap.upperBound
        }
        templateWords += String(characters[place..<max(place, match.range.upperBound)])
    }

    /// Reads a cell that is not of its column's form: its number where one stands in front, and all the
    /// rest as the text, or the first field that is no number.
    private init(unlike prose: Prose, leading: String, in column: ReadingColumns.Column) {
        var rest = prose
        var values: [Value] = []
        let template = column.declared.cell
        if let first = column.targets.first, first.isNumber, column.targets.count > 1,
            case .gap? = template.parts.first,
            let match = Template(parts: Array(template.parts.prefix(2))).match(leading),
            let range = match.gaps.first
        {
            let words = String(Array(leading)[range])
            values.append(Value(target: first, markup: Prose(words).markup, words: words))
            rest = prose.dropping(characters: match.range.upperBound)
        }
        let free = column.targets.filter { !$0.isNumber }
        if let target = free.first(where: { $0.field == "text" }) ?? free.first {
            values.append(Value(target: target, markup: rest.markup, words: rest.singleLine))
        }
        self.init(values: values, fits: false)
    }

    private init(values: [Value], fits: Bool) {
        self.values = values
        self.fits = fits
    }

    /// The number that the cell gives to the row's own item.
    var ownNumber: String? {
        values.first { $0.target == .own("number") }?.words
    }
}
