// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A journal folded as far as it was read, which goes on from there when more is recorded.
///
/// Whoever appends one entry to a long journal wants to know whether it can be, and at what it looks. From the
/// beginning that takes a fold of the whole journal; from here it takes a fold of what is new. An entry that
/// is dated back is folded from before its day on: the steps of the last entries are kept, with copies of the
/// fold between them that stand closer together towards the end.
struct KeptFold {
    /// How many of the last steps are kept; what is dated back further takes the whole journal.
    private let stepsKept: Int
    /// How many steps there are between the last copies of the fold.
    private let closest: Int

    /// A copy of the fold as it was after some of the steps.
    private struct Mark {
        var count: Int
        var fold: RecordFold
    }

    private let rooms: Rooms
    private var fold: RecordFold
    /// What the journal says already that cannot be.
    private var problems: Set<RecordProblem> = []
    /// The last steps, as they count: by day, and by number within a day.
    private var steps: [FoldStep] = []
    /// How many steps were taken in before those that are kept.
    private var forgotten = 0
    /// Copies of the fold, oldest first.
    private var marks: [Mark] = []
    private var corrections: Corrections
    /// What is still to be made into steps of the journal with which it began.
    private var unread: ArraySlice<Entry>
    /// What is still to be taken in of it.
    private var left: ArraySlice<FoldStep> = []
    /// The numbers of the steps after which a copy is wanted while it begins.
    private var wantedMarks: [Int] = []
    /// The day of the first entry under each idempotency key.
    private var days: [String: CivilDate] = [:]
    /// The number of the last entry, 0 when there is none.
    private(set) var sequence = 0
    /// The hash of the last entry, empty when there is none.
    private(set) var hash: [UInt8] = []

    /// Begins with a journal; it is folded once ``goOn(_:)`` says that nothing is left.
    ///
    /// - Parameters:
    ///   - entries: All entries of the journal so far.
    ///   - rooms: The rooms that take them in.
    ///   - stepsKept: How many of the last steps are kept at least.
    ///   - closest: How many steps there are between the last copies of the fold.
    init(
        _ entries: [Entry],
        in rooms: Rooms,
        keeping stepsKept: Int = 4_096,
        closest: Int = 64
    ) {
        self.rooms = rooms
        self.stepsKept = stepsKept
        self.closest = closest
        fold = RecordFold(rooms, asOf: nil)
        fold.notesProvenance = false
        corrections = Corrections(entries)
        fold.record.problems = corrections.problems
        unread = entries[...]
    }

    /// Takes in some of the entries with which it began.
    ///
    /// - Parameter count: How many.
    /// - Returns: Whether there are more.
    mutating func goOn(_ count: Int) -> Bool {
        guard unread.isEmpty else {
            for entry in unread.prefix(count) {
                if let step = corrections.step(for: entry) { left.append(step) }
                note(entry)
            }
            unread = unread.dropFirst(count)
            if unread.isEmpty { order() }
            return true
        }
        for _ in 0..<count {
            if let wanted = wantedMarks.first ?? (marks.isEmpty ? 0 : nil), total == wanted {
                wantedMarks.removeAll { $0 == wanted }
                marks.append(Mark(count: total, fold: fold.copy()))
            }
            guard let step = left.popFirst() else { break }
            fold.apply(step)
            if marks.isEmpty { forgotten += 1 } else { steps.append(step) }
        }
        if left.isEmpty { problems = Set(fold.record.problems) }
        return !left.isEmpty
    }

    /// Puts all steps in the order in which they count, and chooses where copies are wanted.
    private mutating func order() {
        left.sort { $0.counts(before: $1) }
        var distance = stepsKept
        while distance >= closest {
            wantedMarks.append(max(0, left.count - distance))
            distance /= 4
        }
    }

    /// How many steps were taken in.
    private var total: Int { forgotten + steps.count }

    /// How many steps are kept.
    var stepsHeld: Int { steps.count }

    /// How many copies of the fold are kept.
    var copiesHeld: Int { marks.count }

    /// Whether the rooms' folds are values, so that a copy goes its own way.
    var isOfValues: Bool { fold.isOfValues }

    /// The day of the first entry that was recorded under a key, when there is one.
    func day(of key: String) -> CivilDate? { days[key] }

    private mutating func note(_ entry: Entry) {
        sequence = entry.sequence
        hash = entry.hash
        if let key = entry.idempotencyKey, days[key] == nil { days[key] = entry.effective }
    }

    // MARK: Going on

    /// Takes in entries that follow the last one.
    ///
    /// - Parameter entries: The entries, in order.
    /// - Returns: Whether it could. It cannot when one of them changes what an earlier one says, or is dated
    ///   back so far that the journal is to be folded anew; then it is of no use any more.
    mutating func take(_ entries: some Collection<Entry>) -> Bool {
        var new: [FoldStep] = []
        for entry in entries {
            guard !entry.kind.changesEarlierEntries else { return false }
            if let step = corrections.step(for: entry) { new.append(step) }
            note(entry)
        }
        guard !new.isEmpty else { return true }
        new.sort { $0.counts(before: $1) }
        guard let start = rewind(to: new[0], in: &fold) else { return false }
        let again = steps[start...] + new
        steps.removeSubrange(start...)
        let folded = total
        marks.removeAll { $0.count > folded }
        for step in again.sorted(by: { $0.counts(before: $1) }) {
            fold.apply(step)
            steps.append(step)
            if total - (marks.last?.count ?? 0) >= closest {
                marks.append(Mark(count: total, fold: fold.copy()))
            }
        }
        problems = Set(fold.record.problems)
        thin()
        return true
    }

