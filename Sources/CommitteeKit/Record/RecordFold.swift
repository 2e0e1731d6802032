// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The state of one fold of a journal: it hands each entry to the room that understands it.
struct RecordFold {
    private let rooms: Rooms
    /// The date on which the record is to be true; nil for all that is recorded.
    private let date: CivilDate?
    private let door: FoldDoor
    var record = Record()
    /// Whether the record tells which entries made what it says.
    var notesProvenance = true
    /// The sequences of the entries of which somebody wants to know what they look at.
    var wanted: Set<Int> = []
    /// What those entries looked at, whether they were taken in or not.
    private(set) var looked: [Int: [SubjectReference]] = [:]

    init(_ rooms: Rooms, asOf date: CivilDate?) {
        self.rooms = rooms
        self.date = date
        door = FoldDoor(rooms, asOf: date)
    }

    private init(copying other: RecordFold) {
        (rooms, date, record) = (other.rooms, other.date, other.record)
        notesProvenance = other.notesProvenance
        door = other.door.copy()
    }

    /// Returns a fold that stands where this one does, and goes its own way from there.
    func copy() -> RecordFold { RecordFold(copying: self) }

    /// Whether the rooms' folds are values, so that a copy goes its own way.
    var isOfValues: Bool { door.folds.allSatisfy { !(type(of: $0) is any AnyObject.Type) } }

    mutating func apply(_ step: FoldStep) {
        let isLater = date.map { step.effective > $0 } ?? false
        guard step.version == 1, let (room, declared) = rooms.kinds[step.kind] else {
            if !isLater { note(step) }
            return
        }
        if isLater {
            guard !step.isForecast, door.folds[room].looksAhead(for: step.kind),
                let fact = try? declared.fact(of: step.payload)
            else { return }
            return door.work(in: room) { $0.lookAhead(fact, step) }
        }
        do throws(PayloadError) {
            let fact = try declared.fact(of: step.payload)
            take(fact, step, in: room, part: part(of: step, declared))
        } catch {
            problem(
                step,
                "The payload of “\(step.kind)” cannot be read. Give every member that this kind of "
                    + "entry has. \(error.message)"
            )
        }
    }

    private func part(of step: FoldStep, _ declared: DeclaredKind) -> String? {
        declared.part.flatMap { part in step.payload.members.flatMap { part(Payload($0)) } }
    }

    /// Counts an entry of a kind or a version that no room knows, and lets the room of its subject note it.
    private mutating func note(_ step: FoldStep) {
        record.unknownKinds[step.kind.rawValue, default: 0] += 1
        guard let home = rooms.homes[step.subject.kind] else { return }
        door.work(in: home) { $0.note(step) }
    }

    private mutating func take(
        _ fact: Change.Fact,
        _ step: FoldStep,
        in room: Int,
        part: String?
    ) {
        let followers = (rooms.followers[step.kind] ?? []).filter {
            $0 != room && door.folds[$0].isFollowing
        }
        let before = followers.isEmpty ? nil : door.folds[room].card(of: step.subject)
        door.isNoting = !wanted.isEmpty && wanted.contains(step.sequence)
        defer { if door.isNoting { looked[step.sequence] = door.takeLooked() } }
        let refusal = door.work(in: room) { $0.apply(fact, step, asking: door) }
        let asked = door.takeAsked()
        if let refusal { return problem(step, refusal) }
        if notesProvenance { record.provenance.note(step, part: part, asked: asked) }
        guard !followers.isEmpty else { return }
        let after = door.folds[room].card(of: step.subject)
        for follower in followers {
            door.work(in: follower) { $0.follow(step, before: before, after: after) }
        }
    }

    private mutating func problem(_ step: FoldStep, _ message: String) {
        record.problems.append(RecordProblem(sequence: step.sequence, message: message))
    }

    func finished() -> Record {
        var record = record
        for fold in door.folds { record.rooms.set(fold.finished()) }
        return record
    }
}
