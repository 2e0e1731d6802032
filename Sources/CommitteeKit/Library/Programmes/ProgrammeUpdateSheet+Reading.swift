// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension ProgrammeUpdateSheet {
    /// What came of reading a sheet back.
    public struct Reading: Sendable {
        /// The plan of the programme.
        public internal(set) var plan = ""
        /// The number of the update.
        public internal(set) var number = 0
        /// What is to be recorded, in order; empty when the sheet says nothing new.
        public internal(set) var changes: [Change] = []
        /// What is to be recorded, in sentences.
        public internal(set) var sentences: [String] = []
        /// The areas of which the update says nothing, the sheet taken in.
        public internal(set) var stillSilent: [String] = []
        /// What is doubtful, each with its line; it changes nothing until the sheet is corrected.
        public internal(set) var findings: [Finding] = []
        /// How many lines stand before the sheet and after it, which were not read.
        public internal(set) var linesOutside = 0

        mutating func note(_ line: Int, _ kind: String, _ message: String) {
            findings.append(Finding(line: line, kind: kind, message: message))
        }
    }

    /// Reads a sheet that came back, as text or as comma-separated values.
    ///
    /// Only what differs from the record is to be recorded. Where somebody else wrote in the update since the sheet was
    /// made, the sheet is compared with the update as it was then; where both changed the same area, that is a finding.
    ///
    /// - Parameters:
    ///   - bytes: The sheet.
    ///   - source: The name of the file, for messages.
    ///   - edition: The record as it is now, cut for the committee itself.
    ///   - written: Returns the record as it was after a number of entries about an update, by ``entries(about:in:for:)``,
    ///     cut for the committee itself; nil when it never had so many.
    /// - Returns: What is to be recorded, and what is doubtful.
    /// - Throws: ``SheetError`` when the bytes are no sheet of an update, or of one that was issued.
    public static func read(
        _ bytes: [UInt8],
        source: String,
        against edition: Edition,
        writtenAfter written: (SubjectReference, Int) -> Edition?
    ) throws(SheetError) -> Reading {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SheetError("\(source) is not UTF-8. Save it as UTF-8.")
        }
        var lines = ProgrammeSheetLines()
        guard lines.readTable(bytes) || lines.readText(text) else {
            throw SheetError(
                "\(source) is no sheet of an update: it has neither the line “\(title)” nor the heading of a table with "
                    + "“Area” and “\(says)”. Write a sheet, and send that one back."
            )
        }
        let parts = (lines.reference ?? "").split(separator: "/").map(String.init)
        let state = edition.programmeState
        guard parts.count == 3, let number = Int(parts[1]), let count = Int(parts[2]), number > 0,
            let programme = state.programme(parts[0])
        else {
            throw SheetError(
                "\(source) does not say of which update it is: its first line should end in “ref”, the plan and the "
                    + "number, such as ref improvement-2026/2/0. Put that back, or write a new sheet."
            )
        }
        let id = "\(programme.id)#\(number)"
        let subject = SubjectReference.programme(ProgrammeUpdate.self, id)
        let known = state.updates.first { $0.id == id }
        if let day = known?.issuing?.on {
            throw SheetError(
                "Update \(number) was issued on \(day.inWords), so nothing more is written in it. Copy what \(source) "
                    + "says into the sheet of the next one."
            )
        }
        // Of an edition that is not known any more, the update is compared as it is now.
        let earlier = written(subject, count)
        let before =
            earlier == nil ? known : earlier?.programmeState.updates.first { $0.id == id }
        var reading = Reading()
        (reading.plan, reading.number) = (programme.id, number)
        reading.findings = lines.findings
        reading.linesOutside = lines.outside
        var reader = ProgrammeSheetReader(
            edition: edition,
            programme: programme,
            subject: subject,
            known: known,
            before: before,
            reading: reading
        )
        reader.take(lines)
        return reader.finished()
    }
}

/// The answers of a sheet that came back.
struct ProgrammeSheetLines {
    struct Answer {
        /// The area, or nil for the introduction.
        var area: String?
        var words: String
        var line: Int
    }

    private(set) var answers: [Answer] = []
    private(set) var findings: [Finding] = []
    private(set) var outside = 0
    private(set) var reference: String?

