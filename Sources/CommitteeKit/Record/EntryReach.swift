// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How far an entry of a kind reaches: whether it can change, or make impossible, what others say of other
/// subjects.
///
/// When two people record at the same time, what the later one says must still hold after what the earlier
/// one said. A room that knows its entries saves the look at the whole journal that this otherwise takes.
public enum EntryReach: Hashable, Sendable {
    /// It only adds to a list, and hangs on nothing: two of them never stand in each other's way.
    case nothing
    /// It changes its own subject alone, takes nothing away that another subject needs, and the fold notes
    /// through the ``FoldDoor`` every other subject at which it looks.
    case subject
    /// It may change any subject of its room, or take one away.
    case room
}

/// A subject as one room keeps it; two rooms may speak of the same subject without touching each other.
struct Matter: Hashable, Sendable {
    /// The place of the room in the list of rooms, or ``externalNames``; nil when no room knows of it.
    var room: Int?
    var subject: SubjectReference

    /// What stands for the index of other systems' names, which is no room.
    static let externalNames = -1
}

/// What entries look at and what they change.
struct Footprint: Hashable, Sendable {
    var reads: Set<Matter> = []
    var writes: Set<Matter> = []
    var isFarReaching = false

    var all: Set<Matter> { reads.union(writes) }

    mutating func formUnion(_ other: Footprint) {
        reads.formUnion(other.reads)
        writes.formUnion(other.writes)
        isFarReaching = isFarReaching || other.isFarReaching
    }
}

extension Rooms {
    /// What an entry changes by its kind and its subject alone; nil when it stands in nobody's way.
    func written(_ kind: EntryKind, _ subject: SubjectReference) -> Matter? {
        if kind == .externalIDSet || kind == .externalIDRemoved {
            return Matter(room: Matter.externalNames, subject: subject)
        }
        guard reach(of: kind) != .nothing else { return nil }
        return Matter(room: kinds[kind]?.room ?? homes[subject.kind], subject: subject)
    }

    /// How far an entry of a kind reaches; one that no room knows reaches its own subject.
    func reach(of kind: EntryKind) -> EntryReach {
        if kind == .corrected || kind == .voided { return .room }
        return kinds[kind].map { all[$0.room].reach(of: kind) } ?? .subject
    }

    /// The matter of another subject, as the room keeps it in which it is at home.
    func matter(of subject: SubjectReference) -> Matter {
        Matter(room: homes[subject.kind], subject: subject)
    }
}
