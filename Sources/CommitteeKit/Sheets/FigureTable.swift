// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Counts by indicator, area and period, as a sheet of comma-separated values has them.
///
/// The columns are `Indicator`, `Area`, `Period` and `Count`, in any order; a column `Earlier` says of a count that an
/// earlier edition `shown` or `hidden` it, and a column `Part of` names the indicator of which one is a part. Months,
/// quarters and years add up where all their parts are there (``FigurePeriod``), areas to the area that stands for
/// all of them, and indicators to the one of which they are parts.
///
/// What readers could add up and nobody says is refused: an indicator or an area that is everywhere the sum of others,
/// a period that cannot be read, and two names that differ in their spelling alone.
///
/// ```
/// Indicator,Area,Period,Count
/// Referrals,North,2026,3
/// Referrals,South,2026,12
/// Referrals,All,2026,15
/// ```
public struct FigureTable: Hashable, Sendable {
    /// One count.
    struct Line: Hashable, Sendable {
        var indicator: String
        /// The indicator of which that is a part; empty where nobody says.
        var whole: String
        var area: String
        var period: String
        var count: Int
        var standing: PublishedTogether.Standing
        /// Where it stands in the sheet.
        var number: Int

        /// Its name among everything that is published.
        var name: String { PublishedTogether.cellName(indicator, [area, period]) }
    }

    /// The counts, in the order of the sheet.
    let lines: [Line]
    /// The area that stands for all areas.
    let all: String

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - bytes: The sheet, as comma-separated values.
    ///   - name: What to call the sheet in errors.
    ///   - all: The area that stands for all areas.
    /// - Throws: `SourceError` when it is no such file; `SuppressionError` with the line when a line is
    ///   not a count.
    public init(reading bytes: [UInt8], name: String, all: String = "All") throws {
        let document = try SourceDocument(reading: bytes, name: name, as: .csv)
        let rows = document.tables.flatMap(\.rows)
        guard let heading = rows.first else {
            throw SuppressionError(
                "\(name) has no rows. Begin it with Indicator, Area, Period and Count."
            )
        }
        let headings = heading.cells.map(\.text.comparisonKey)
        func place(_ heading: String) throws(SuppressionError) -> Int {
            if let place = headings.firstIndex(of: heading.comparisonKey) { return place }
            throw SuppressionError(
                "\(name) has no column “\(heading)”. Begin it with Indicator, Area, Period and Count."
            )
        }
        let places = (
            try place("Indicator"), try place("Area"), try place("Period"), try place("Count")
        )
        let earlier = headings.firstIndex(of: "earlier")
        let whole = headings.firstIndex(of: "part of")
        var lines: [Line] = []
        for row in rows.dropFirst() {
            let cells = row.cells.map { $0.text.trimmingSpace }
            func cell(_ place: Int) -> String { cells.indices.contains(place) ? cells[place] : "" }
            guard let count = Int(cell(places.3)), count >= 0 else {
                throw SuppressionError(
                    "Line \(row.line) of \(name) has the count “\(cell(places.3))”. Write a whole number "
                        + "from 0."
                )
            }
            guard let period = FigurePeriod(cell(places.2)) else {
                throw SuppressionError(
                    "Line \(row.line) of \(name) has the period “\(cell(places.2))”, so nobody knows with what it adds "
                        + "up. Write \(FigurePeriod.expected)."
                )
            }
            lines.append(
                Line(
                    indicator: cell(places.0),
                    whole: whole.map(cell) ?? "",
                    area: cell(places.1),
                    period: period.description,
                    count: count,
                    standing: try Self.standing(earlier.map(cell) ?? "", row.line, name),
                    number: row.line
                )
            )
        }
        self.lines = lines
        self.all = all
        try checkSpelling()
        try checkSums()
    }

    private static func standing(
        _ word: String,
        _ line: Int,
        _ name: String
    ) throws(SuppressionError) -> PublishedTogether.Standing {
        switch word.comparisonKey {
        case "": .proposed
        case "shown": .published
        case "hidden": .proposed
        default:
            throw SuppressionError(
                "Line \(line) of \(name) says “\(word)” under Earlier. Write shown, hidden or nothing."
            )
        }
    }

