// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A kind of entry of a risk: everything that is to be known of it, and how each layer carries it.
struct RiskEntry<Value: Hashable & Sendable>: Sendable {
    typealias Apply = @Sendable (inout RiskPlace, Value, FoldStep) -> String?
    typealias Words = @Sendable (Value, RiskPlace) -> String

    private let codec: Codec<Value>
    /// The entry without the type of its value.
    let untyped: RiskDeclaration

    /// Creates an event.
    ///
    /// - Parameters:
    ///   - name: The name of the fact.
    ///   - kind: The kind of entry.
    ///   - sort: Whether the last entry counts alone, or each of them.
    ///   - summary: What such an entry says, in one sentence.
    ///   - participle: What was done to the risk; the kind's own word unless given.
    ///   - shape: How the value is written by a person and in the journal.
    ///   - sample: A value that the record allows where the state of a risk does.
    ///   - mentions: The actions and risks that must be there.
    ///   - words: What happened, in words that fit after “it was”; the participle unless given.
    ///   - carried: Sets the ways that a value of its own has.
    ///   - apply: Takes the value into the risk; gives back why it cannot be, when it cannot.
    init(
        _ name: RiskFact.Name,
        _ kind: EntryKind,
        sort: DeclaredKind.Sort = .event,
        _ summary: String,
        participle: String? = nil,
        _ shape: Shape<Value>,
        sample: Value,
        mentions: @escaping @Sendable (Value) -> [SubjectReference] = { _ in [] },
        words: Words? = nil,
        carried: (inout Ways<RiskPlace>) -> Void,
        apply: @escaping Apply = { _, _, _ in nil }
    ) {
        let codec = Codec<Value>(recorded: shape, as: kind)
        self.codec = codec
        var ways = Ways<RiskPlace>()
        ways.request = .by([
            RequestForm(name.rawValue) { (fields, _) throws(JSONError) in
                let value = try fields.required(name.rawValue, as: shape.type)
                return [RequestedFact(Change.Fact(kind, value, by: codec))]
            }
        ])
        ways.leaveDocuments()
        ways.sentence = .by(.history(of: kind))
        carried(&ways)
        let participle = participle ?? String(kind.rawValue.drop { $0 != "." }.dropFirst())
        untyped = RiskDeclaration(
            name: name,
            participle: participle,
            declaration: Declaration(
                declared: DeclaredKind(kind, sort, summary, by: codec),
                samples: { [Change.Fact(kind, sample, by: codec)] },
                ways: ways
            ) { fact, place, step in
                fact.value(as: Value.self).flatMap { apply(&place, $0, step) }
            },
            type: JSONFieldType(shape.type.expected) { (node, spot) throws(JSONError) in
                RiskFact(name, Change.Fact(kind, try shape.type.read(node, spot), by: codec))
            },
            json: { fact in fact.value().map(shape.write) ?? [:] },
            mentions: { fact in fact.value().map(mentions) ?? [] },
            words: { fact, place in
                guard let words, let value = fact.value(as: Value.self) else { return participle }
                return words(value, place)
            }
        )
    }

    /// Creates a field: the last value of one property counts.
    init(
        _ name: RiskFact.Name,
        _ kind: EntryKind,
        _ summary: String,
        participle: String,
        _ shape: Shape<Value>,
        at path: any WritableKeyPath<Risk, Value> & Sendable,
        sample: Value,
        mentions: @escaping @Sendable (Value) -> [SubjectReference] = { _ in [] },
        words: Words? = nil,
        carried: (inout Ways<RiskPlace>) -> Void,
        refusing: @escaping @Sendable (Value, RiskPlace, FoldStep) -> String? = { _, _, _ in nil }
    ) {
        self.init(
            name,
            kind,
            sort: .field,
            summary,
            participle: participle,
            shape,
            sample: sample,
            mentions: mentions,
            words: words,
            carried: carried
        ) { place, value, step in
            if let refusal = refusing(value, place, step) { return refusal }
            place.risk[keyPath: path] = value
            return nil
        }
    }

