// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A state of which one table says all that can happen to it.
///
/// Its room needs no fold of its own: a ``TableFold`` takes in what the table declares.
///
/// ```swift
/// public struct ImportsRoom: Room {
///     public typealias Fold = TableFold<ImportsState>
/// ```
public protocol TableState: RoomState {
    /// Everything that can be said of the state.
    static var table: SubjectTable<Self> { get }
}

/// The fold of a room that is a table and nothing else.
public struct TableFold<State: TableState>: RoomFold {
    private var state = State()

    /// Creates a fold that knows nothing yet.
    public init() {}

    /// Takes in what the table declares.
    public mutating func apply(
        _ fact: Change.Fact,
        _ step: FoldStep,
        asking door: FoldDoor
    ) -> String? {
        State.table.apply(fact, to: &state, step)
    }

    /// Returns the card that the state has so far.
    public func card(of subject: SubjectReference) -> SubjectCard? { state.card(of: subject) }

    /// Returns the state.
    public func finished() -> State { state }
}

extension Room where State: TableState {
    /// What the table declares.
    public var kinds: [DeclaredKind] { State.table.kinds }
}

extension Room where State: TableState, Fold == TableFold<State> {
    /// Begins to fold a journal.
    public func fold(asOf date: CivilDate?) -> TableFold<State> { TableFold() }
}
