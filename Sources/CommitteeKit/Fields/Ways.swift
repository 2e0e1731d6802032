// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How each layer carries a declaration, or why it does not.
///
/// A layer asks for its own way and for no other. A declaration that says nothing of a layer is not
/// carried by it; those of plans and their items say something of each, which a test holds them to.
public struct Ways<Subject: Sendable>: Sendable {
    /// How a person writes it in a file of changes.
    public var request: Carried<[RequestForm]>
    /// How a layout writes it into a cell, and reads it from one.
    public var cell: Carried<CellForm<Subject>>
    /// The columns that scripts read.
    public var columns: Carried<[Column<Subject>]>
    /// The members of exports and reports in JSON.
    public var json: Carried<[JSONMember<Subject>]>
    /// How a later document is compared with the record.
    public var comparison: Carried<FieldComparison<Subject>>
    /// The sentences of what has changed.
    public var sentence: Carried<Sentence<Subject>>
    /// How a test or an example of a plugin writes it.
    public var example: Carried<ExampleForm<Subject>>

    /// Creates ways of which none is said yet.
    public init() {
        request = .not(because: Self.unsaid)
        cell = .not(because: Self.unsaid)
        columns = .not(because: Self.unsaid)
        json = .not(because: Self.unsaid)
        comparison = .not(because: Self.unsaid)
        sentence = .not(because: Self.unsaid)
        example = .not(because: Self.unsaid)
    }

    /// The reason of a layer for which nothing was declared.
    public static var unsaid: String { "nobody has said how" }
}

/// How a person writes something in a file of changes.
public struct RequestForm: Sendable {
    /// The name of the member of a change that asks for it.
    public let name: String
    /// The members that go with it.
    public let companions: [String]
    /// Whether it may stand inside what is added, beside the place and the text.
    public let comesWithAddition: Bool
    /// The JSON Schema of the member, where it is of a form that the library knows.
    public let schema: JSONValue?
    /// Reads what the member asks for.
    public let read:
        @Sendable (JSONFields, inout RequestReading) throws(JSONError) -> [RequestedFact]

    /// Creates a form.
    ///
    /// - Parameters:
    ///   - name: The name of the member of a change that asks for it.
    ///   - companions: The members that go with it.
    ///   - comesWithAddition: Whether it may stand inside what is added.
    ///   - schema: The JSON Schema of the member.
    ///   - read: Reads what the member asks for.
    public init(
        _ name: String,
        companions: [String] = [],
        comesWithAddition: Bool = false,
        schema: JSONValue? = nil,
        read:
            @escaping @Sendable (JSONFields, inout RequestReading) throws(JSONError)
            -> [RequestedFact]
    ) {
        self.name = name
        self.companions = companions
        self.comesWithAddition = comesWithAddition
        self.schema = schema
        self.read = read
    }
}

/// What a person asks for: a fact, and how it stands to what was said before.
public struct RequestedFact: Hashable, Sendable {
    /// The fact.
    public var fact: Change.Fact
    /// The day on which it happened, when the request gives one of its own; it may be the latest
    /// possible only.
    public var on: DateBound?
    /// The members of the payload that the request leaves open: a correction of an earlier entry
    /// keeps what stood there.
    public var leavesOpen: [String]

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - fact: The fact.
    ///   - day: The day on which it happened, when the request gives one of its own.
    ///   - leavesOpen: The members of the payload that the request leaves open.
    public init(_ fact: Change.Fact, on day: DateBound? = nil, leavesOpen: [String] = []) {
        self.fact = fact
        on = day
        self.leavesOpen = leavesOpen
    }
}

/// What reading a file of changes goes by, and what it finds doubtful.
public struct RequestReading: Sendable {
    /// The reader that says what timescales mean.
    public let timescales: TimescaleReader
    /// The names of leads, to split leads that are written as one text.
    public let glossary: LeadGlossary?
    /// What was read but is doubtful.
    public var doubts: [Finding] = []

    /// Creates what reading goes by.
    ///
    /// - Parameters:
    ///   - timescales: The reader that says what timescales mean.
    ///   - glossary: The names of leads.
    public init(timescales: TimescaleReader, glossary: LeadGlossary?) {
        self.timescales = timescales
        self.glossary = glossary
    }
}

/// How a cell of a layout holds something, both ways.
public struct CellForm<Subject: Sendable>: Sendable {
    /// Makes the cell of the subject at a place of a list.
    public let write: Column<Subject>.Reader<Prose>
    /// Takes the cell into a subject; gives back whether it could be read.
    public let read: @Sendable (inout Subject, Prose) -> Bool

    /// Creates a form.
    ///
    /// - Parameters:
    ///   - write: Makes the cell of the subject at a place of a list.
    ///   - read: Takes the cell into a subject.
    public init(
        write: @escaping Column<Subject>.Reader<Prose>,
        read: @escaping @Sendable (inout Subject, Prose) -> Bool
    ) {
        self.write = write
        self.read = read
    }
}

