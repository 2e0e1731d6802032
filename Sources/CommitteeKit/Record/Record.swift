// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Everything that a journal says about a committee, as it was true on a date.
///
/// A record is the fold of the journal's entries by their effective date and, on one date, by their
/// sequence. Reports and plugins never see a record; they see an ``Edition``, which is a record cut
/// for an audience.
public struct Record: Sendable {
    /// What every room keeps.
    public var rooms: RoomStates
    /// The number of entries of each kind that no room knows; they are kept.
    public var unknownKinds: [String: Int]
    /// What the entries say that cannot be, by the sequence of the entry.
    public var problems: [RecordProblem]
    /// Which entries made what the record says.
    public var provenance: Provenance

    /// Creates an empty record.
    public init() {
        rooms = RoomStates()
        unknownKinds = [:]
        problems = []
        provenance = Provenance()
    }

    /// What one room keeps.
    ///
    /// - Complexity: O(*r*) in the number of rooms.
    public subscript<State: RoomState>(type: State.Type) -> State {
        get { rooms[type] }
        set { rooms[type] = newValue }
    }

    /// Returns everything that the rooms keep, as an export has it.
    ///
    /// - Parameter day: The date on which the record is true.
    /// - Returns: The members of the export's state, room by room.
    public func exported(on day: CivilDate) -> JSONObject {
        var members = JSONObject()
        for state in rooms.all {
            for member in state.exported(on: day) { members[member.key] = member.value }
        }
        return members
    }
}

extension Record: Hashable {
    /// Returns whether two records say the same, whichever entries made them.
    public static func == (first: Self, second: Self) -> Bool {
        first.rooms == second.rooms && first.unknownKinds == second.unknownKinds
            && first.problems == second.problems
    }

    /// Feeds what the record says to a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rooms)
        hasher.combine(unknownKinds)
        hasher.combine(problems)
    }
}

/// Something that an entry says which cannot be, such as progress of an action that is not there.
public struct RecordProblem: Hashable, Sendable, CustomStringConvertible {
    /// The sequence of the entry.
    public var sequence: Int
    /// What is wrong, and what to do.
    public var message: String

    /// Creates a problem.
    ///
    /// - Parameters:
    ///   - sequence: The sequence of the entry.
    ///   - message: What is wrong, and what to do.
    public init(sequence: Int, message: String) {
        self.sequence = sequence
        self.message = message
    }

    /// The sequence and the message.
    public var description: String { "entry \(sequence): \(message)" }
}

extension Record {
    /// Folds entries into the record that they make.
    ///
    /// - Parameters:
    ///   - entries: The entries of one journal, in sequence.
    ///   - rooms: The rooms that take them in.
    ///   - date: The date on which the record was true; nil for all that is recorded.
    ///   - instant: The instant by which it was known; nil for all that is known.
    /// - Returns: The record.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func folding(
        _ entries: some Sequence<Entry>,
        in rooms: Rooms,
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil
    ) -> Record {
        let known = entries.filter { entry in instant.map { entry.recordedAt <= $0 } ?? true }
        return folding(known, in: rooms, asOf: date, noting: []).record
    }

    /// How many entries are taken in before other tasks have their turn.
    private static let stretch = 500

    /// Folds entries into the record that they make, a stretch at a time, so that other tasks have their turn.
    ///
    /// A host whose tasks must not wait for a long journal folds it in this way.
    ///
    /// - Parameters:
    ///   - entries: The entries of one journal, in sequence.
    ///   - rooms: The rooms that take them in.
    ///   - date: The date on which the record was true; nil for all that is recorded.
    ///   - instant: The instant by which it was known; nil for all that is known.
    /// - Returns: The record.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func foldingInTurns(
        _ entries: [Entry],
        in rooms: Rooms,
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil
    ) async -> Record {
        let known = entries.filter { entry in instant.map { entry.recordedAt <= $0 } ?? true }
        let corrections = Corrections(known)
        var steps: [FoldStep] = []
        steps.reserveCapacity(known.count)
        for (place, entry) in known.enumerated() {
            if place % stretch == stretch - 1 { await Task.yield() }
            if let step = corrections.step(for: entry) { steps.append(step) }
        }
        steps.sort { $0.counts(before: $1) }
        var fold = RecordFold(rooms, asOf: date)
        fold.record.problems = corrections.problems
        for (place, step) in steps.enumerated() {
            if place % stretch == stretch - 1 { await Task.yield() }
            fold.apply(step)
        }
        return fold.finished()
    }

    /// Folds entries, and tells at which subjects some of them looked.
    static func folding(
        _ entries: [Entry],
        in rooms: Rooms,
        asOf date: CivilDate? = nil,
        noting wanted: Set<Int>
    ) -> (record: Record, looked: [Int: [SubjectReference]]) {
        let corrections = Corrections(entries)
        var steps: [FoldStep] = []
        steps.reserveCapacity(entries.count)
        for entry in entries {
            guard let step = corrections.step(for: entry) else { continue }
            steps.append(step)
        }
        steps.sort { $0.counts(before: $1) }
        var fold = RecordFold(rooms, asOf: date)
        fold.wanted = wanted
        fold.record.problems = corrections.problems
        for step in steps { fold.apply(step) }
        return (fold.finished(), fold.looked)
    }

    /// Checks entries against the history that they would join.
    ///
    /// The whole history is folded again from the earliest date that the new entries touch, so a
    /// change that is dated back is refused when it makes a later one impossible.
    ///
    /// - Parameters:
    ///   - drafts: The entries to be appended.
    ///   - history: The entries of the journal so far.
    ///   - rooms: The rooms that take them in.
    /// - Returns: What would be wrong, empty when the entries may be appended. New entries have the
    ///   sequences that they would get.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func problems(
        appending drafts: [EntryDraft],
        to history: [Entry],
        in rooms: Rooms
    ) -> [RecordProblem] {
        AppendCheck(appending: drafts, to: history, in: rooms).problems
    }
}

extension Entry {
    /// An entry as it would stand in the journal, without hashes, for checking what it would do.
    package init(provisional draft: EntryDraft, sequence: Int) {
        self.init(
            committee: "",
            sequence: sequence,
            id: EntryID(rawValue: ""),
            subject: draft.subject,
            kind: draft.kind,
            version: draft.version,
            payload: draft.payload,
            texts: draft.allTexts.map {
                EntryText(name: $0.name, digest: [], content: .kept(text: $0.text, salt: []))
            },
            effective: draft.effective,
            effectiveIsBound: draft.effectiveIsBound,
            by: draft.by,
            recordedAt: RecordedInstant(milliseconds: .max),
            idempotencyKey: nil,
            previousHash: [],
            hash: []
        )
    }
}
