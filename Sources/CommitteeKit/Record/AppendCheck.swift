// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Entries that are to join a history: what would be wrong with them, and which later entries would stand in
/// their way.
///
/// The check is made once, before the append. What others record in between is held against what the fold
/// noted: entries about other subjects let it through, entries about a subject that it changes or looks at
/// do not. Where an entry reaches further than its subject, the whole journal is folded again.
struct AppendCheck: Sendable {
    /// What would be wrong, empty when the entries may be appended.
    let problems: [RecordProblem]
    private let drafts: [EntryDraft]
    private let history: [Entry]
    private let rooms: Rooms
    /// At what they look, and what they change.
    let footprint: Footprint

    /// Checks entries against the history that they would join.
    ///
    /// - Parameters:
    ///   - drafts: The entries to be appended.
    ///   - history: All entries of the journal so far.
    ///   - rooms: The rooms that take them in.
    ///   - named: Subjects that were found by another system's name.
    init(
        appending drafts: [EntryDraft],
        to history: [Entry],
        in rooms: Rooms,
        foundByName named: [SubjectReference] = []
    ) {
        let joined = JoinedHistory(drafts, after: history, in: rooms, noting: [])
        var footprint = joined.footprint(of: drafts)
        for subject in named {
            footprint.reads.insert(Matter(room: Matter.externalNames, subject: subject))
        }
        problems = joined.newProblems
        self.footprint = footprint
        self.drafts = drafts
        self.history = history
        self.rooms = rooms
    }

    /// What a store is to expect: that nothing stands in the way since the end of the history.
    var expectation: JournalExpectation {
        .since(history.last?.sequence ?? 0) { standingInTheWay(among: $0, after: history) }
    }

    /// Returns the entries of the history after a number.
    func known(after sequence: Int) -> [Entry] { history.filter { $0.sequence > sequence } }

    /// Returns, of the entries of the history after a number, those that stand in the way.
    func standingInTheWay(since sequence: Int) -> [Entry] {
        let known = history.prefix { $0.sequence <= sequence }
        return standingInTheWay(
            among: Array(history[known.endIndex...]),
            after: Array(known)
        )
    }

    /// Returns, of the entries that follow a history, those that stand in the way.
    func standingInTheWay(among between: [Entry], after known: [Entry]) -> [Entry] {
        guard !between.isEmpty else { return [] }
        let touched = footprint.all
        let all = known + between
        let direct = between.filter { entry in
            let said = all.said(by: entry)
            return rooms.written(said.kind, said.subject).map(touched.contains) ?? false
        }
        guard direct.isEmpty else { return direct }
        let far = between.filter { rooms.reach(of: $0.kind) == .room }
        guard footprint.isFarReaching || !far.isEmpty else { return [] }
        let joined = JoinedHistory(drafts, after: all, in: rooms, noting: between)
        if footprint.isFarReaching {
            let reading = between.filter {
                !joined.footprint(of: $0, in: all).reads.isDisjoint(with: footprint.writes)
            }
            guard reading.isEmpty else { return reading }
        }
        let reads = joined.footprint(of: drafts).reads
        let moved = between.filter {
            !joined.footprint(of: $0, in: all).writes.isDisjoint(with: reads)
        }
        guard moved.isEmpty, joined.newProblems.isEmpty else {
            return moved.isEmpty ? (far.isEmpty ? between : far) : moved
        }
        return []
    }
}

/// A history with entries that would join it, folded once.
private struct JoinedHistory {
    private let rooms: Rooms
    private let history: [Entry]
    private let added: [Entry]
    private let record: Record
    private let noted: [Int: [SubjectReference]]

    init(_ drafts: [EntryDraft], after history: [Entry], in rooms: Rooms, noting also: [Entry]) {
        let last = history.last?.sequence ?? 0
        added = drafts.enumerated().map { index, draft in
            Entry(provisional: draft, sequence: last &+ index &+ 1)
        }
        self.history = history
        self.rooms = rooms
        let all = history + added
        var wanted = Set((added + also).map(\.sequence))
        // What a correction looks at is what the entry looks at that it corrects.
        for entry in added + also { wanted.insert(all.said(by: entry).sequence) }
        (record, noted) = Record.folding(all, in: rooms, noting: wanted)
    }

    /// The problems that the history does not have without the entries.
    var newProblems: [RecordProblem] {
        guard !record.problems.isEmpty else { return [] }
        let before = Set(Record.folding(history, in: rooms).problems)
        return record.problems.filter { !before.contains($0) }
    }

    func footprint(of drafts: [EntryDraft]) -> Footprint {
        var footprint = Footprint()
        for entry in added {
            footprint.formUnion(self.footprint(of: entry, in: history + added))
        }
        return footprint
    }

    func footprint(of entry: Entry, in all: [Entry]) -> Footprint {
        let said = all.said(by: entry)
        var footprint = Footprint()
        footprint.isFarReaching = rooms.reach(of: entry.kind) == .room
        if let written = rooms.written(said.kind, said.subject) {
            footprint.writes.insert(written)
        }
        guard rooms.reach(of: said.kind) != .nothing else { return footprint }
        for subject in noted[said.sequence] ?? [] {
            footprint.reads.insert(rooms.matter(of: subject))
        }
        return footprint
    }
}

extension [Entry] {
    /// The entry of which one speaks: the one that it corrects or voids, or itself.
    ///
    /// - Complexity: O(1) for a whole journal.
    fileprivate func said(by entry: Entry) -> Entry {
        var entry = entry
        while entry.kind == .corrected || entry.kind == .voided,
            let target = entry.payload.members?.number("entry"), target > 0,
            target < entry.sequence, target <= count, self[target - 1].sequence == target
        {
            entry = self[target - 1]
        }
        return entry
    }
}
