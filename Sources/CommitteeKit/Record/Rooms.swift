// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The rooms of a library, in the order in which their parts stand in exports and in what changed.
///
/// ```swift
/// let rooms = Rooms.standard.adding(PoliciesRoom())
/// let record = Record.folding(entries, in: rooms)
/// ```
public struct Rooms: Sendable {
    /// The rooms.
    public let all: [any Room]
    /// The kinds of entry that some room understands.
    let kinds: [EntryKind: (room: Int, declared: DeclaredKind)]
    /// The room in which each kind of subject is at home.
    let homes: [SubjectKind: Int]
    /// The rooms that follow a kind of entry.
    let followers: [EntryKind: [Int]]

    /// Creates a list of rooms.
    ///
    /// Of two rooms that claim a kind of entry or of subject, the earlier has it.
    ///
    /// - Parameter rooms: The rooms.
    public init(_ rooms: [any Room]) {
        all = rooms
        var kinds: [EntryKind: (room: Int, declared: DeclaredKind)] = [:]
        var homes: [SubjectKind: Int] = [:]
        var followers: [EntryKind: [Int]] = [:]
        for (place, room) in rooms.enumerated() {
            for kind in room.kinds where kinds[kind.kind] == nil {
                kinds[kind.kind] = (place, kind)
            }
            for subject in room.subjects where homes[subject] == nil { homes[subject] = place }
            for kind in room.follows { followers[kind, default: []].append(place) }
        }
        self.kinds = kinds
        self.homes = homes
        self.followers = followers
    }

    /// Returns the list with another room at its end.
    ///
    /// - Parameter room: The room.
    /// - Returns: The list.
    public func adding(_ room: any Room) -> Rooms { Rooms(all + [room]) }

    /// The kinds of entry that the rooms understand, room by room.
    public var declaredKinds: [DeclaredKind] { all.flatMap(\.kinds) }

    /// Returns how a kind of entry is declared, when some room understands it.
    ///
    /// - Parameter kind: The kind.
    /// - Returns: Its declaration.
    public func declared(_ kind: EntryKind) -> DeclaredKind? { kinds[kind]?.declared }

    /// Reads the typed view of an entry.
    ///
    /// - Parameters:
    ///   - subject: The entry's subject.
    ///   - kind: The entry's kind.
    ///   - payload: The entry's payload, with its erasable texts put back.
    /// - Returns: The change, or nil when no room knows the kind.
    /// - Throws: ``PayloadError`` when the payload cannot be read.
    public func change(
        subject: SubjectReference,
        kind: EntryKind,
        payload: JSONValue
    ) throws(PayloadError) -> Change? {
        guard let declared = kinds[kind]?.declared else { return nil }
        return Change(subject, try declared.fact(of: payload))
    }
}
