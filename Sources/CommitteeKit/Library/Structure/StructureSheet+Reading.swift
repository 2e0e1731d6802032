// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension StructureSheet {
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

    /// Reads a sheet that came back.
    ///
    /// Only what differs from the record is to be recorded. Where the record changed since the sheet was
    /// written, the sheet is compared with the record from which it was written, so that what others
    /// recorded meanwhile stays; where both changed the same thing, that is a finding.
    ///
    /// - Parameters:
    ///   - text: The sheet.
    ///   - source: The name of the file, for messages.
    ///   - edition: The record as it is now, cut for the committee itself.
    ///   - written: Returns the record as it was after an entry, cut for the committee itself; nil when
    ///     there is no such entry.
    /// - Returns: What is to be recorded, and what is doubtful.
    /// - Throws: ``SheetError`` when the text is no sheet of a structure.
    /// - Complexity: O(*n* × *m*) for *n* lines and *m* parts.
    public static func read(
        _ text: String,
        source: String,
        against edition: Edition,
        writtenAfter written: (Int) -> Edition?
    ) throws(SheetError) -> Reading {
        let blocks = try SheetBlocks(text, source: source)
        let now = SheetStructure(edition)
        let before = blocks.reference.flatMap(written).map { SheetStructure($0) }
        var reader = StructureReader(now: now, written: before ?? now, on: edition.asOf)
        reader.read(blocks)
        if let number = blocks.reference, before == nil {
            reader.note(
                1,
                "unknown-reference",
                "The sheet says that it was written from number \(number) of the structure, which is not "
                    + "in this record. It was compared with the record as it is now."
            )
        }
        return Reading(
            changes: reader.changes,
            sentences: reader.sentences,
            findings: (blocks.findings + reader.findings).sorted { $0.line < $1.line },
            linesOutside: blocks.outside
        )
    }
}

/// Makes changes of the parts of a sheet, trying each on a fold of the record as it is.
struct StructureReader {
    let now: SheetStructure
    let written: SheetStructure
    let day: CivilDate
    private(set) var changes: [Change] = []
    private(set) var findings: [Finding] = []
    private var trial: CommitteeFold

    init(now: SheetStructure, written: SheetStructure, on day: CivilDate) {
        self.now = now
        self.written = written
        self.day = day
        trial = CommitteeFold(now.state)
    }

    /// What a part of the sheet says that is new, aspect by aspect.
    struct Said {
        var id: String
        var line: Int
        /// The part as the record has it; nil for a new one.
        var now: SheetPart?
        var values: [(aspect: SheetAspect, values: [SheetValue])] = []

        func first(_ aspect: SheetAspect) -> SheetValue? {
            values.first { $0.aspect == aspect }?.values.first
        }
    }

    mutating func read(_ blocks: SheetBlocks) {
        var said: [(section: StructureSection, parts: [Said])] = []
        for section in StructureSection.allCases {
            said.append((section, new(blocks.blocks[section] ?? [], in: section)))
        }
        // Names first: what follows may speak of a body or a group that stands further down.
        for (section, parts) in said {
            for part in parts { takeName(of: part, in: section) }
        }
        for (section, parts) in said {
            switch section {
            case .bodies: for part in parts { takeBody(part) }
            case .groups: for part in parts { takeGroup(part) }
            case .seats: for part in parts { takeSeat(part) }
            case .functions: takeFunctions(parts)
            case .lines: takeLines(parts)
            case .plans: for part in parts { takePlan(part) }
            }
        }
    }

    // MARK: What differs

    private mutating func new(_ blocks: [SheetBlock], in section: StructureSection) -> [Said] {
        let known = Dictionary(now.parts(of: section).map { ($0.id, $0) }) { first, _ in first }
        let old = Dictionary(written.parts(of: section).map { ($0.id, $0) }) { first, _ in first }
        var seen: [String: Int] = [:]
        return blocks.compactMap { block in
            if let first = seen.updateValue(block.line, forKey: block.id) {
                note(
                    block.line,
                    "said-twice",
                    "[\(block.id)] is here twice; the one on line \(first) counts. Make one of the two."
                )
                seen[block.id] = first
                return nil
            }
            let part = known[block.id]
            guard part != nil || block.isNew && section != .plans else {
                note(block.line, "unknown-part", missing(block, in: section, known, old))
                return nil
            }
            return differences(of: block, in: section, now: part, written: old[block.id] ?? part)
        }
    }

