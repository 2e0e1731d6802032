// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension FigureSheet {
    /// What came of reading a sheet back.
    public struct Reading: Sendable {
        /// What is to be recorded, in order; empty when the sheet says nothing new.
        public internal(set) var changes: [Change] = []
        /// What is to be recorded, in sentences.
        public internal(set) var sentences: [String] = []
        /// What is doubtful, each with its line; it changes nothing until the sheet is corrected.
        public internal(set) var findings: [Finding] = []
        /// How many lines stand before the sheet and after it, which were not read.
        public internal(set) var linesOutside = 0
        /// How many values the sheet has as the record has them.
        public internal(set) var unchanged = 0
    }

    /// Reads a sheet that came back, as text or as comma-separated values.
    ///
    /// Only what differs from the record is to be recorded. Where the record changed since the sheet was
    /// written, the sheet is compared with the record from which it was written; where both changed the same
    /// value, that is a finding.
    ///
    /// - Parameters:
    ///   - bytes: The sheet.
    ///   - source: The name of the file, for messages.
    ///   - edition: The record as it is now, cut for the committee itself.
    ///   - written: Returns the record as it was after a number of entries about figures; nil when it never had
    ///     so many.
    /// - Returns: What is to be recorded, and what is doubtful.
    /// - Throws: ``SheetError`` when the bytes are no sheet of figures.
    /// - Complexity: O(*n* × *m*) for *n* lines and *m* values.
    public static func read(
        _ bytes: [UInt8],
        source: String,
        against edition: Edition,
        writtenAfter written: (Int) -> Edition?
    ) throws(SheetError) -> Reading {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SheetError(noText: source, bytes)
        }
        var lines = FigureLines(edition.indicators)
        guard lines.readTable(bytes) || lines.readText(text) else {
            throw SheetError(
                "\(source) is no sheet of figures: it has neither the line “\(title)” nor the heading of a "
                    + "table with “Indicator”, “Period” and “Count”. Write a sheet, and send that one back."
            )
        }
        let before = lines.reference.flatMap(written)
        var reader = FigureSheetReader(now: edition, written: before ?? edition)
        reader.findings = lines.findings
        reader.take(lines.lines)
        var reading = Reading()
        (reading.changes, reading.sentences) = (reader.changes, reader.sentences)
        reading.findings = reader.findings.sorted { $0.line < $1.line }
        (reading.linesOutside, reading.unchanged) = (lines.outside, reader.unchanged)
        return reading
    }
}

/// One value of a sheet that came back.
struct FigureLine {
    var indicator: String
    var place: FigurePlace
    var count: Int
    var outOf: Int?
    var note: String?
    var line: Int
}

/// The values of a sheet that came back, and what could not be understood.
struct FigureLines {
    private(set) var lines: [FigureLine] = []
    private(set) var findings: [Finding] = []
    /// How many lines stand before the sheet and after it.
    private(set) var outside = 0
    /// The number of entries after which the sheet was written; nil when it is lost.
    private(set) var reference: Int?
    private let indicators: [Indicator]

    init(_ indicators: [Indicator]) { self.indicators = indicators }

    private mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    // MARK: Text

    /// Reads a sheet of plain text; false when it is none.
    mutating func readText(_ text: String) -> Bool {
        let all = SheetText.lines(of: text)
        guard
            let title = all.firstIndex(where: { $0.text.uppercased().hasPrefix(FigureSheet.title) })
        else { return false }
        outside = title
        let words = all[title].text.lowercased().split { !$0.isLetter && !$0.isNumber }
        if let place = words.lastIndex(of: "ref"), place + 1 < words.endIndex {
            reference = Int(words[place + 1])
        }
        var indicator: Indicator?
        var hasEnd = false
        for (place, line) in all.enumerated().dropFirst(title + 1) {
            if SheetText.plain(line.text).uppercased() == FigureSheet.end {
                outside += all.count - place - 1
                hasEnd = true
                break
            }
            if line.text.first == "[" {
                indicator = begin(line)
            } else if let indicator {
                take(line, of: indicator)
            }
        }
        if !hasEnd, let last = lines.popLast() {
            note(
                last.line,
                "no-end",
                "The sheet has no line \(FigureSheet.end), so this value may be cut off and was not read. "
                    + "Put the line back."
            )
        }
        return true
    }

    private mutating func begin(_ line: StructureLine) -> Indicator? {
        let id = SheetText.plain(String(line.text.dropFirst().prefix { $0 != "]" }))
        if let found = indicators.first(where: { $0.id == id }) { return found }
        noteUnknown(id, line.number)
        return nil
    }

    private mutating func noteUnknown(_ id: String, _ line: Int) {
        note(
            line,
            "unknown-indicator",
            "There is no indicator “\(id)”. "
                + (indicators.isEmpty
                    ? "Add it first with committee dataset add."
                    : ClosestName.suggestion(for: id, in: indicators.map(\.id)))
        )
    }

