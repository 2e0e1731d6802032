// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A subject of a room that is declared with few words: each field and each event in one place, for every layer.
///
/// The rooms of quality assurance and of programmes declare their subjects so. The library declares them; a host
/// does not add others.
public protocol DeclaredSubject: Hashable, Sendable {
    /// The kind of subject, as entries name it.
    static var subjectKind: SubjectKind { get }
    /// Everything that can be said of such a subject.
    static var table: SubjectTable<Self> { get }
    /// The identifier.
    var id: String { get }
    /// What people call it at the beginning of a sentence, such as `Audit “Neglect”`.
    var inSentence: String { get }
}

/// How a room declares something that happened to a subject: the members of its entries, and which of them are
/// free text.
protocol DeclaredHappening: Hashable, Sendable {
    static var shape: Shape<Self> { get }
    static var texts: [String] { get }
    /// The day on which it happened; nil before it is recorded.
    var on: CivilDate? { get set }
}

extension DeclaredHappening {
    var json: JSONValue { Self.shape.dated(self, on: on) }
}

extension DeclaredSubject {
    /// How entries name it.
    public var reference: SubjectReference { SubjectReference(kind: Self.subjectKind, id: id) }

    /// The subject as exports and programs have it, without what is not known.
    public var json: JSONValue {
        let row = [self]
        return .object(
            JSONObject(
                [("id", JSONValue.string(id))]
                    + Self.table.jsonMembers.map { ($0.name, $0.value(row, 0)) }
                    .filter { !$0.1.isNull }
            )
        )
    }

    /// The changes that make this subject of an earlier state of it, field by field.
    func facts(since before: Self) -> [Change] {
        Self.table.declarations.compactMap { declaration in
            guard let comparison = declaration.ways.comparison.way,
                case .changed(let fact) = comparison.compare(self, before, before)
            else { return nil }
            return Change(reference, fact)
        }
    }
}

extension DeclaredSubject {
    /// The kind of entry that says something of such a subject.
    static func kind(_ name: String) -> EntryKind {
        EntryKind("\(subjectKind).\(String(name.map { $0 == "_" ? "-" : $0 }))")
    }

    /// A field of a form that the library knows.
    static func field<Value: Hashable & Sendable>(
        _ name: String,
        _ summary: String,
        _ form: FieldForm<Value>,
        _ path: any WritableKeyPath<Self, Value> & Sendable
    ) -> Field<Self, Value> {
        Field(
            kind("\(name)_set"),
            name,
            summary,
            form,
            at: { $0[$1][keyPath: path] },
            set: { $0[keyPath: path] = $1 }
        )
    }

    /// What it is called, with which such a subject begins.
    static func titleField(
        _ summary: String,
        _ path: any WritableKeyPath<Self, String?> & Sendable
    ) -> Field<Self, String?> {
        field("title", summary, .name, path).carried { ways in
            ways.sentence = .by(
                Sentence { earlier, later, name in
                    let before = earlier[keyPath: path]
                    guard before != later[keyPath: path] else { return [] }
                    guard let before else { return [ChangeInWords("new", "\(name) is new.")] }
                    return [ChangeInWords("title", "\(name) was called “\(before)” before.")]
                }
            )
        }
    }

    /// A free text, which is kept erasable beside its entry.
    static func textField(
        _ name: String,
        _ summary: String,
        _ path: any WritableKeyPath<Self, Prose> & Sendable
    ) -> Field<Self, Prose> {
        let kind = kind("\(name)_set")
        let codec = Codec.erasable(
            Shape(Prose(), [.required("value", \Prose.self, .prose)]),
            [PayloadTexts(["value"])]
        )
        let plain = field(name, summary, .prose, path)
        var text = Field<Self, Prose>(
            kind,
            name,
            summary,
            empty: Prose(),
            samples: plain.samples,
            by: codec,
            at: { $0[$1][keyPath: path] },
            set: { $0[keyPath: path] = $1 }
        )
        let comparison = text.ways.comparison
        text.ways = plain.ways
        text.ways.comparison = comparison
        let names = FieldName(name)
        text.ways.request = .by([
            RequestForm(names.inJSON, comesWithAddition: true, schema: ["type": "string"]) {
                (fields, _) throws(JSONError) in
                let value = try fields.required(names.inJSON, as: .prose)
                return [RequestedFact(Change.Fact(kind, value, by: codec))]
            }
        ])
        return text
    }

