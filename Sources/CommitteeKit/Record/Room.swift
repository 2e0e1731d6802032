// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One part of the domain, with everything that belongs to it: plans, risks, meetings.
///
/// A room is registered once, in a list of ``Rooms``; the fold, the edition, the export, the changes
/// in words, the files of changes and the scripts walk the list. A host adds rooms of its own in the
/// same way. `CommitteeTestKit` has the contract that every room must pass, and
/// `Examples/PolicyRegister` a room of a host.
///
/// ```swift
/// let library = CommitteeLibrary(
///     store: store, rooms: .standard.adding(PoliciesRoom()), today: { clock.today })
/// ```
public protocol Room: Sendable {
    /// What the room keeps of a committee.
    associatedtype State: RoomState
    /// What the room does with the entries of a journal.
    associatedtype Fold: RoomFold where Fold.State == State

    /// The room's name, unique among the rooms of a library, such as `plans`.
    var name: String { get }

    /// The kinds of subject that are at home in the room.
    var subjects: [SubjectKind] { get }

    /// The kinds of entry that the room understands.
    var kinds: [DeclaredKind] { get }

    /// The kinds of entry of other rooms of which this one wants to hear once they were taken in;
    /// none unless the room says so.
    var follows: Set<EntryKind> { get }

    /// How far an entry of one of the room's kinds reaches; the whole room unless the room says less.
    ///
    /// - Parameter kind: The kind.
    /// - Returns: The reach.
    func reach(of kind: EntryKind) -> EntryReach

    /// Begins to fold a journal.
    ///
    /// - Parameter date: The date on which the record is to be true; nil for all that is recorded.
    /// - Returns: The fold, which knows nothing yet.
    func fold(asOf date: CivilDate?) -> Fold

    /// How a person writes in a file of changes what the room understands; nothing unless the room
    /// says so.
    var requests: [RequestTarget] { get }

    /// Completes what a file of changes says from what stands elsewhere in the record or in the file,
    /// such as the scale of an assessment; nothing unless the room says so.
    ///
    /// - Parameter record: The record as the whole journal gives it.
    /// - Returns: What completes the facts of one file, in their order.
    func requestCompletion(in record: Record) -> (any RequestCompletion)?
}

extension Room {
    /// No other room's kinds.
    public var follows: Set<EntryKind> { [] }

    /// The whole room: always right, and slower when several people record at once.
    public func reach(of kind: EntryKind) -> EntryReach { .room }

    /// Nothing that a person writes.
    public var requests: [RequestTarget] { [] }

    /// Nothing to complete.
    public func requestCompletion(in record: Record) -> (any RequestCompletion)? { nil }
}

/// What a room does with the entries of a journal, one after another.
///
/// The same entries always give the same state. An entry that cannot be is refused in words, and
/// leaves the fold as it was. A fold is a value: a copy of it goes its own way, so that what is to be
/// recorded can be tried on a copy.
public protocol RoomFold<State> {
    /// What the room keeps of a committee.
    associatedtype State: RoomState

    /// Takes in an entry of one of the room's kinds.
    ///
    /// - Parameters:
    ///   - fact: What the entry says.
    ///   - step: The entry, as it counts.
    ///   - door: The door to other rooms.
    /// - Returns: What was found, what was expected and what to do when the entry cannot be, or nil
    ///   when it was taken in.
    mutating func apply(_ fact: Change.Fact, _ step: FoldStep, asking door: FoldDoor) -> String?

    /// Takes from an entry that takes effect after the date of the record what it tells about that
    /// date; nothing unless the room says so.
    ///
    /// Entries that were recorded before they take effect tell nothing of earlier days.
    ///
    /// - Parameters:
    ///   - fact: What the entry says.
    ///   - step: The entry, as it counts.
    mutating func lookAhead(_ fact: Change.Fact, _ step: FoldStep)

    /// Whether the fold looks at later entries of a kind; none unless the room says so.
    ///
    /// - Parameter kind: The kind.
    /// - Returns: Whether ``lookAhead(_:_:)`` is called for them.
    func looksAhead(for kind: EntryKind) -> Bool

    /// Notes an entry of a kind that no room knows, about a subject of this one; nothing unless the
    /// room says so.
    ///
    /// - Parameter step: The entry.
    mutating func note(_ step: FoldStep)

    /// Hears of an entry that another room took in, of a kind that this one follows.
    ///
    /// - Parameters:
    ///   - step: The entry.
    ///   - before: The card of its subject before.
    ///   - after: The card of its subject now.
    mutating func follow(_ step: FoldStep, before: SubjectCard?, after: SubjectCard?)

    /// Whether the fold has anything for which it follows other rooms.
    var isFollowing: Bool { get }

    /// Returns the card of a subject as it stands so far.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: Its card, or nil when the room has no such subject.
    func card(of subject: SubjectReference) -> SubjectCard?

    /// Returns what the room keeps, once every entry was taken in.
    ///
    /// - Returns: The state.
    func finished() -> State
}

extension RoomFold {
    /// Nothing.
    public mutating func lookAhead(_ fact: Change.Fact, _ step: FoldStep) {}

    /// None.
    public func looksAhead(for kind: EntryKind) -> Bool { false }

    /// Nothing.
    public mutating func note(_ step: FoldStep) {}

    /// Nothing.
    public mutating func follow(_ step: FoldStep, before: SubjectCard?, after: SubjectCard?) {}

    /// Nothing.
    public var isFollowing: Bool { false }

    /// No card.
    public func card(of subject: SubjectReference) -> SubjectCard? { nil }
}
