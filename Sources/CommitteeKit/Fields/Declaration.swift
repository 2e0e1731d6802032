// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One thing that can be said of a subject, as every layer reads it.
///
/// It is made of a ``Field`` or an ``Event``, whose type of value it no longer shows.
public struct Declaration<Subject: Sendable>: Sendable {
    /// The field's name; nil for an event.
    public let name: FieldName?
    /// The kind of entry.
    public let declared: DeclaredKind
    /// Facts with which tests go through every layer; none where only its own tests know any.
    public var samples: [Change.Fact] { makeSamples() }
    /// How each layer carries it.
    public let ways: Ways<Subject>
    /// Takes a fact of this kind into the subject; gives back why it cannot be, when it cannot.
    public let apply: @Sendable (Change.Fact, inout Subject, FoldStep) -> String?
    private let makeSamples: @Sendable () -> [Change.Fact]

    init(
        name: FieldName? = nil,
        declared: DeclaredKind,
        samples: @escaping @Sendable () -> [Change.Fact] = { [] },
        ways: Ways<Subject>,
        apply: @escaping @Sendable (Change.Fact, inout Subject, FoldStep) -> String?
    ) {
        self.name = name
        self.declared = declared
        makeSamples = samples
        self.ways = ways
        self.apply = apply
    }
}

/// Everything that can be said of a kind of subject, declared once.
///
/// Each layer walks the table, so what is declared here reaches all of them:
///
/// ```swift
/// for declaration in PlanItem.table.declarations {
///     print(declaration.declared.kind, declaration.declared.summary)
/// }
/// ```
public struct SubjectTable<Subject: Sendable>: Sendable {
    /// The declarations, in the order in which people read them.
    public let declarations: [Declaration<Subject>]
    private let places: [EntryKind: Int]

    /// Creates a table.
    ///
    /// - Parameter declarations: The declarations; of two of one kind the first counts.
    public init(_ declarations: [Declaration<Subject>]) {
        self.declarations = declarations
        places = Dictionary(
            declarations.enumerated().map { ($0.element.declared.kind, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The declaration of a kind of entry, when the subject has it.
    public subscript(kind: EntryKind) -> Declaration<Subject>? {
        places[kind].map { declarations[$0] }
    }

    /// The kinds of entry.
    public var kinds: [DeclaredKind] { declarations.map(\.declared) }

    /// Takes a fact into a subject.
    ///
    /// - Parameters:
    ///   - fact: The fact.
    ///   - subject: The subject.
    ///   - step: The entry that says it.
    /// - Returns: Why it cannot be, or nil when it was taken in or is of another table's kind.
    public func apply(_ fact: Change.Fact, to subject: inout Subject, _ step: FoldStep) -> String? {
        guard let place = places[fact.kind] else { return nil }
        return declarations[place].apply(fact, &subject, step)
    }
}

extension SubjectTable {
    /// Says what differs between a subject earlier and later, in the order of the declarations.
    ///
    /// - Parameters:
    ///   - earlier: The subject earlier.
    ///   - later: The subject later.
    ///   - name: What the subject is called at the beginning of a sentence.
    /// - Returns: The differences.
    public func sentences(
        from earlier: Subject,
        to later: Subject,
        of name: String
    ) -> [ChangeInWords] {
        declarations.compactMap(\.ways.sentence.way).flatMap { $0.say(earlier, later, name) }
    }
}

extension SubjectTable {
    /// The members of the JSON of a subject, in the order of the declarations.
    public var jsonMembers: [JSONMember<Subject>] {
        declarations.compactMap(\.ways.json.way).flatMap { $0 }
    }

    /// The columns that scripts read, in the order of the declarations.
    public var columns: [Column<Subject>] {
        declarations.compactMap(\.ways.columns.way).flatMap { $0 }
    }

    /// The fields that a cell of a layout may hold, in the order of the declarations.
    public var cells: [(name: FieldName, form: CellForm<Subject>)] {
        declarations.compactMap { declaration in
            declaration.name.flatMap { name in declaration.ways.cell.way.map { (name, $0) } }
        }
    }

    /// How a test or an example of a plugin writes a subject, in the order of the declarations.
    public var exampleForms: [ExampleForm<Subject>] { declarations.compactMap(\.ways.example.way) }
}
