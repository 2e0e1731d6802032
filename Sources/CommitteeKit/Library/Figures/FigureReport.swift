// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report on the committee's figures: a document made of an edition.
///
/// ```swift
/// let page = FigureReport.figures.document(of: edition).render(.html)
/// ```
///
/// It is made of what stands in the edition, which has no number that is hidden from its readers.
public struct FigureReport: Sendable, Identifiable {
    /// The identifier of the report, such as `figures`.
    public let id: String
    /// What the report shows, in a sentence.
    public let summary: String
    private let make: @Sendable (Edition) -> Document

    /// Every indicator: what there is to say, the course in a small line, the numbers, and the questions.
    public static let figures = FigureReport(
        "figures",
        "The committee's figures: what there is to say, each indicator with its course, and what is missing."
    ) { edition in FigurePage(edition).figures }

    /// All reports on figures.
    public static let all: [FigureReport] = [figures]

    private init(
        _ id: String,
        _ summary: String,
        _ make: @escaping @Sendable (Edition) -> Document
    ) {
        self.id = id
        self.summary = summary
        self.make = make
    }

    /// Makes the report.
    ///
    /// - Parameter edition: The edition of which it speaks.
    /// - Returns: The document.
    /// - Complexity: O(*n* log *n*) in the number of values.
    public func document(of edition: Edition) -> Document { make(edition) }

    /// Makes a page of everything that is known of one indicator.
    ///
    /// - Parameters:
    ///   - indicator: The indicator, as the edition has it.
    ///   - edition: The edition.
    /// - Returns: The page.
    public static func card(of indicator: Indicator, in edition: Edition) -> Document {
        FigurePage(edition).card(indicator)
    }
}

/// What the reports on figures are made of.
struct FigurePage {
    let edition: Edition

    init(_ edition: Edition) { self.edition = edition }

    /// How many of the last periods of a kind a table has.
    static let periodsShown = 8
    /// How many of the last periods a line has.
    static let pointsShown = 24

    private var day: CivilDate { edition.asOf }
    private var name: String { edition.committeeProfile?.name ?? edition.name }

    private func page(_ title: String, _ blocks: [Document.Block]) -> Document {
        Document(
            title: title,
            blocks: [.heading(1, title), .paragraph("As known on \(day.inWords).")] + blocks
        )
    }

    var figures: Document {
        let title = "Figures: \(name)"
        guard !edition.indicators.isEmpty else {
            return page(
                title,
                [
                    .notice(
                        .information,
                        edition.audience >= .committee
                            ? "No indicator is recorded. Add one with committee dataset add."
                            : "No figures are published."
                    )
                ]
            )
        }
        let series = edition.indicators.map { FigureSeries($0) }
        return page(
            title,
            [.paragraph(headline(series)), .bullets(series.map { Prose($0.point) })]
                + series.flatMap(section) + citations + findings + key(series)
        )
    }

    func card(_ indicator: Indicator) -> Document {
        let series = FigureSeries(indicator)
        var facts: [(String, Prose)] = [("Cited as", Prose("{figure:\(indicator.id)@…}"))]
        for (name, form) in Indicator.table.cells.dropFirst() {
            let cell = form.write([indicator], 0)
            if !cell.isEmpty { facts.append((name.inWords.sentence, cell)) }
        }
        return page(
            indicator.name,
            [.paragraph(series.point), .summary(facts)] + body(series) + key([series])
        )
    }

    /// What there is to say, before everything else.
    private func headline(_ series: [FigureSeries]) -> String {
        let standings = series.compactMap { $0.change?.standing }
        let missed = standings.filter { $0 == .missed }.count
        let overdue = series.filter { !$0.indicator.missing(on: day).isEmpty }.count
        var parts: [String] = []
        if !standings.isEmpty {
            parts.append(
                missed == 0
                    ? "No target is missed"
                    : "\(missed) of \(standings.count) \(standings.count == 1 ? "target is" : "targets are") missed"
            )
        }
        let count = series.count
        parts.append("\(count) \(count == 1 ? "indicator" : "indicators")")
        if overdue > 0 {
            parts.append("\(overdue) \(overdue == 1 ? "waits for a value" : "wait for values")")
        }
        return parts.joined(separator: "; ") + "."
    }