    private func missing(
        _ block: SheetBlock,
        in section: StructureSection,
        _ known: [String: SheetPart],
        _ old: [String: SheetPart]
    ) -> String {
        if old[block.id] != nil {
            return "There is no \(section.noun) [\(block.id)] any more. Take it out of the sheet."
        }
        let hint = ClosestName.closest(to: block.id, in: known.keys.sorted())
        let add =
            section == .plans
            ? "A plan is imported or drafted, not added here."
            : "To add one, write [new \(block.id)]."
        return "There is no \(section.noun) [\(block.id)]. "
            + (hint.map { "Did you mean [\($0)]? " } ?? "") + add
    }

    private mutating func differences(
        of block: SheetBlock,
        in section: StructureSection,
        now: SheetPart?,
        written: SheetPart?
    ) -> Said {
        var said = Said(id: block.id, line: block.line, now: now)
        for aspect in section.aspects {
            let values = (block.values[aspect] ?? []).filter {
                !$0.words.isEmpty && $0.words != "?"
            }
            guard !values.isEmpty else { continue }
            func same(_ lines: [String]?) -> Bool {
                (lines ?? []).map(SheetText.plain) == values.map { SheetText.plain($0.words) }
            }
            if written != nil, same(written?.lines(of: aspect)) { continue }
            if now != nil, same(now?.lines(of: aspect)) { continue }
            if let now, aspect.isReference, meanSame(values, now.lines(of: aspect)) { continue }
            let isNone =
                values.count == 1 && SheetText.plain(values[0].words).lowercased() == "none"
            if isNone, now?.lines(of: aspect).isEmpty ?? true { continue }
            if aspect != .term, let now, let written,
                now.lines(of: aspect).map(SheetText.plain)
                    != written.lines(of: aspect).map(SheetText.plain)
            {
                note(values[0].line, "changed-meanwhile", clash(aspect, block, now, written))
                continue
            }
            said.values.append((aspect, isNone ? [none(values[0])] : values))
        }
        return said
    }

    /// Whether names mean what the record has, by whichever of its names.
    private func meanSame(_ values: [SheetValue], _ lines: [String]) -> Bool {
        guard values.count == lines.count else { return false }
        let names = trial.names
        return zip(values, lines).allSatisfy { value, line in
            for find in [names.place(called:on:), names.role(called:on:)] {
                if case .success(let one) = find(value.words, day),
                    case .success(let other) = find(line, day), one == other
                {
                    return true
                }
            }
            return false
        }
    }

    private func none(_ value: SheetValue) -> SheetValue {
        SheetValue(words: "", line: value.line, length: value.length)
    }

    private func clash(
        _ aspect: SheetAspect,
        _ block: SheetBlock,
        _ now: SheetPart,
        _ written: SheetPart
    ) -> String {
        func shown(_ part: SheetPart) -> String {
            let lines = part.lines(of: aspect)
            return lines.isEmpty ? "nothing" : "“\(lines.joined(separator: "; "))”"
        }
        let what = aspect == .name ? "The name" : "“\(aspect.label)”"
        return "\(what) of [\(block.id)] was \(shown(written)) when the sheet was written, and is "
            + "\(shown(now)) now. Write a new sheet, and say there which of the two it is to be."
    }

    // MARK: Recording

    mutating func note(_ line: Int, _ kind: String, _ message: String) {
        findings.append(Finding(line: line, kind: kind, message: message))
    }

    /// Tries a change, and keeps it when the record can take it.
    mutating func add(_ subject: SubjectReference, _ fact: Change.Fact, at line: Int) {
        let step = FoldStep(
            sequence: 0,
            subject: subject,
            kind: fact.kind,
            payload: .null,
            effective: day,
            by: ""
        )
        var next = trial
        if let refusal = next.tried(fact, step) { return note(line, "refused", refusal) }
        // Another name of the same thing says nothing new.
        guard next.names.part(subject) != trial.names.part(subject) else { return }
        trial = next
        changes.append(Change(subject, fact))
    }

    /// What the changes come to, in sentences.
    var sentences: [String] {
        CommitteeState.table.sentences(from: now.state, to: trial.finished(), of: "The committee")
            .map(\.sentence)
    }

    /// The identifier that a name means; nil, with a finding, when it means nothing.
    mutating func resolved(
        _ value: SheetValue,
        _ find: (StructureNames) -> (String, CivilDate) -> Result<String, StructureNames.Unknown>
    ) -> String? {
        switch find(trial.names)(value.words, day) {
        case .success(let id): return id
        case .failure(let unknown):
            note(value.line, "unknown-name", unknown.message)
            return nil
        }
    }
}
