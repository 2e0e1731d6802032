// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension DocumentSheet {
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
    ///   - written: Returns the record as it was after a number of entries about documents, cut for the
    ///     committee itself; nil when it never had so many.
    /// - Returns: What is to be recorded, and what is doubtful.
    /// - Throws: ``SheetError`` when the bytes are no sheet of documents.
    /// - Complexity: O(*n* × *m*) for *n* lines and *m* documents.
    public static func read(
        _ bytes: [UInt8],
        source: String,
        against edition: Edition,
        writtenAfter written: (Int) -> Edition?
    ) throws(SheetError) -> Reading {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SheetError(noText: source, bytes)
        }
        var blocks = DocumentBlocks()
        let isRead = blocks.readTable(bytes) || blocks.readText(text)
        guard isRead else {
            throw SheetError(
                "\(source) is no sheet of documents: it has neither the line “\(title)” nor the heading of "
                    + "a table with “Document” and “Title”. Write a sheet, and send that one back."
            )
        }
        let before = blocks.reference.flatMap(written)
        var reader = DocumentSheetReader(now: edition, written: before ?? edition)
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
                "The sheet says that it was written from number \(blocks.reference ?? 0) of the documents, "
                    + "which is not in this record. It was compared with the record as it is now."
            )
        }
        for block in blocks.blocks { reader.take(block) }
        return Reading(
            changes: reader.changes,
            sentences: reader.sentences,
            findings: (blocks.findings + reader.findings).sorted { $0.line < $1.line },
            linesOutside: blocks.outside
        )
    }
}

/// Makes changes of the documents of a sheet, trying each on a fold of the record as it is.
private struct DocumentSheetReader {
    let now: Edition
    let written: Edition
    private let parties: Parties
    private(set) var changes: [Change] = []
    private(set) var findings: [Finding] = []
    private var trial: DocumentsFold
    private var seen: [String: Int] = [:]

    init(now: Edition, written: Edition) {
        self.now = now
        self.written = written
        parties = Parties(of: now)
        trial = DocumentsFold(now[DocumentRegister.self])
    }

    mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    /// What the changes come to, in sentences.
    var sentences: [String] {
        trial.finished().documents.flatMap { document in
            let before = now.documents.first { $0.id == document.id }
            return CommitteeDocument.table.sentences(
                from: before ?? CommitteeDocument(id: document.id),
                to: document,
                of: document.inSentence
            ).map(\.sentence)
        }
    }

    mutating func take(_ block: DocumentBlock) {
        if let first = seen[block.id] {
            return note(
                block.line,
                "said-twice",
                "[\(block.id)] is here twice; the one on line \(first) counts. Make one of the two."
            )
        }
        seen[block.id] = block.line
        let known = now.documents.first { $0.id == block.id }
        let old = written.documents.first { $0.id == block.id }
        if known == nil, old != nil {
            return note(
                block.line,
                "unknown-document",
                "There is no document “\(block.id)” any more. Leave it out, or add it with another name."
            )
        }
        if known?.withdrawal != nil {
            return note(
                block.line,
                "withdrawn",
                "The document “\(block.id)” is withdrawn. Nothing more can be said of it."
            )
        }
        let empty = CommitteeDocument(id: block.id)
        var said = old ?? known ?? empty
        // In the order of the labels, whatever that of the sheet: an edition goes before its day.
        for label in DocumentLabel.all {
            let values = block.values.filter { $0.label.key == label.key && !$0.words.isEmpty }
            guard let value = values.first, value.words != "?" else { continue }
            if let second = values.dropFirst().first {
                note(
                    second.line,
                    "said-twice",
                    "“\(label.printed)” of [\(block.id)] is here twice; the one on line \(value.line) "
                        + "counts. Make one of the two."
                )
            }
            if !label.read(&said, value.words) { noteUnreadable(value) }
        }
        // What could not be read, or is not said, stays as it was when the sheet was written.
        said = said.settled(by: parties)
        takeFields(of: said, since: old ?? known ?? empty, now: known ?? empty, block)
        takeEdition(of: said, since: old ?? known ?? empty, now: known ?? empty, block)
    }

    private mutating func noteUnreadable(_ value: DocumentBlock.Value) {
        note(
            value.line,
            "unreadable",
            "“\(value.label.printed)” is “\(value.words)”, expected \(value.label.example)."
        )
    }

    private mutating func takeFields(
        of said: CommitteeDocument,
        since old: CommitteeDocument,
        now known: CommitteeDocument,
        _ block: DocumentBlock
    ) {
        for declaration in CommitteeDocument.table.declarations {
            guard let comparison = declaration.ways.comparison.way else { continue }
            let line = block.line(of: comparison.name.inWords.sentence)
            switch comparison.compare(said, old, known) {
            case .same: continue
            case .clash: noteClash(comparison.name.inWords.sentence, block.id, line)
            case .changed(let fact): add(fact, to: block.id, line)
            }
        }
    }

    private mutating func takeEdition(
        of said: CommitteeDocument,
        since old: CommitteeDocument,
        now known: CommitteeDocument,
        _ block: DocumentBlock
    ) {
        guard var edition = said.currentEdition, edition != old.currentEdition else { return }
        edition.decidedBy = edition.decidedBy.map(parties.named)
        guard edition != old.currentEdition, edition != known.currentEdition else { return }
        let line = block.line(of: "Edition")
        guard known.currentEdition == old.currentEdition else {
            return noteClash("Edition", block.id, line)
        }
        if let last = old.currentEdition, edition.label != last.label, edition.dated != nil,
            edition.dated == last.dated
        {
            return note(
                block.line(of: "Edition dated"),
                "edition-day",
                "Edition \(edition.label) of [\(block.id)] bears the same day as edition \(last.label). "
                    + "Write its own day, or a hyphen for the day of recording."
            )
        }
        add(.documentEditionSet(edition), to: block.id, line)
    }

    private mutating func noteClash(_ label: String, _ id: String, _ line: Int) {
        note(
            line,
            "clash",
            "“\(label)” of [\(id)] was changed in the record since the sheet was written, and the sheet "
                + "says something else. Write a new sheet, and say there which of the two it is to be."
        )
    }

    /// Tries a change, and keeps it when the record can take it.
    private mutating func add(_ fact: Change.Fact, to id: String, _ line: Int) {
        let step = FoldStep(
            sequence: 0,
            subject: .document(id),
            kind: fact.kind,
            payload: .null,
            effective: now.asOf,
            by: ""
        )
        var next = trial
        if let refusal = next.tried(fact, step) { return note(line, "refused", refusal) }
        trial = next
        changes.append(Change(.document(id), fact))
    }
}