    private func section(_ series: FigureSeries) -> [Document.Block] {
        let indicator = series.indicator
        var words: [String] = []
        if let unit = indicator.unit { words.append("Counts \(unit).") }
        if let source = indicator.source { words.append("Source: \(source).") }
        if let target = indicator.target { words.append("Target: \(indicator.words(target)).") }
        var blocks: [Document.Block] = [.heading(2, indicator.name, anchor: indicator.id)]
        if !indicator.definition.isEmpty { blocks.append(.prose(indicator.definition)) }
        if !words.isEmpty { blocks.append(.paragraph(words.joined(separator: " "))) }
        return blocks + body(series)
    }

    private func body(_ series: FigureSeries) -> [Document.Block] {
        guard !series.indicator.values.isEmpty else {
            let isCut = series.indicator.countsFor > edition.audience
            return [.paragraph(isCut ? "No value is published." : "No value is known.")]
        }
        var blocks: [Document.Block] = []
        if let line = series.line { blocks.append(.sparkline(line)) }
        blocks.append(.table(series.table))
        if !series.revisions.isEmpty { blocks.append(.bullets(series.revisions.map { Prose($0) })) }
        return blocks + questions(series.indicator)
    }

    private func questions(_ indicator: Indicator) -> [Document.Block] {
        guard !indicator.questions.isEmpty else { return [] }
        let rows = indicator.questions.map { question in
            Document.Table.Row.cells([
                .text("\(question.number)"),
                .text(FigurePlace(question.period, question.area).description),
                .prose(question.text), .text(asked(question.askedBy, question.on)),
                question.answer.map { .prose($0.text) } ?? .text("No answer yet"),
                .text(question.answer.map { asked($0.by, $0.on) } ?? ""),
            ])
        }
        return [
            .table(
                Document.Table(
                    caption: "Questions about \(indicator.name)",
                    columns: [
                        .init("No", isRowHeader: true), "About", "Question", "Asked by", "Answer",
                        "Answered by",
                    ],
                    rows: rows
                )
            )
        ]
    }

    private func asked(_ party: String?, _ day: CivilDate?) -> String {
        [party, day?.inWords].compactMap(\.self).joined(separator: ", ")
    }

    private var citations: [Document.Block] {
        let names = Dictionary(edition.indicators.map { ($0.id, $0) }) { first, _ in first }
        let lines = edition.figureCitations().compactMap { citation -> Prose? in
            guard let reference = citation.reference, let indicator = names[reference.indicator]
            else { return nil }
            return Prose("\(indicator.name), \(reference.place): \(citation.place)")
        }
        return lines.isEmpty ? [] : [.heading(2, "Where they are cited"), .bullets(lines)]
    }

    private var findings: [Document.Block] {
        guard edition.audience >= .committee else { return [] }
        let all = edition.figureFindings()
        guard !all.isEmpty else { return [] }
        return [.heading(2, "To be looked at"), .bullets(all.map { Prose($0.message) })]
    }

    /// What the mark of a hidden number means, where one is.
    private func key(_ series: [FigureSeries]) -> [Document.Block] {
        guard series.contains(where: { $0.indicator.values.contains(where: \.isHidden) }) else {
            return []
        }
        return [
            .notice(
                .information,
                "“\(Indicator.hiddenMark)”: the number is \(HiddenReason.forReaders), or a small number could "
                    + "be worked out from it."
            )
        ]
    }
}

/// The values of an indicator as a report shows them.
struct FigureSeries {
    let indicator: Indicator
    private let last: [FigurePlace: FigureValue]
    /// The periods of the kind that is told, in order.
    private let periods: [FigurePeriod]

    init(_ indicator: Indicator) {
        self.indicator = indicator
        var last: [FigurePlace: FigureValue] = [:]
        for value in indicator.values { last[value.place] = value }
        self.last = last
        let all = Set(last.keys.map(\.period))
        let kinds = Dictionary(grouping: all, by: \.kind)
        let most = kinds.max { first, second in
            (first.value.count, second.key.months) < (second.value.count, first.key.months)
        }
        let kind = indicator.every.flatMap { kinds[$0] == nil ? nil : $0 } ?? most?.key
        periods = all.filter { $0.kind == kind }.sorted()
    }

    /// The newest value of the kind of period that is told.
    private var newest: FigureValue? {
        periods.last.flatMap { last[FigurePlace($0)] }
    }

