// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The door through which a room asks others about their subjects while a journal is folded.
///
/// What is asked is noted: what the fold looked at when it took an entry in, the entry depends on.
public final class FoldDoor {
    /// The folds of all rooms; that of the room which is at work is away meanwhile.
    var folds: [any RoomFold]
    private let homes: [SubjectKind: Int]
    private(set) var asked: [SubjectReference] = []
    /// What was looked at when an entry was taken in that somebody wants to know about.
    private var looked: [SubjectReference] = []
    /// Whether somebody wants to know what the entry at hand looks at.
    var isNoting = false

    init(_ rooms: Rooms, asOf date: CivilDate?) {
        folds = rooms.all.map { $0.fold(asOf: date) }
        homes = rooms.homes
    }

    private init(copying other: FoldDoor) {
        folds = other.folds
        homes = other.homes
    }

    /// Returns a door to copies of the folds, at which nothing was asked yet.
    func copy() -> FoldDoor { FoldDoor(copying: self) }

    /// Returns the card of a subject of another room.
    ///
    /// A room does not ask about its own subjects.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: Its card as it stands so far, or nil when there is no such subject.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        asked.append(subject)
        look(at: subject)
        return homes[subject.kind].flatMap { folds[$0].card(of: subject) }
    }

    /// Notes that taking the entry in hangs on a subject of the room's own.
    ///
    /// A room whose entries say that they reach no further than their subject
    /// (``EntryReach/subject``) notes every other of its subjects at which it looks: the plan of an item,
    /// the item above it, the register of a risk. Subjects of other rooms are noted when
    /// ``card(of:)`` is asked.
    ///
    /// - Parameter subject: The subject, whether it is there or not.
    public func look(at subject: @autoclosure () -> SubjectReference) {
        if isNoting { looked.append(subject()) }
    }

    /// Lets the fold of one room work on an entry.
    func work<Result>(in room: Int, _ body: (inout any RoomFold) -> Result) -> Result {
        // The fold is taken out, not copied: it alone holds what it changes.
        var fold: any RoomFold = NoFold()
        swap(&fold, &folds[room])
        defer { swap(&fold, &folds[room]) }
        return body(&fold)
    }

    /// Returns what was looked at since the last time, and forgets it.
    func takeLooked() -> [SubjectReference] {
        defer { looked.removeAll(keepingCapacity: true) }
        return looked
    }

    /// Returns what was asked since the last time, and forgets it.
    func takeAsked() -> [SubjectReference] {
        guard !asked.isEmpty else { return [] }
        defer { asked.removeAll(keepingCapacity: true) }
        return asked
    }
}

/// What stands in the place of a fold that is at work.
private struct NoFold: RoomFold {
    struct State: RoomState {
        mutating func cut(
            for audience: Audience,
            asking door: EditionDoor,
            noting omissions: inout Omissions
        ) {}
        func exported(on day: CivilDate) -> JSONObject { [:] }
    }

    mutating func apply(_: Change.Fact, _: FoldStep, asking _: FoldDoor) -> String? { nil }
    func finished() -> State { State() }
}