    private mutating func take(_ line: StructureLine, of indicator: Indicator) {
        guard let colon = line.text.lastIndex(of: ":") else {
            return note(
                line.number,
                "no-colon",
                "“\(line.text)” has no colon. Write the period, a colon and the count."
            )
        }
        let label = SheetText.plain(String(line.text[..<colon]))
        let words = String(line.text[line.text.index(after: colon)...]).trimmingSpace
        guard !words.isEmpty, words != "?" else { return }
        var (periodWords, area) = (label, "")
        if let comma = label.firstIndex(of: ",") {
            periodWords = String(label[..<comma])
            area = String(label[label.index(after: comma)...]).trimmingSpace
        }
        guard let numbers = Self.numbers(words) else {
            return noteNumber(words, line.number)
        }
        add(periodWords, area, numbers, nil, of: indicator, line.number)
    }

    private mutating func noteNumber(_ words: String, _ line: Int) {
        note(
            line,
            "unreadable",
            "“\(words)” is no count. Write a whole number such as 2,530, or 37 of 40."
        )
    }

    private mutating func add(
        _ period: String,
        _ area: String,
        _ numbers: (count: Int, outOf: Int?),
        _ remark: String?,
        of indicator: Indicator,
        _ line: Int
    ) {
        guard let read = FigurePeriod(period) else {
            return note(
                line,
                "unreadable",
                "“\(period)” is no period, expected \(FigurePeriod.expected)."
            )
        }
        let named = indicator.areas.first { $0.comparisonKey == area.comparisonKey }
        let isAll = area.isEmpty || ["all", "total"].contains(area.comparisonKey)
        guard isAll || named != nil else {
            return note(
                line,
                "unknown-area",
                "[\(indicator.id)] has no area “\(area)”. "
                    + (indicator.areas.isEmpty
                        ? "Name its areas first."
                        : ClosestName.suggestion(for: area, in: indicator.areas))
            )
        }
        lines.append(
            FigureLine(
                indicator: indicator.id,
                place: FigurePlace(read, named),
                count: numbers.count,
                outOf: numbers.outOf,
                note: remark,
                line: line
            )
        )
    }

    /// Reads `2,530`, `37 of 40` or `37/40`.
    static func numbers(_ words: String) -> (count: Int, outOf: Int?)? {
        let plain = SheetText.plain(words).lowercased()
        let sides: [Substring]
        if let place = plain.range(ofWord: " of ") {
            sides = [plain[..<place.lowerBound], plain[place.upperBound...]]
        } else {
            sides = plain.split(separator: "/", omittingEmptySubsequences: false)
        }
        let read = sides.compactMap { number(String($0)) }
        guard read.count == sides.count, (1...2).contains(read.count) else { return nil }
        return (read[0], read.count > 1 ? read[1] : nil)
    }

    private static func number(_ words: String) -> Int? {
        guard let digits = FigureNumber.digits(of: words.trimmingSpace), digits.utf8.count <= 10
        else { return nil }
        return Int(digits)
    }

    // MARK: Table

    /// Reads a sheet of comma-separated values; false when the bytes are none.
    mutating func readTable(_ bytes: [UInt8]) -> Bool {
        let records = ReturnTable.records(of: bytes, DelimitedReader.delimiter(of: bytes))
        let place = records.firstIndex { record in
            let words = record.cells.map { SheetLine.plain($0).comparisonKey }
            return ["indicator", "period", "count"].allSatisfy(words.contains)
        }
        guard let place else { return false }
        let heading = records[place].cells.map { SheetLine.plain($0).comparisonKey }
        outside = place
        for (number, words) in heading.enumerated() where !words.isEmpty {
            if let first = heading.firstIndex(of: words), first < number {
                note(
                    records[place].line,
                    "heading-twice",
                    "The heading “\(words)” stands over columns \(first + 1) and \(number + 1), and the first was "
                        + "read. Take the other out, or name it otherwise."
                )
            }
        }
        for record in records[(place + 1)...] { take(record, under: heading) }
        if let line = ReturnTable.openQuote(of: bytes, DelimitedReader.delimiter(of: bytes)) {
            note(line, "open-quote", ReturnTable.openQuoteWords)
        }
        return true
    }

