// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a room keeps of a committee on a date: a value, made by its ``RoomFold``.
///
/// ```swift
/// struct PoliciesState: RoomState {
///     var policies: [Policy] = []
///
///     mutating func cut(
///         for audience: Audience, asking door: EditionDoor, noting omissions: inout Omissions
///     ) {
///         let all = policies.count
///         policies.removeAll { $0.audience > audience }
///         omissions.note(all - policies.count, "policies", one: "policy")
///     }
/// }
/// ```
public protocol RoomState: Hashable, Sendable {
    /// Creates the state of a committee of which the room knows nothing.
    init()

    /// Leaves out what an audience may not read, and counts it.
    ///
    /// A wider circle never reads what a narrower one may not: cutting for the public what was cut for
    /// partners gives what cutting for the public at once gives. A room tells nothing of what it left
    /// out but the count, and counts nothing inside what it left out.
    ///
    /// - Parameters:
    ///   - audience: The audience.
    ///   - door: The door to other rooms, as they are before anything is left out.
    ///   - omissions: Where what is left out is counted.
    mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    )

    /// Returns the card of a subject of the room.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: Its card, or nil when the room has no such subject.
    func card(of subject: SubjectReference) -> SubjectCard?

    /// Says in words what has changed since an earlier state.
    ///
    /// - Parameters:
    ///   - earlier: What the room kept earlier, cut for the same audience.
    ///   - editions: The two editions, with their dates and all that other rooms know.
    /// - Returns: The changes, in the order in which people read them.
    func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange]

    /// Returns everything that the room keeps, as an export has it.
    ///
    /// - Parameter day: The date on which it is true.
    /// - Returns: The members that the room adds to the export's state.
    func exported(on day: CivilDate) -> JSONObject

    /// Returns the room's tables, as scripts read them; there are none unless the room says so.
    var tables: [RoomTable] { get }

    /// Returns what is due, of which reminders may speak; nothing unless the room says so.
    ///
    /// - Parameter day: The last day that is asked about.
    /// - Returns: What is due on or before the day.
    func deadlines(through day: CivilDate) -> [RoomDeadline]
}

extension RoomState {
    /// No card: the room has no subjects of which another one asks.
    public func card(of subject: SubjectReference) -> SubjectCard? { nil }

    /// No changes in words.
    public func changes(since earlier: Self, in editions: EditionPair) -> [EditionChange] { [] }

    /// No tables.
    public var tables: [RoomTable] { [] }

    /// Nothing that is due.
    public func deadlines(through day: CivilDate) -> [RoomDeadline] { [] }
}

/// Two editions of one committee, cut for the same audience.
public struct EditionPair: Sendable {
    /// The earlier one.
    public let earlier: Edition
    /// The later one.
    public let later: Edition

    /// Creates a pair.
    ///
    /// - Parameters:
    ///   - earlier: The earlier edition.
    ///   - later: The later edition.
    public init(_ earlier: Edition, _ later: Edition) {
        self.earlier = earlier
        self.later = later
    }
}

/// Something of a room that is due on a day.
public struct RoomDeadline: Hashable, Sendable {
    /// What it is.
    public var subject: SubjectReference
    /// What sort of thing it is, by which a rule of reminders may ask for it, such as `policy`.
    public var kind: String
    /// What it is called within a sentence, such as `the review of the policy on consent`.
    public var name: String
    /// The day.
    public var due: CivilDate
    /// Who answers for it: roles, groups and bodies.
    public var leads: [String]
    /// The names by which a rule may limit itself to it.
    public var groups: [String]

    /// Creates a deadline.
    ///
    /// - Parameters:
    ///   - subject: What it is.
    ///   - kind: What sort of thing it is.
    ///   - name: What it is called within a sentence.
    ///   - due: The day.
    ///   - leads: Who answers for it.
    ///   - groups: The names by which a rule may limit itself to it.
    public init(
        _ subject: SubjectReference,
        kind: String,
        name: String,
        due: CivilDate,
        leads: [String] = [],
        groups: [String] = []
    ) {
        self.subject = subject
        self.kind = kind
        self.name = name
        self.due = due
        self.leads = leads
        self.groups = groups
    }
}