    /// Returns the fact that this is said of a risk.
    func callAsFunction(_ value: Value) -> RiskFact {
        let declared = untyped.declaration.declared
        return RiskFact(untyped.name, Change.Fact(declared.kind, value, by: codec))
    }
}

/// A kind of entry of a risk, without the type of its value.
struct RiskDeclaration: Sendable {
    let name: RiskFact.Name
    /// What was done to the risk, as in “so it cannot be …”.
    let participle: String
    let declaration: Declaration<RiskPlace>
    /// Reads what a person writes.
    let type: JSONFieldType<RiskFact>
    /// Makes what a person writes.
    let json: @Sendable (Change.Fact) -> JSONObject
    /// The actions and risks that must be there.
    let mentions: @Sendable (Change.Fact) -> [SubjectReference]
    /// What happened, in words that fit after “it was”.
    let words: @Sendable (Change.Fact, RiskPlace) -> String
}

extension Codec {
    /// What stands where a text was erased.
    private static var erased: JSONValue { "[erased]" }

    /// The codec of what is said of a risk: the free text that people report is kept erasable.
    fileprivate init(recorded shape: Shape<Value>, as kind: EntryKind) {
        let erasable = [
            "title", "cause", "event", "effect", "words", "outcome", "conditions",
            "why", "refusal", "because",
        ]
        .filter(shape.names.contains)
        self.init(
            write: { value in
                var (payload, texts) = (shape.write(value), [ErasableText]())
                for name in erasable { payload.keepErasable(name, as: name, among: &texts) }
                if var override = payload["override"]?.members {
                    override.keepErasable("reason", as: "override-reason", among: &texts)
                    payload["override"] = .object(override)
                }
                return Recorded(payload, texts: texts)
            },
            read: { (payload) throws(PayloadError) in
                var members = payload.members
                for name in erasable where members[name] == .null { members[name] = Self.erased }
                if var override = members["override"]?.members, override["reason"] == .null {
                    override["reason"] = Self.erased
                    members["override"] = .object(override)
                }
                do throws(JSONError) {
                    let node = JSONNode(.object(members), line: 1)
                    return try shape.type.read(node, JSONPlace(source: kind.rawValue))
                } catch {
                    throw PayloadError(error.message)
                }
            }
        )
    }
}

extension JSONObject {
    /// Puts a text beside the object, with a reference in its place.
    mutating func keepErasable(
        _ member: String,
        as name: String,
        among texts: inout [ErasableText]
    ) {
        guard let text = self[member]?.text else { return }
        self[member] = ErasableText.reference(to: name)
        texts.append(ErasableText(name, text))
    }
}

extension Sentence where Subject == RiskPlace {
    /// What the history of a risk tells of one kind of entry.
    static func history(of kind: EntryKind) -> Self {
        Self { earlier, later, name in
            var known = earlier.risk.history
            return later.risk.history.filter { $0.kind == kind }.compactMap { event in
                if let place = known.firstIndex(of: event) {
                    known.remove(at: place)
                    return nil
                }
                return ChangeInWords(kind.rawValue, event.sentence(of: name, in: later))
            }
        }
    }
}

extension Ways where Subject == RiskPlace {
    /// Leaves what scripts, JSON and examples have to something else, for a reason.
    mutating func leave(because reason: String) {
        columns = .not(because: reason)
        json = .not(because: reason)
        example = .not(because: reason)
    }

    /// Leaves them to the state of the risk, which the entry changes.
    mutating func leaveToState() {
        leave(because: "it is in the state of the risk, with which every layer begins")
    }
}

extension ExampleForm {
    /// Creates a form of members as JSON has them.
    init(_ members: [JSONMember<Subject>]) {
        self.init(members.map(\.name)) { (fields, subject, _) throws(JSONError) in
            for member in members { try member.read?(fields, &subject) }
        }
    }
}