    /// How the newest value stands beside the others.
    var change: FigureChange? {
        newest.map { FigureChange(of: $0, in: indicator, among: last) }
    }

    /// What there is to say of the indicator, in a sentence.
    var point: String {
        guard let period = periods.last else { return "\(indicator.name): no value." }
        guard let newest, let change else {
            return "\(indicator.name): by area only, last for \(period.inWords)."
        }
        var words = "\(indicator.name): \(indicator.words(newest)) (\(period.inWords))"
        var compared: [String] = []
        let isYear = period.kind.months == 12
        if !isYear, let last = change.sinceLast {
            // Days have no one before them, so the day is told.
            let before = period.kind == .day ? change.lastPeriod.map { "on \($0.inWords)" } : nil
            compared.append(
                last == "no change"
                    ? "as \(before ?? "before")" : "\(last) than \(before ?? "before")"
            )
        }
        if let year = change.sinceYear, isYear || change.sinceLast == nil || period.kind != .day {
            compared.append(
                year == "no change" ? "as in the year before" : "\(year) than in the year before"
            )
        }
        if let standing = change.standing { compared.append(standing.words.lowercasedFirst) }
        if !compared.isEmpty { words += ", " + compared.joined(separator: "; ") }
        return words + "."
    }

    /// The course of the value for all areas.
    var line: Document.Sparkline? {
        let shown = periods.suffix(FigurePage.pointsShown)
        guard shown.count > 1 else { return nil }
        let points = shown.map { period -> Document.Sparkline.Point in
            let value = last[FigurePlace(period)]
            let number = value.flatMap(indicator.number)
            let words =
                number.map(indicator.words) ?? (value == nil ? "no value" : Indicator.hiddenMark)
            return Document.Sparkline.Point(
                period.inWords,
                words,
                thousandths: number?.thousandths
            )
        }
        guard points.contains(where: { $0.thousandths != nil }) else { return nil }
        return Document.Sparkline(title: "Course of \(indicator.name)", points: points)
    }

    /// The numbers: periods down, all areas and each of them across.
    var table: Document.Table {
        let kinds = Dictionary(grouping: Set(last.keys.map(\.period)), by: \.kind)
        let shown = kinds.values.flatMap { $0.sorted().suffix(FigurePage.periodsShown) }.sorted()
        let areas: [String?] = [nil] + indicator.areas.map { .some($0) }
        let hasTarget = indicator.target != nil
        var columns: [Document.Table.Column] = [.init("Period", isRowHeader: true)]
        columns += areas.map {
            .init($0 ?? (indicator.areas.isEmpty ? "Value" : "All"), alignment: .end)
        }
        columns += ["On the period before", "On the year before"]
        if hasTarget { columns.append("Against the target") }
        let rows = shown.map { period -> Document.Table.Row in
            let whole = last[FigurePlace(period)]
            let change = whole.map { FigureChange(of: $0, in: indicator, among: last) }
            var cells: [Document.Table.Cell] = [.text(period.inWords)]
            cells += areas.map { area in
                .text(last[FigurePlace(period, area)].map(indicator.words) ?? "")
            }
            var since = change?.sinceLast ?? ""
            if period.kind == .day, !since.isEmpty, let day = change?.lastPeriod {
                since += " (since \(day.inWords))"
            }
            cells += [.text(since), .text(change?.sinceYear ?? "")]
            if hasTarget { cells.append(.text(change?.standing?.words ?? "")) }
            return .cells(cells)
        }
        return Document.Table(caption: "\(indicator.name) by period", columns: columns, rows: rows)
    }

    /// What each value was before it was revised, in sentences.
    var revisions: [String] {
        var before: [FigurePlace: FigureValue] = [:]
        var found: [(FigurePlace, String)] = []
        for value in indicator.values {
            defer { before[value.place] = value }
            guard let earlier = before[value.place],
                earlier.count != value.count || earlier.outOf != value.outOf
            else { continue }
            let day = value.on.map { " on \($0.inWords)" } ?? ""
            found.append(
                (
                    value.place,
                    "\(value.place): revised\(day), \(indicator.words(earlier)) before and "
                        + "\(indicator.words(value)) then."
                )
            )
        }
        return found.map(\.1)
    }
}
