// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The room of the documents that were imported.
public struct ImportsRoom: Room {
    /// The room's table is all that there is to fold.
    public typealias Fold = TableFold<ImportsState>

    /// Creates the room.
    public init() {}

    /// The room's name.
    public var name: String { "imports" }

    /// None: an import is something that happened to the committee.
    public var subjects: [SubjectKind] { [] }

    /// A note of an import hangs on nothing and changes nothing.
    public func reach(of kind: EntryKind) -> EntryReach { .nothing }
}

/// The documents that were imported.
public struct ImportsState: TableState {
    /// The documents, oldest first.
    public var imports: [ImportRecord] = []

    /// Creates the state of a committee that imported nothing.
    public init() {}

    /// Leaves out everything for whoever may not see all: where a document came from is the
    /// committee's own affair, and no report speaks of it.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        if audience < .restricted { imports = [] }
    }

    /// Returns the documents.
    public func exported(on day: CivilDate) -> JSONObject {
        ["imports": .array(imports.map { .object($0.json) })]
    }
}

extension ImportsState {
    static let imported = Event<ImportsState, ImportRecord>(
        "document.imported",
        "A document was imported: its name, the digest of its bytes and repairs, and its layout.",
        by: .object(
            "the note of an import",
            needs: ["document", "digest", "layout"],
            { $0.json },
            { ImportRecord(json: $0) }
        )
    ) { state, note, _ in
        state.imports.append(note)
        return nil
    }

    /// Everything that can be said of imports.
    public static let table = SubjectTable<ImportsState>([imported.declaration])
}

extension Change.Fact {
    /// A document was imported.
    public static func imported(_ note: ImportRecord) -> Self { ImportsState.imported.fact(note) }
}

extension Record {
    /// The documents that were imported, oldest first.
    public var imports: [ImportRecord] {
        get { self[ImportsState.self].imports }
        set { self[ImportsState.self].imports = newValue }
    }
}