/// A member of the JSON of a subject.
public struct JSONMember<Subject: Sendable>: Sendable {
    /// The member's name.
    public let name: String
    /// The JSON Schema of the value, where it is of a form that the library knows.
    public let schema: JSONValue?
    /// Makes the value of the subject at a place of a list.
    public let value: Column<Subject>.Reader<JSONValue>
    /// Takes the member of an object into a subject; nil when it is written and never read.
    public let read: (@Sendable (JSONFields, inout Subject) throws(JSONError) -> Void)?

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - schema: The JSON Schema of the value.
    ///   - read: Takes the member of an object into a subject.
    ///   - value: Makes the value of the subject at a place of a list.
    public init(
        _ name: String,
        schema: JSONValue? = nil,
        read: (@Sendable (JSONFields, inout Subject) throws(JSONError) -> Void)? = nil,
        value: @escaping Column<Subject>.Reader<JSONValue>
    ) {
        self.name = name
        self.schema = schema
        self.read = read
        self.value = value
    }
}

/// How a field of a later document is compared with the earlier one and with the record.
public struct FieldComparison<Subject: Sendable>: Sendable {
    /// What differs, when anything does.
    public enum Outcome: Sendable {
        /// The document says what it said before, or what the record says already.
        case same
        /// The document says something new.
        case changed(Change.Fact)
        /// Both the document and somebody since the last one changed it.
        case clash
    }

    /// The field's name.
    public let name: FieldName
    /// Compares the subject in the document, in the one before, and in the record.
    public let compare: @Sendable (Subject, Subject?, Subject?) -> Outcome

    /// Creates the comparison of a field's values.
    ///
    /// - Parameters:
    ///   - name: The field's name.
    ///   - empty: The value of a field that was never set.
    ///   - at: Reads the value of the subject at a place of a list.
    ///   - fact: Makes the fact that the field was set.
    public init<Value: Hashable & Sendable>(
        name: FieldName,
        empty: Value,
        at: @escaping Column<Subject>.Reader<Value>,
        fact: @escaping @Sendable (Value) -> Change.Fact
    ) {
        self.name = name
        compare = { subject, before, now in
            let value = at([subject], 0)
            let old = before.map { at([$0], 0) } ?? empty
            guard value != old else { return .same }
            let current = now.map { at([$0], 0) }
            guard current != value else { return .same }
            if let current, current != old { return .clash }
            return .changed(fact(value))
        }
    }
}

/// The sentences of what has changed in a subject.
public struct Sentence<Subject: Sendable>: Sendable {
    /// Says what differs between a subject earlier and later, by what it is called at the beginning of
    /// a sentence.
    public let say: @Sendable (Subject, Subject, String) -> [ChangeInWords]

    /// Creates the sentences.
    ///
    /// - Parameter say: Says what differs between a subject earlier and later.
    public init(say: @escaping @Sendable (Subject, Subject, String) -> [ChangeInWords]) {
        self.say = say
    }
}

/// One difference in words, and what sort it is.
public struct ChangeInWords: Hashable, Sendable {
    /// What sort of change it is, such as `completed`.
    public var kind: String
    /// The change in words.
    public var sentence: String

    /// Creates a difference.
    ///
    /// - Parameters:
    ///   - kind: What sort of change it is.
    ///   - sentence: The change in words.
    public init(_ kind: String, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }
}

/// How a test or an example of a plugin writes something of a subject.
public struct ExampleForm<Subject: Sendable>: Sendable {
    /// The members that it reads.
    public let names: [String]
    /// Takes the members into a subject.
    public let read: @Sendable (JSONFields, inout Subject, ExampleReading) throws(JSONError) -> Void

    /// Creates a form.
    ///
    /// - Parameters:
    ///   - names: The members that it reads.
    ///   - read: Takes the members into a subject.
    public init(
        _ names: [String],
        read:
            @escaping @Sendable (JSONFields, inout Subject, ExampleReading) throws(JSONError) ->
            Void
    ) {
        self.names = names
        self.read = read
    }
}

/// What an example of a plugin goes by.
public struct ExampleReading: Sendable {
    /// The day of which it speaks.
    public let asOf: CivilDate
    /// The status key of its plan, `plugin/name`.
    public let scheme: String?
    /// The reader that says what timescales mean.
    public let timescales: TimescaleReader

    /// Creates what an example goes by.
    ///
    /// - Parameters:
    ///   - asOf: The day of which it speaks.
    ///   - scheme: The status key of its plan.
    ///   - timescales: The reader that says what timescales mean.
    public init(asOf: CivilDate, scheme: String?, timescales: TimescaleReader) {
        self.asOf = asOf
        self.scheme = scheme
        self.timescales = timescales
    }
}