    private mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    /// Reads a sheet of plain text; false when it is none.
    mutating func readText(_ text: String) -> Bool {
        let lines = SheetText.lines(of: text)
        let title = ProgrammeUpdateSheet.title
        guard let first = lines.firstIndex(where: { $0.text.uppercased().hasPrefix(title) }) else {
            return false
        }
        outside = first
        let words = lines[first].text.split(separator: " ").map(String.init)
        reference = words.lastIndex(of: "ref").flatMap {
            $0 + 1 < words.count ? words[$0 + 1] : nil
        }
        var area: String?
        var isOpen = false
        var place = first + 1
        while place < lines.count {
            let line = lines[place]
            place += 1
            if SheetText.plain(line.text).uppercased() == ProgrammeUpdateSheet.end {
                outside += lines.count - place
                return true
            }
            if line.text.first == "[", let close = line.text.firstIndex(of: "]") {
                let inner = line.text[line.text.index(after: line.text.startIndex)..<close]
                area = SheetText.plain(String(inner))
                isOpen = false
            } else if let (label, words) = Self.label(line.text) {
                let isIntroduction = label == ProgrammeUpdateSheet.introduction
                isOpen = true
                answers.append(
                    Answer(area: isIntroduction ? nil : area, words: words, line: line.number)
                )
                if !isIntroduction, area == nil {
                    answers.removeLast()
                    isOpen = false
                    note(
                        line.number,
                        "no-area",
                        "“\(label)” stands below no area, so it was not read. Write the area in square brackets above it."
                    )
                }
            } else if isOpen, let last = answers.indices.last {
                let before = answers[last].words
                answers[last].words = before.isEmpty ? line.text : "\(before) \(line.text)"
            } else if area != nil, !line.text.hasPrefix("Last said on ") {
                let near = Self.nearLabel(line.text)
                note(
                    line.number,
                    near == nil ? "outside-answer" : "label",
                    near.map {
                        "“\($0)” is none of the sheet's labels. Did you mean “\(ProgrammeUpdateSheet.says)”?"
                    }
                        ?? "The line stands above “\(ProgrammeUpdateSheet.says):” and was not read. Write it below."
                )
            }
        }
        if let last = answers.popLast() {
            note(
                last.line,
                "no-end",
                "The sheet has no line \(ProgrammeUpdateSheet.end), so its last answer may be cut off and was not read. "
                    + "Put the line back."
            )
        }
        return true
    }

    private static func label(_ text: String) -> (label: String, words: String)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let key = String(text[..<colon]).comparisonKey
        let words = String(text[text.index(after: colon)...]).trimmingSpace
        return [ProgrammeUpdateSheet.says, ProgrammeUpdateSheet.introduction].first {
            $0.comparisonKey == key
        }.map { ($0, words) }
    }

    private static func nearLabel(_ text: String) -> String? {
        let end = text.firstIndex { ":–—-".contains($0) }
        guard let end else { return nil }
        let words = String(text[..<end]).trimmingSpace
        let near = ["say", "said", "says", "update", "answer", "new", "progress"]
        return near.contains(words.lowercased()) ? words : nil
    }

    /// Reads a sheet of comma-separated values; false when the bytes are none.
    mutating func readTable(_ bytes: [UInt8]) -> Bool {
        let delimiter = DelimitedReader.delimiter(of: bytes)
        let records = ReturnTable.records(of: bytes, delimiter)
        let place = records.firstIndex { record in
            let words = record.cells.map { SheetLine.plain($0).comparisonKey }
            return words.contains("area") && words.contains("says")
        }
        guard let place else { return false }
        outside = place
        let heading = records[place].cells.map { SheetLine.plain($0).comparisonKey }
        for record in records[(place + 1)...] {
            func cell(_ name: String) -> String {
                guard let column = heading.firstIndex(of: name),
                    record.cells.indices.contains(column)
                else { return "" }
                return SheetLine.plain(String(Substring(record.cells[column]).droppingGuard))
            }
            let named = cell("area").filter { $0 != "[" && $0 != "]" }.trimmingSpace
            if record.cells.count > heading.count,
                record.cells.dropFirst(heading.count).contains(where: { !$0.trimmingSpace.isEmpty })
            {
                note(
                    record.line,
                    "cells",
                    "The row has \(record.cells.count) cells and the table \(heading.count) columns, so it was not read. A "
                        + "comma may stand in a text without quotation marks."
                )
                continue
            }
            if !cell("ref").isEmpty { reference = reference ?? cell("ref") }
            guard !named.isEmpty else {
                if !cell("says").isEmpty {
                    note(
                        record.line,
                        "no-area",
                        "The row names no area, so it was not read. Name one."
                    )
                }
                continue
            }
            let isIntroduction =
                named.comparisonKey == ProgrammeUpdateSheet.introduction.comparisonKey
            answers.append(
                Answer(area: isIntroduction ? nil : named, words: cell("says"), line: record.line)
            )
        }
        if let line = ReturnTable.openQuote(of: bytes, delimiter) {
            note(line, "open-quote", ReturnTable.openQuoteWords)
        }
        return true
    }
}