    /// Puts the counts together with every sum that readers can check.
    ///
    /// - Returns: Everything that is published together.
    /// - Throws: `SuppressionError` when a count stands there twice with two values, or a sum does not
    ///   add up.
    public func together() throws(SuppressionError) -> PublishedTogether {
        var together = PublishedTogether()
        var areas: [String: [String]] = [:]
        var known: Set<String> = []
        var indicators: [String: Set<String>] = [:]
        for line in lines {
            let isTotal =
                line.area == all || FigurePeriod(line.period).map { $0.kind.months > 1 } ?? false
            try together.add(line.name, line.count, line.standing, isTotal: isTotal)
            guard known.insert(line.name).inserted else { continue }
            indicators[line.indicator, default: []].insert(line.period)
            if line.area != all {
                let column = PublishedTogether.cellName(line.indicator, [line.period])
                areas[column, default: []].append(line.name)
            }
        }
        // The sums over time first, then those over areas and over indicators.
        for line in lines {
            let period = FigurePeriod(line.period)
            for kind in FigurePeriod.Kind.allCases {
                let names = (period?.parts(kind) ?? []).map {
                    PublishedTogether.cellName(line.indicator, [line.area, $0.description])
                }
                guard !names.isEmpty, names.allSatisfy(known.contains) else { continue }
                try together.add(total: line.name, of: names)
            }
        }
        for line in lines where line.area == all {
            let column = PublishedTogether.cellName(line.indicator, [line.period])
            guard let parts = areas[column] else { continue }
            try together.add(total: line.name, of: parts)
        }
        var parts: [String: [String]] = [:]
        for line in lines where !line.whole.isEmpty {
            let whole = PublishedTogether.cellName(line.whole, [line.area, line.period])
            guard known.contains(whole), parts[whole]?.contains(line.name) != true else { continue }
            parts[whole, default: []].append(line.name)
        }
        for (whole, names) in parts.sorted(by: { $0.key < $1.key }) {
            try together.add(total: whole, of: names)
        }
        return together
    }

    /// Writes the tables as readers get them: one for each indicator, with areas down and periods across.
    ///
    /// Numbers come from the safe tables alone, so that nothing hidden can be in the document.
    ///
    /// - Parameters:
    ///   - tables: What may be shown of the counts.
    ///   - title: The title of the document.
    /// - Returns: The document.
    public func document(of tables: SafeTables, title: String) -> Document {
        var blocks: [Document.Block] = [.heading(1, title)]
        var hides = false
        for indicator in Self.inOrder(lines.map(\.indicator)) {
            let own = lines.filter { $0.indicator == indicator }
            let periods = Self.inOrder(own.map(\.period))
            let present = Set(own.map(\.name))
            let rows = Self.inOrder(own.map(\.area)).map { area -> Document.Table.Row in
                let cells = periods.map { period -> Document.Table.Cell in
                    let name = PublishedTogether.cellName(indicator, [area, period])
                    if let count = tables[name] { return .integer(count) }
                    guard present.contains(name) else { return .text("") }
                    hides = true
                    return .text(Self.hiddenCell)
                }
                return .cells([.text(area)] + cells)
            }
            let columns =
                [Document.Table.Column("Area", isRowHeader: true)]
                + periods.map { Document.Table.Column($0, alignment: .end) }
            blocks.append(.heading(2, indicator))
            blocks.append(
                .table(
                    Document.Table(
                        caption: indicator,
                        columns: columns,
                        rows: rows,
                        hidesCaption: true
                    )
                )
            )
        }
        if hides {
            blocks.append(
                .notice(
                    Document.Notice(
                        .information,
                        Prose(
                            "“\(Self.hiddenCell)”: the count is \(HiddenReason.forReaders), or a small "
                                + "number could be worked out from it."
                        )
                    )
                )
            )
        }
        return Document(title: title, blocks: blocks)
    }

    /// What stands in a cell that is hidden.
    static let hiddenCell = "hidden (small numbers)"

    private static func inOrder(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }
}