    private mutating func take(_ record: ReturnTable.Record, under heading: [String]) {
        func cell(_ name: String) -> String {
            heading.firstIndex(of: name.comparisonKey).flatMap {
                record.cells.indices.contains($0)
                    ? SheetLine.plain(String(Substring(record.cells[$0]).droppingGuard)) : nil
            } ?? ""
        }
        let written = cell("Indicator")
        let id = written.first == "[" ? String(written.dropFirst().prefix { $0 != "]" }) : written
        let (count, whole) = (cell("Count"), cell("Out of"))
        guard !id.isEmpty else {
            if !count.isEmpty || !whole.isEmpty {
                note(
                    record.line,
                    "no-indicator",
                    "The row has a count and no indicator, so it was not read. Name the indicator."
                )
            }
            return
        }
        guard !count.isEmpty, count != "?" else {
            if !whole.isEmpty, whole != "?" {
                note(
                    record.line,
                    "no-count",
                    "The row of [\(id)] says out of how many and no count, so it was not read. Give the count."
                )
            }
            return
        }
        if let number = Int(cell("Ref")) { reference = min(reference ?? number, number) }
        let found = indicators.first { $0.id == id || $0.name.comparisonKey == id.comparisonKey }
        guard let indicator = found else { return noteUnknown(id, record.line) }
        guard var numbers = Self.numbers(count) else { return noteNumber(count, record.line) }
        if !whole.isEmpty {
            guard let read = Self.numbers(whole), read.outOf == nil else {
                return noteNumber(whole, record.line)
            }
            numbers.outOf = read.count
        }
        add(
            cell("Period"),
            cell("Area"),
            numbers,
            heading.contains("note") ? cell("Note") : nil,
            of: indicator,
            record.line
        )
    }
}

extension String {
    /// Where words stand in the text.
    fileprivate func range(ofWord words: String) -> Range<String.Index>? {
        var place = startIndex
        while place < endIndex {
            if self[place...].hasPrefix(words) {
                return place..<index(place, offsetBy: words.count)
            }
            place = index(after: place)
        }
        return nil
    }
}

/// Makes changes of the values of a sheet, trying each on a fold of the record as it is.
private struct FigureSheetReader {
    let now: Edition
    let written: Edition
    var findings: [Finding] = []
    private(set) var changes: [Change] = []
    private(set) var unchanged = 0
    private var trial: FiguresFold

    init(now: Edition, written: Edition) {
        self.now = now
        self.written = written
        trial = FiguresFold(now[FigureRegister.self])
    }

    private mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    /// What the changes come to, in sentences.
    var sentences: [String] {
        let before = Dictionary(now.indicators.map { ($0.id, $0) }) { first, _ in first }
        return trial.finished().indicators.flatMap { indicator in
            Indicator.table.sentences(
                from: before[indicator.id] ?? Indicator(id: indicator.id),
                to: indicator,
                of: indicator.inSentence
            ).map(\.sentence)
        }
    }

    mutating func take(_ lines: [FigureLine]) {
        for indicator in now.indicators {
            let own = lines.filter { $0.indicator == indicator.id }
            guard !own.isEmpty else { continue }
            let old = written.indicators.first { $0.id == indicator.id }
            take(own, of: indicator, old)
        }
    }

    private mutating func take(_ lines: [FigureLine], of indicator: Indicator, _ old: Indicator?) {
        var seen: [FigurePlace: Int] = [:]
        var values: [FigureValue] = []
        for line in lines {
            if let first = seen[line.place] {
                note(
                    line.line,
                    "said-twice",
                    "[\(indicator.id)] for \(line.place) is here twice; the one on line \(first) counts. "
                        + "Make one of the two."
                )
                continue
            }
            seen[line.place] = line.line
            let before = old?.value(line.place.period, area: line.place.area)
            let known = indicator.value(line.place.period, area: line.place.area)
            let remark = line.note.map { Prose($0) } ?? known?.note ?? Prose()
            func isSame(_ value: FigureValue?) -> Bool {
                guard let value else { return false }
                return value.count == line.count && value.outOf == line.outOf
                    && (line.note == nil || value.note.singleLine == line.note)
            }
            if isSame(known) || isSame(before) {
                unchanged += 1
                continue
            }
            guard known?.count == before?.count, known?.outOf == before?.outOf else {
                note(
                    line.line,
                    "clash",
                    "[\(indicator.id)] for \(line.place) was changed in the record since the sheet was "
                        + "written, and the sheet says something else. Write a new sheet, and say there which "
                        + "of the two it is to be."
                )
                continue
            }
            let value = FigureValue(
                line.count,
                outOf: line.outOf,
                in: line.place.period,
                area: line.place.area,
                note: remark
            )
            if tries([value], of: indicator.id, line.line) { values.append(value) }
        }
        guard !values.isEmpty else { return }
        changes.append(Change(.indicator(indicator.id), .figuresSet(values)))
    }

    /// Tries a value, and tells whether the record can take it.
    private mutating func tries(_ values: [FigureValue], of id: String, _ line: Int) -> Bool {
        let fact = Change.Fact.figuresSet(values)
        let step = FoldStep(
            sequence: 0,
            subject: .indicator(id),
            kind: fact.kind,
            payload: .null,
            effective: now.asOf,
            by: ""
        )
        if let refusal = trial.tried(fact, step) {
            note(line, "refused", refusal)
            return false
        }
        return true
    }
}