    /// An event of which each one counts, in the order in which they happened.
    static func event<Value: DeclaredHappening>(
        _ name: String,
        _ summary: String,
        in path: any WritableKeyPath<Self, [Value]> & Sendable,
        as listName: String,
        part: (@Sendable (Payload) -> String?)? = nil,
        columns: [Column<Self>] = [],
        say: @escaping @Sendable (Value, String) -> String,
        refuse: @escaping @Sendable (Self, Value, FoldStep) -> String? = { _, _, _ in nil },
        replacing isReplaced: @escaping @Sendable (Value, Value) -> Bool = { _, _ in false }
    ) -> Event<Self, Value> {
        let json = FieldName(name).inJSON
        return Event<Self, Value>(
            kind(name),
            summary,
            part: part,
            by: .erasable(Value.shape, [PayloadTexts(Value.texts)])
        ) { subject, value, step in
            if let refusal = refuse(subject, value, step) { return refusal }
            var value = value
            value.on = step.effective
            guard !subject[keyPath: path].contains(value) else {
                return "That is recorded of \(subject.inSentence.lowercasedFirst) already. Nothing "
                    + "needs to change."
            }
            subject[keyPath: path].removeAll { isReplaced($0, value) }
            subject[keyPath: path].append(value)
            return nil
        }.carried { ways in
            ways.carryHappening(columns)
            ways.request = .saying(json, kind(name), Value.self)
            ways.json = .by([
                JSONMember(listName) { subjects, place in
                    let values = subjects[place][keyPath: path]
                    return values.isEmpty ? .null : .array(values.map(\.json))
                }
            ])
            ways.sentence = .by(
                Sentence { earlier, later, name in
                    later[keyPath: path].filter { !earlier[keyPath: path].contains($0) }.map {
                        ChangeInWords(json, say($0, name))
                    }
                }
            )
        }
    }

    /// An event that happens once, or of which the last one counts.
    static func event<Value: DeclaredHappening>(
        _ name: String,
        _ summary: String,
        at path: any WritableKeyPath<Self, Value?> & Sendable,
        columns: [Column<Self>] = [],
        say: @escaping @Sendable (Value, String) -> String,
        refuse: @escaping @Sendable (Self, Value, FoldStep) -> String? = { _, _, _ in nil }
    ) -> Event<Self, Value> {
        let json = FieldName(name).inJSON
        return Event<Self, Value>(
            kind(name),
            summary,
            by: .erasable(Value.shape, [PayloadTexts(Value.texts)])
        ) { subject, value, step in
            if let refusal = refuse(subject, value, step) { return refusal }
            var value = value
            value.on = step.effective
            subject[keyPath: path] = value
            return nil
        }.carried { ways in
            ways.carryHappening(columns)
            ways.request = .saying(json, kind(name), Value.self)
            ways.json = .by([
                JSONMember(json) { subjects, place in
                    subjects[place][keyPath: path]?.json ?? .null
                }
            ])
            ways.sentence = .by(
                Sentence { earlier, later, name in
                    guard let value = later[keyPath: path], earlier[keyPath: path] != value else {
                        return []
                    }
                    return [ChangeInWords(json, say(value, name))]
                }
            )
        }
    }

    /// The fact that something happened.
    static func fact<Value: DeclaredHappening>(_ name: String, _ value: Value) -> Change.Fact {
        Change.Fact(kind(name), value, by: .erasable(Value.shape, [PayloadTexts(Value.texts)]))
    }
}

extension Ways {
    /// Says why no sheet and no example writes what happens to such a subject.
    fileprivate mutating func carryHappening(_ columns: [Column<Subject>]) {
        cell = .not(
            because: "a sheet of quality assurance has the fields; what happens is recorded"
        )
        self.columns =
            columns.isEmpty
            ? .not(because: "scripts read what happened as tables") : .by(columns)
        comparison = .not(because: "what happened is recorded and never compared")
        example = .not(because: "an example of a plugin has the fields")
    }
}

extension Carried where Way == [RequestForm] {
    /// A member of a file of changes that has the shape of an event.
    fileprivate static func saying<Value: DeclaredHappening>(
        _ name: String,
        _ kind: EntryKind,
        _ type: Value.Type
    ) -> Carried {
        .by([
            RequestForm(name) { (fields, _) throws(JSONError) in
                let value = try fields.required(name, as: Value.shape.type)
                return [
                    RequestedFact(
                        Change.Fact(
                            kind,
                            value,
                            by: .erasable(Value.shape, [PayloadTexts(Value.texts)])
                        )
                    )
                ]
            }
        ])
    }
}
