// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension VoiceSheet {
    /// From which record a sheet was written.
    public struct Reference: Hashable, Sendable {
        /// How many entries about feedback its readers could know of.
        public var number: Int
        /// Whether it was written for the restricted circle.
        public var isRestricted: Bool

        /// Reads what stands behind `ref` in a line.
        init?(in line: String) {
            let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
            guard let place = words.lastIndex(of: "ref"), place + 1 < words.endIndex,
                let number = Int(words[place + 1])
            else { return nil }
            self.number = number
            isRestricted = words.dropFirst(place + 2).first == "restricted"
        }
    }

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
    ///   - edition: The record as it is now, restricted.
    ///   - written: Returns the record as it was when the sheet was written; nil when it never was so.
    /// - Returns: What is to be recorded, and what is doubtful.
    /// - Throws: ``SheetError`` when the bytes are no sheet of feedback.
    /// - Complexity: O(*n* × *m*) for *n* lines and *m* pieces of feedback.
    public static func read(
        _ bytes: [UInt8],
        source: String,
        against edition: Edition,
        writtenAfter written: (Reference) -> Edition?
    ) throws(SheetError) -> Reading {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw SheetError(noText: source, bytes)
        }
        var blocks = VoiceBlocks()
        let isRead = blocks.readTable(bytes) || blocks.readText(text)
        guard isRead else {
            throw SheetError(
                "\(source) is no sheet of feedback: it has neither the line “\(title)” nor the heading of "
                    + "a table with “Named” and “Title”. Write a sheet, and send that one back."
            )
        }
        let before = blocks.reference.flatMap(written)
        var reader = VoiceSheetReader(now: edition, written: before ?? edition)
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
                "The sheet says that it was written from number \(blocks.reference?.number ?? 0) of the feedback, "
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

/// Makes changes of the feedback of a sheet, trying each on a fold of the record as it is.
private struct VoiceSheetReader {
    let now: Edition
    let written: Edition
    private let parties: Parties
    private(set) var changes: [Change] = []
    private(set) var findings: [Finding] = []
    private var trial: VoicesFold
    private var seen: [String: Int] = [:]

    init(now: Edition, written: Edition) {
        self.now = now
        self.written = written
        parties = Parties(of: now)
        trial = VoicesFold(now[VoicesState.self])
    }

    mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    /// What the changes come to, in sentences.
    var sentences: [String] {
        trial.finished().voices.flatMap { voice in
            let before = now.voices.first { $0.id == voice.id }
            return Voice.table.sentences(
                from: before ?? Voice(id: voice.id),
                to: voice,
                of: voice.inSentence
            ).map(\.sentence)
        }
    }

    mutating func take(_ block: VoiceBlock) {
        if let first = seen[block.id] {
            return note(
                block.line,
                "said-twice",
                "[\(block.id)] is here twice; the one on line \(first) counts. Make one of the two."
            )
        }
        seen[block.id] = block.line
        let known = now.voices.first { $0.id == block.id }
        let old = written.voices.first { $0.id == block.id }
        if known == nil, old != nil {
            return note(
                block.line,
                "unknown",
                "There is no feedback “\(block.id)” any more. Leave it out, or record it with another name."
            )
        }
        if known?.closing != nil {
            return note(
                block.line,
                "closed",
                "Feedback “\(block.id)” is closed. Nothing more can be said of it in a sheet."
            )
        }
        let base = old ?? known ?? Voice(id: block.id)
        var said = base
        for label in VoiceLabel.all {
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
            // What stands there already is not read again: a sheet shows no markup.
            if label.words(base) == SheetText.line(value.words) { continue }
            if !label.read(&said, value.words) {
                note(
                    value.line,
                    "unreadable",
                    "“\(label.printed)” is “\(value.words)”, expected \(label.example)."
                )
            }
        }
        said = said.settled(by: parties)
        takeFields(of: said, since: base, now: known ?? Voice(id: block.id), block)
        takeCounts(of: said, since: base, now: known, block)
    }

    private mutating func takeFields(
        of said: Voice,
        since old: Voice,
        now known: Voice,
        _ block: VoiceBlock
    ) {
        for declaration in Voice.table.declarations {
            guard let comparison = declaration.ways.comparison.way else { continue }
            let label = comparison.name.inWords.sentence
            switch comparison.compare(said, old, known) {
            case .same: continue
            case .clash: noteClash(label, block)
            case .changed(let fact): add(fact, to: block.id, block.line(of: label))
            }
        }
    }

    private mutating func takeCounts(
        of said: Voice,
        since old: Voice,
        now known: Voice?,
        _ block: VoiceBlock
    ) {
        guard var counts = said.counts, counts != old.counts else { return }
        let line = min(block.line(of: "Asked"), block.line(of: "Answered"))
        guard known?.counts == old.counts else { return noteClash("Answered", block) }
        let saysAnswered = block.values.contains { value in
            value.label.printed == "Answered"
                && !["", "?", VoiceSheet.nothing].contains(value.words)
        }
        guard old.counts != nil || saysAnswered else {
            return note(
                line,
                "counts",
                "[\(block.id)] says how many were asked, and not how many answered. Give both."
            )
        }
        counts.on = nil
        add(.voiceCounted(counts), to: block.id, line)
    }

    private mutating func noteClash(_ label: String, _ block: VoiceBlock) {
        note(
            block.line(of: label),
            "clash",
            "“\(label)” of [\(block.id)] was changed in the record since the sheet was written, and the sheet "
                + "says something else. Write a new sheet, and say there which of the two it is to be."
        )
    }

    /// Tries a change, and keeps it when the record can take it.
    private mutating func add(_ fact: Change.Fact, to id: String, _ line: Int) {
        if let missing = VoicesFold.links(of: fact).first(where: { now.card(of: $0) == nil }) {
            return note(line, "refused", VoiceLink.missing(missing))
        }
        let step = FoldStep(
            sequence: 0,
            subject: .voice(id),
            kind: fact.kind,
            payload: .null,
            effective: now.asOf,
            by: ""
        )
        var next = trial
        if let refusal = next.tried(fact, step) { return note(line, "refused", refusal) }
        trial = next
        changes.append(Change(.voice(id), fact))
    }
}
