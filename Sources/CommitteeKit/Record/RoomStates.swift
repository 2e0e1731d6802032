// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What every room keeps of a committee.
public struct RoomStates: Sendable {
    /// What one room keeps.
    private struct Kept: Sendable {
        let type: ObjectIdentifier
        var state: any RoomState
    }

    private var kept: [Kept] = []

    /// Creates the states of a committee of which nothing is known.
    public init() {}

    /// The states, in the order of the rooms.
    public var all: [any RoomState] { kept.map(\.state) }

    /// What one room keeps; nothing when it was never asked.
    ///
    /// - Complexity: O(*r*) in the number of rooms.
    public subscript<State: RoomState>(type: State.Type) -> State {
        get {
            let wanted = ObjectIdentifier(type)
            for place in kept.indices where kept[place].type == wanted {
                return kept[place].state as? State ?? State()
            }
            return State()
        }
        set { set(newValue) }
    }

    /// Sets what one room keeps.
    mutating func set(_ state: some RoomState) {
        let type = ObjectIdentifier(Swift.type(of: state))
        if let place = kept.firstIndex(where: { $0.type == type }) {
            kept[place].state = state
        } else {
            kept.append(Kept(type: type, state: state))
        }
    }

    /// What a room keeps that has the type of another state; nothing when it was never asked.
    func matching<State: RoomState>(_ other: State) -> State { self[State.self] }

    /// Leaves out what an audience may not read, and counts it.
    ///
    /// The rooms are cut from the last to the first: so the omissions are listed as they always were.
    mutating func cut(for audience: Audience, noting omissions: inout Omissions) {
        let door = EditionDoor(self)
        for place in kept.indices.reversed() {
            kept[place].state.cut(for: audience, asking: door, noting: &omissions)
        }
    }

    /// Returns the card of a subject, whichever room it is in.
    func card(of subject: SubjectReference) -> SubjectCard? {
        for place in kept.indices {
            if let card = kept[place].state.card(of: subject) { return card }
        }
        return nil
    }
}

/// The door through which a room asks others about their subjects while an edition is cut.
public struct EditionDoor: Sendable {
    private let rooms: RoomStates

    init(_ rooms: RoomStates) { self.rooms = rooms }

    /// Returns the card of a subject, as it is before anything is left out.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: Its card, or nil when no room has it.
    public func card(of subject: SubjectReference) -> SubjectCard? { rooms.card(of: subject) }

    /// Whether an audience may know of a subject; of one that no room has, it may.
    ///
    /// - Parameters:
    ///   - audience: The audience.
    ///   - subject: The subject.
    /// - Returns: Whether it may.
    public func may(_ audience: Audience, knowOf subject: SubjectReference) -> Bool {
        card(of: subject).map { $0.audience <= audience } ?? true
    }
}

extension RoomStates: Hashable {
    /// Returns whether every room keeps the same; a room that keeps nothing does not count.
    public static func == (first: Self, second: Self) -> Bool {
        first.isKept(in: second) && second.isKept(in: first)
    }

    private func isKept(in other: Self) -> Bool {
        func isEqual<State: RoomState>(_ state: State) -> Bool { other[State.self] == state }
        return kept.allSatisfy { isEqual($0.state) }
    }

    /// Feeds what the rooms keep to a hasher, whatever their order.
    public func hash(into hasher: inout Hasher) {
        func value<State: RoomState>(_ state: State) -> Int? {
            state == State() ? nil : state.hashValue
        }
        hasher.combine(kept.compactMap { value($0.state) }.reduce(0, ^))
    }
}