    /// Sets a fold back to where a step belongs.
    ///
    /// - Returns: The place among the kept steps from which on they are to be taken in again; nil when the
    ///   step belongs before all that is kept.
    private func rewind(to step: FoldStep, in fold: inout RecordFold) -> Int? {
        var place = steps.endIndex
        while place > steps.startIndex, step.counts(before: steps[place - 1]) { place -= 1 }
        // Before the first step that is kept it may belong anywhere.
        if place == steps.startIndex, forgotten > 0 { return nil }
        if place == steps.endIndex { return place }
        guard let mark = marks.last(where: { $0.count <= forgotten + place }) else { return nil }
        fold = mark.fold.copy()
        return mark.count - forgotten
    }

    /// Leaves out copies of the fold until few stand far from the end, and steps before the first of them.
    private mutating func thin() {
        func band(_ mark: Mark) -> Int {
            var (band, limit) = (0, closest)
            while total - mark.count >= limit, limit <= stepsKept {
                (band, limit) = (band + 1, limit * 4)
            }
            return band
        }
        let bands = marks.map(band)
        marks = marks.indices.filter { place in
            let isFirst = place == 0 || bands[place - 1] != bands[place]
            let isLast = place == marks.count - 1 || bands[place + 1] != bands[place]
            return isFirst || isLast
        }.map { marks[$0] }
        // One copy is kept that stands before all the steps that are to be kept.
        while marks.count > 1, total - marks[1].count >= stepsKept { marks.removeFirst() }
        guard let first = marks.first, first.count > forgotten else { return }
        steps.removeFirst(first.count - forgotten)
        forgotten = first.count
    }

    // MARK: Checking

    /// Checks entries against the journal that they would join.
    ///
    /// - Parameter drafts: The entries to be appended.
    /// - Returns: What would be wrong with them, and at what they look; nil when only the whole journal tells.
    func check(_ drafts: [EntryDraft]) -> KeptCheck? {
        var new: [FoldStep] = []
        var footprint = Footprint()
        for (place, draft) in drafts.enumerated() {
            guard !draft.kind.changesEarlierEntries else { return nil }
            if rooms.reach(of: draft.kind) == .room { footprint.isFarReaching = true }
            if let written = rooms.written(draft.kind, draft.subject) {
                footprint.writes.insert(written)
            }
            let entry = Entry(provisional: draft, sequence: sequence &+ place &+ 1)
            if let step = corrections.step(for: entry) { new.append(step) }
        }
        guard !new.isEmpty else {
            return KeptCheck(problems: [], footprint: footprint, last: sequence, rooms: rooms)
        }
        let kinds = Dictionary(uniqueKeysWithValues: new.map { ($0.sequence, $0.kind) })
        new.sort { $0.counts(before: $1) }
        var trial = fold.copy()
        guard let start = rewind(to: new[0], in: &trial) else { return nil }
        trial.wanted = Set(kinds.keys)
        for step in (steps[start...] + new).sorted(by: { $0.counts(before: $1) }) {
            trial.apply(step)
        }
        for (sequence, subjects) in trial.looked
        where kinds[sequence].map(rooms.reach) != .nothing {
            footprint.reads.formUnion(subjects.map(rooms.matter))
        }
        return KeptCheck(
            problems: trial.record.problems.filter { !problems.contains($0) },
            footprint: footprint,
            last: sequence,
            rooms: rooms
        )
    }
}

/// What a ``KeptFold`` says of entries that are to join its journal.
struct KeptCheck: Sendable {
    /// What would be wrong, empty when the entries may be appended.
    let problems: [RecordProblem]
    private(set) var footprint: Footprint
    /// The number of the last entry that was known.
    let last: Int
    private let rooms: Rooms

    init(problems: [RecordProblem], footprint: Footprint, last: Int, rooms: Rooms) {
        self.problems = problems
        self.footprint = footprint
        self.last = last
        self.rooms = rooms
    }

    /// Notes subjects that were found by another system's name.
    mutating func note(foundByName named: [SubjectReference]) {
        for subject in named {
            footprint.reads.insert(Matter(room: Matter.externalNames, subject: subject))
        }
    }

    /// What a store is to expect: that nothing stands in the way since the last entry that was known.
    var expectation: JournalExpectation { .since(last) { standingInTheWay(among: $0) } }

    /// Returns, of the entries that were recorded since, those that stand in the way or may do so.
    ///
    /// Where an entry reaches further than its subject, only the whole journal tells; then ``isCertain(_:)``
    /// is false of what is returned.
    func standingInTheWay(among between: [Entry]) -> [Entry] {
        guard !between.isEmpty else { return [] }
        if footprint.isFarReaching || between.contains(where: \.kind.changesEarlierEntries) {
            return between
        }
        let direct = between.filter(isDirect)
        return direct.isEmpty ? between.filter { rooms.reach(of: $0.kind) == .room } : direct
    }

    /// Whether entries stand in the way for certain.
    func isCertain(_ entries: [Entry]) -> Bool {
        !entries.isEmpty
            && entries.allSatisfy { !$0.kind.changesEarlierEntries && isDirect($0) }
    }

    private func isDirect(_ entry: Entry) -> Bool {
        rooms.written(entry.kind, entry.subject).map {
            footprint.reads.contains($0) || footprint.writes.contains($0)
        } ?? false
    }
}

extension EntryKind {
    /// Whether an entry of the kind changes what an earlier one counts for.
    fileprivate var changesEarlierEntries: Bool {
        self == .corrected || self == .voided || self == .textErased
    }
}

extension FoldStep {
    /// Whether the step counts before another.
    func counts(before other: FoldStep) -> Bool {
        (effective, sequence) < (other.effective, other.sequence)
    }
}
