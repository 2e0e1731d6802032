// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A committee's record as it was true on a date, as known by a date, cut for one audience.
///
/// Reports, reminder rules and plugins only ever see an edition. What was left out for the audience
/// is counted and said. The host decides who its readers are; the library only cuts.
///
/// ```swift
/// let edition = try await committee.edition(asOf: CivilDate(2023, 10, 31), audience: .public)
/// edition.plans.first?.actions.count  // 19
/// ```
public struct Edition: Hashable, Sendable {
    /// The date on which the record was true.
    public var asOf: CivilDate
    /// The instant by which it was known; nil for all that is known.
    public var knownAt: RecordedInstant?
    /// The audience for which it was cut.
    public var audience: Audience
    /// The committee's identifier.
    public var committee: String
    /// The committee's name.
    public var name: String
    /// What every room keeps, cut for the audience.
    public var rooms: RoomStates
    /// What was left out for the audience.
    public var omissions: [Omission]

    /// Creates an edition by cutting a record.
    ///
    /// - Parameters:
    ///   - record: The record on the date.
    ///   - committee: The committee's identifier.
    ///   - name: The committee's name.
    ///   - asOf: The date.
    ///   - knownAt: The instant by which it was known.
    ///   - audience: The audience.
    /// - Complexity: O(*n*) in the size of the record.
    public init(
        of record: Record,
        committee: String,
        name: String,
        asOf: CivilDate,
        knownAt: RecordedInstant? = nil,
        audience: Audience
    ) {
        self.asOf = asOf
        self.knownAt = knownAt
        self.audience = audience
        self.committee = committee
        self.name = name
        var omissions = Omissions()
        var rooms = record.rooms
        rooms.cut(for: audience, noting: &omissions)
        self.rooms = rooms
        self.omissions = omissions.all
    }

    /// What one room keeps, cut for the audience.
    ///
    /// - Complexity: O(*r*) in the number of rooms.
    public subscript<State: RoomState>(type: State.Type) -> State {
        get { rooms[type] }
        set { rooms[type] = newValue }
    }

    /// Returns the edition cut again for a wider circle of readers.
    ///
    /// - Parameter audience: The audience; one that is no wider circle leaves the edition as it is.
    /// - Returns: The edition, in which what was left out is counted too.
    /// - Complexity: O(*n*) in the size of the edition.
    public func cut(for audience: Audience) -> Edition {
        guard audience < self.audience else { return self }
        var edition = self
        edition.audience = audience
        var omissions = Omissions(self.omissions)
        edition.rooms.cut(for: audience, noting: &omissions)
        edition.omissions = omissions.all
        return edition
    }

    /// Returns what was left out of one plan or one register for the audience.
    ///
    /// A page about a plan says no more than this: what else is withheld is not its matter.
    ///
    /// - Parameter subject: The plan or the register.
    /// - Returns: What was left out, in the plural and without a count; empty when nothing was.
    /// - Complexity: O(*n*) in the number of omissions.
    public func leftOut(of subject: SubjectReference) -> [String] {
        omissions.filter { $0.of == subject }.map(\.what)
    }

    /// Returns the card of a subject, whichever room it is in.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: Its card, or nil when the edition has no such subject.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        rooms.card(of: subject)
    }

    /// Says in words what has changed since an earlier edition.
    ///
    /// - Parameter earlier: The earlier edition, cut for the same audience.
    /// - Returns: The changes, room by room.
    public func changes(since earlier: Edition) -> [EditionChange] {
        let pair = EditionPair(earlier, self)
        func changes<State: RoomState>(of state: State) -> [EditionChange] {
            state.changes(since: earlier.rooms.matching(state), in: pair)
        }
        return rooms.all.flatMap { changes(of: $0) }
    }
}
