// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension QualitySheet {
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
    }

    /// Reads a sheet that came back, as text or as comma-separated values.
    ///
    /// Only what differs from the record is to be recorded. Where the record changed since the sheet was
    /// written, the sheet is compared with the record from which it was written, so that what others
    /// recorded meanwhile stays; where both changed the same thing, that is a finding.
    ///
    /// - Parameters:
    ///   - bytes: The sheet.
    ///   - source: The name of the file, for messages.
    ///   - edition: The record as it is now, cut for the committee itself.
    ///   - written: Returns the record as it was after a number of entries about quality assurance, cut for the
    ///     committee itself; nil when it never had so many.
    /// - Returns: What is to be recorded, and what is doubtful.
    /// - Throws: ``SheetError`` when the bytes are no sheet of quality assurance.
    /// - Complexity: O(*n* × *m*) for *n* lines and *m* subjects.
    public static func read(
        _ bytes: [UInt8],
        source: String,
        against edition: Edition,
        writtenAfter written: (Int) -> Edition?
    ) throws(SheetError) -> Reading {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SheetError("\(source) is not UTF-8. Save it as UTF-8.")
        }
        var blocks = QualityBlocks()
        let isRead = blocks.readTable(bytes) || blocks.readText(text)
        guard isRead else {
            throw SheetError(
                "\(source) is no sheet of quality assurance: it has neither the line “\(title)” nor the heading of "
                    + "a table with “Named” and “Title”. Write a sheet, and send that one back."
            )
        }
        let before = blocks.reference.flatMap(written)
        var reader = QualitySheetReader(now: edition, written: before ?? edition)
        if blocks.reference == nil {
            reader.note(
                1,
                "no-reference",
                "The sheet no longer says from which record it was written (ref and a number), so it was "
                    + "compared with the record as it is now."
            )
        } else if before == nil {
            reader.note(
                1,
                "unknown-reference",
                "The sheet says that it was written from number \(blocks.reference ?? 0) of quality assurance, "
                    + "which is not in this record. It was compared with the record as it is now."
            )
        }
        for block in blocks.blocks { block.kind.take(block, &reader) }
        return Reading(
            changes: reader.changes,
            sentences: reader.sentences,
            findings: (blocks.findings + reader.findings).sorted { $0.line < $1.line },
            linesOutside: blocks.outside
        )
    }
}

/// Makes changes of the blocks of a sheet, trying each on a fold of the record as it is.
struct QualitySheetReader {
    let now: Edition
    let written: Edition
    private let parties: Parties
    private(set) var changes: [Change] = []
    private(set) var findings: [Finding] = []
    private var trial: QualityFold
    private var seen: [String: Int] = [:]

    init(now: Edition, written: Edition) {
        self.now = now
        self.written = written
        parties = Parties(of: now)
        trial = QualityFold(now.quality)
    }

    mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    /// What the changes come to, in sentences.
    var sentences: [String] {
        var later = now
        later.quality = trial.finished()
        return later.quality.changes(since: now.quality, in: EditionPair(now, later)).map(
            \.sentence
        )
    }

    mutating func take<Subject: QualitySubject>(
        _ block: QualityBlock,
        as type: Subject.Type,
        _ labels: [QualityLabel],
        _ isShown: (Subject) -> Bool
    ) {
        let heading = "[\(block.kind.word) \(block.id)]"
        if let first = seen[heading] {
            return note(
                block.line,
                "said-twice",
                "\(heading) is here twice; the one on line \(first) counts. Make one of the two."
            )
        }
        seen[heading] = block.line
        let known = Subject.all(in: now.quality).first { $0.id == block.id }
        let old = Subject.all(in: written.quality).first { $0.id == block.id }
        if known == nil, old != nil {
            return note(
                block.line,
                "unknown",
                "There is no \(Subject.noun) “\(block.id)” any more. Leave it out, or add it with another name."
            )
        }
        if let known, !isShown(known) {
            return note(
                block.line,
                "ended",
                "\(known.inSentence) has come to its end. Nothing more can be said of it in a sheet."
            )
        }
        let empty = Subject(id: block.id)
        var said = old ?? known ?? empty
        let cells = Subject.table.cells
        for (place, cell) in cells.enumerated() {
            let label = labels[place]
            let values = block.values.filter { $0.label == label && !$0.words.isEmpty }
            guard let value = values.first, value.words != "?" else { continue }
            if let second = values.dropFirst().first {
                note(
                    second.line,
                    "said-twice",
                    "“\(label.printed)” of \(heading) is here twice; the one on line \(value.line) counts. Make one "
                        + "of the two."
                )
            }
            // What stands there already is not read again: a sheet shows no markup.
            let shown = SheetText.line(cell.form.write([old ?? known ?? empty], 0).singleLine)
            if shown == SheetText.line(value.words) { continue }
            let words = value.words == QualitySheet.nothing ? Prose() : Prose(value.words)
            if !cell.form.read(&said, words) {
                note(
                    value.line,
                    "unreadable",
                    "“\(label.printed)” is “\(value.words)”, expected \(label.example)."
                )
            }
        }
        // What could not be read, or is not said, stays as it was when the sheet was written.
        said = said.settled(by: parties)
        takeFields(of: said, since: old ?? known ?? empty, now: known ?? empty, block, heading)
    }

    private mutating func takeFields<Subject: QualitySubject>(
        of said: Subject,
        since old: Subject,
        now known: Subject,
        _ block: QualityBlock,
        _ heading: String
    ) {
        for declaration in Subject.table.declarations {
            guard let comparison = declaration.ways.comparison.way else { continue }
            let label = comparison.name.inWords.sentence
            let line = block.line(of: label)
            switch comparison.compare(said, old, known) {
            case .same: continue
            case .clash:
                note(
                    line,
                    "clash",
                    "“\(label)” of \(heading) was changed in the record since the sheet was written, and the sheet "
                        + "says something else. Write a new sheet, and say there which of the two it is to be."
                )
            case .changed(let fact): add(fact, to: said.reference, line)
            }
        }
    }

    /// Tries a change, and keeps it when the record can take it.
    private mutating func add(_ fact: Change.Fact, to subject: SubjectReference, _ line: Int) {
        if let missing = QualityFold.links(of: fact).first(where: { now.card(of: $0) == nil }) {
            return note(line, "refused", QualityFold.missing(missing))
        }
        let step = FoldStep(
            sequence: 0,
            subject: subject,
            kind: fact.kind,
            payload: .null,
            effective: now.asOf,
            by: ""
        )
        var next = trial
        if let refusal = next.tried(fact, step) { return note(line, "refused", refusal) }
        trial = next
        changes.append(Change(subject, fact))
    }
}
