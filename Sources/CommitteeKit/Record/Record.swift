// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Everything that a journal says about a committee, as it was true on a date.
///
/// A record is the fold of the journal's entries by their effective date and, on one date, by their
/// sequence. Reports and plugins never see a record; they see an ``Edition``, which is a record cut
/// for an audience.
public struct Record: Hashable, Sendable {
    /// The committee's profile as it was last set.
    public var profile: JSONValue?
    /// The plans in the order in which they were drafted.
    public var plans: [Plan]
    /// The risk registers, in the order of their identifiers.
    public var riskRegisters: [RiskRegister]
    /// The risk registers in a form that this version cannot read, by identifier.
    public var unreadRegisters: [String: JSONValue]
    /// The meetings of each body, in the order in which they were planned.
    public var meetings: [MeetingSeries]
    /// The days on which the committee works, when somebody has set them.
    public var workingCalendar: WorkingCalendar?
    /// The data sets that somebody owes the committee, in the order in which they were set.
    public var dataSets: [DataSet]
    /// What people did about reminders, oldest first.
    public var reminderActs: [ReminderAct]
    /// The documents that were imported, oldest first.
    public var imports: [ImportRecord]
    /// The number of entries of each kind that this version does not know; they are kept.
    public var unknownKinds: [String: Int]
    /// What the entries say that cannot be, by the sequence of the entry.
    public var problems: [RecordProblem]

    /// Creates an empty record.
    public init() {
        profile = nil
        plans = []
        riskRegisters = []
        unreadRegisters = [:]
        meetings = []
        workingCalendar = nil
        dataSets = []
        reminderActs = []
        imports = []
        unknownKinds = [:]
        problems = []
    }

    /// All risk registers as JSON, by identifier.
    ///
    /// - Complexity: O(*n*) in the size of the registers.
    public var registers: [String: JSONValue] {
        unreadRegisters.merging(riskRegisters.map { ($0.id, $0.json) }) { $1 }
    }

    /// Returns a plan.
    ///
    /// - Parameter id: The plan's identifier.
    /// - Returns: The plan, or nil when there is none of that identifier.
    public func plan(_ id: String) -> Plan? { plans.first { $0.id == id } }
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
    ///   - date: The date on which the record was true; nil for all that is recorded.
    ///   - instant: The instant by which it was known; nil for all that is known.
    /// - Returns: The record.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func folding(
        _ entries: some Sequence<Entry>,
        asOf date: CivilDate? = nil,
        knownAt instant: RecordedInstant? = nil
    ) -> Record {
        let known = entries.filter { entry in instant.map { entry.recordedAt <= $0 } ?? true }
        let corrections = Corrections(known)
        var steps: [FoldStep] = []
        steps.reserveCapacity(known.count)
        for entry in known {
            guard let step = corrections.step(for: entry) else { continue }
            steps.append(step)
        }
        steps.sort { ($0.effective, $0.sequence) < ($1.effective, $1.sequence) }
        var fold = RecordFold(date: date)
        fold.record.problems = corrections.problems
        for step in steps { fold.apply(step) }
        return fold.finished()
    }

    /// Checks entries against the history that they would join.
    ///
    /// The whole history is folded again from the earliest date that the new entries touch, so a
    /// change that is dated back is refused when it makes a later one impossible.
    ///
    /// - Parameters:
    ///   - drafts: The entries to be appended.
    ///   - history: The entries of the journal so far.
    /// - Returns: What would be wrong, empty when the entries may be appended. New entries have the
    ///   sequences that they would get.
    /// - Complexity: O(*n* log *n*) in the number of entries.
    public static func problems(appending drafts: [EntryDraft], to history: [Entry])
        -> [RecordProblem]
    {
        let before = Set(folding(history).problems)
        let last = history.last?.sequence ?? 0
        let added = drafts.enumerated().map { index, draft in
            Entry(provisional: draft, sequence: last + index + 1)
        }
        return folding(history + added).problems.filter { !before.contains($0) }
    }
}

extension Entry {
    /// An entry as it would stand in the journal, without hashes, for checking what it would do.
    init(provisional draft: EntryDraft, sequence: Int) {
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