/// Makes changes of the answers of a sheet.
private struct ProgrammeSheetReader {
    let edition: Edition
    let programme: Programme
    let subject: SubjectReference
    let known: ProgrammeUpdate?
    let before: ProgrammeUpdate?
    var reading: ProgrammeUpdateSheet.Reading
    private var said: [String: Int] = [:]
    private var later: ProgrammeUpdate

    init(
        edition: Edition,
        programme: Programme,
        subject: SubjectReference,
        known: ProgrammeUpdate?,
        before: ProgrammeUpdate?,
        reading: ProgrammeUpdateSheet.Reading
    ) {
        self.edition = edition
        self.programme = programme
        self.subject = subject
        self.known = known
        self.before = before
        self.reading = reading
        later = known ?? ProgrammeUpdate(id: subject.id)
    }

    mutating func take(_ lines: ProgrammeSheetLines) {
        let areas = edition.areas(of: programme)
        for answer in lines.answers {
            let words = SheetText.line(answer.words)
            // A blank or a question mark is never consent.
            guard !words.isEmpty, words != "?" else { continue }
            let named = answer.area.map { words in
                areas.first { $0.key == words || $0.item.id == words }?.item.id ?? words
            }
            let key = named ?? ""
            if let first = said[key] {
                reading.note(
                    answer.line,
                    "said-twice",
                    "\(name(answer.area)) is here twice; what stands on line \(first) counts. Make one of the two."
                )
                continue
            }
            said[key] = answer.line
            guard let area = named else {
                introduction(words, answer.line)
                continue
            }
            guard areas.contains(where: { $0.item.id == area }) else {
                reading.note(
                    answer.line,
                    "unknown-area",
                    "The programme has no area “\(area)”. "
                        + ClosestName.suggestion(for: area, in: areas.map(\.key))
                )
                continue
            }
            self.area(area, words, answer.line)
        }
        reading.stillSilent = areas.filter { later.words(of: $0.item.id) == nil }.map(\.title)
    }

    private func name(_ area: String?) -> String {
        area.map { "Area [\(key($0))]" } ?? "The introduction"
    }

    private func key(_ area: String) -> String {
        edition.areas(of: programme).first { $0.item.id == area }?.key ?? area
    }

    private mutating func introduction(_ words: String, _ line: Int) {
        let now = SheetText.line(known?.introduction.singleLine ?? "")
        let then = SheetText.line(before?.introduction.singleLine ?? "")
        guard isNew(words, now: now, then: then, name(nil), line) else { return }
        later.introduction = Prose(words)
        reading.changes.append(
            Change(subject, ProgrammeUpdate.Entries.introduction.fact(Prose(words)))
        )
        reading.sentences.append("The introduction: \(words)")
    }

    private mutating func area(_ area: String, _ words: String, _ line: Int) {
        let shown = { (update: ProgrammeUpdate?) in
            SheetText.line(update?.words(of: area)?.shown.singleLine ?? "")
        }
        guard isNew(words, now: shown(known), then: shown(before), name(area), line) else {
            return
        }
        let plain = words.lowercased().filter { $0.isLetter || $0 == " " }.trimmingSpace
        let near = [
            "nothing", "none", "no change", "no update", "no news", "na", "nothing to report",
            "nil",
        ]
        if near.contains(plain) {
            reading.note(
                line,
                "nothing-new",
                "“\(words)” may mean that there is nothing new in area [\(key(area))]. Write “Nothing new”, or say it in a sentence."
            )
            return
        }
        let update = AreaUpdate(area, plain == "nothing new" ? nil : Prose(words))
        later.said.removeAll { $0.area == area }
        later.said.append(update)
        reading.changes.append(Change(subject, .updateSaid(update)))
        reading.sentences.append("Area \(key(area)): \(update.shown.singleLine)")
    }

    /// Whether the words differ from the record, and nobody else changed what they change.
    private mutating func isNew(
        _ words: String,
        now: String,
        then: String,
        _ name: String,
        _ line: Int
    ) -> Bool {
        let isSame = { (other: String) in
            words == other || words + "." == other
        }
        if isSame(now) || isSame(then) { return false }
        guard now == then else {
            reading.note(
                line,
                "clash",
                "\(name) was changed in the record since the sheet was written, and the sheet says something else. Write "
                    + "a new sheet, and say there which of the two it is to be."
            )
            return false
        }
        return true
    }

    func finished() -> ProgrammeUpdateSheet.Reading {
        var reading = reading
        reading.findings.sort { $0.line < $1.line }
        return reading
    }
}
