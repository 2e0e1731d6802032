// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A kind of entry that sets one property of a subject: the last value counts.
///
/// Everything that is to be known of a field stands in its declaration; each layer reads it there.
///
/// ```swift
/// static let expectedImpact = Field<PlanItem, Prose>(
///     "action.expected-impact-set", "expected_impact", "What it is to change.",
///     .prose, at: { $0[$1].expectedImpact }, set: { $0.expectedImpact = $1 })
/// ```
public struct Field<Subject: Sendable, Value: Sendable>: Sendable {
    /// How the kind of entry is declared.
    public let declared: DeclaredKind
    /// The field's name, in small letters with `_` between words, as layouts and scripts use it.
    public let name: String
    /// How the value is kept.
    public let codec: Codec<Value>
    /// The value of a field that was never set.
    public let empty: Value
    /// Reads the value of the subject at a place of a list.
    public let at: Column<Subject>.Reader<Value>
    /// Sets the value of a subject.
    public let set: @Sendable (inout Subject, Value) -> Void
    /// Values with which tests go through every layer.
    public let samples: [Value]
    /// How each layer carries it.
    public var ways: Ways<Subject>

    /// Creates a field whose values have a form of their own.
    ///
    /// - Parameters:
    ///   - kind: The kind of entry.
    ///   - name: The field's name, in small letters with `_` between words.
    ///   - summary: What it holds, in one sentence.
    ///   - empty: The value of a field that was never set.
    ///   - samples: Values with which tests go through every layer.
    ///   - codec: How the value is kept.
    ///   - at: Reads the value of the subject at a place of a list.
    ///   - set: Sets the value of a subject.
    public init(
        _ kind: EntryKind,
        _ name: String,
        _ summary: String,
        empty: Value,
        samples: [Value] = [],
        by codec: Codec<Value>,
        at: @escaping Column<Subject>.Reader<Value>,
        set: @escaping @Sendable (inout Subject, Value) -> Void
    ) where Value: Hashable {
        declared = DeclaredKind(kind, .field, summary, by: codec)
        self.name = name
        self.codec = codec
        self.empty = empty
        self.samples = samples
        self.at = at
        self.set = set
        ways = Ways()
        ways.comparison = .by(
            FieldComparison(name: FieldName(name), empty: empty, at: at) { value in
                Change.Fact(kind, value, by: codec)
            }
        )
    }

    /// Creates a field of a form that the library knows, carried by every layer.
    ///
    /// - Parameters:
    ///   - kind: The kind of entry.
    ///   - name: The field's name, in small letters with `_` between words.
    ///   - summary: What it holds, in one sentence.
    ///   - form: The form of its values.
    ///   - member: The name of the member in the payload of its entries.
    ///   - at: Reads the value of the subject at a place of a list.
    ///   - set: Sets the value of a subject.
    public init(
        _ kind: EntryKind,
        _ name: String,
        _ summary: String,
        _ form: FieldForm<Value>,
        member: String = "value",
        at: @escaping Column<Subject>.Reader<Value>,
        set: @escaping @Sendable (inout Subject, Value) -> Void
    ) where Value: Hashable {
        let codec = Codec(member, form)
        self.init(
            kind,
            name,
            summary,
            empty: form.empty,
            samples: form.samples,
            by: codec,
            at: at,
            set: set
        )
        let names = FieldName(name)
        ways.request = .by([
            RequestForm(names.inJSON, comesWithAddition: true, schema: form.schema) {
                (fields, _) throws(JSONError) in
                let value = try fields.required(names.inJSON, as: form.request)
                return [RequestedFact(Change.Fact(kind, value, by: codec))]
            }
        ])
        ways.cell = .by(
            CellForm(
                write: { form.cell(at($0, $1)) },
                read: { subject, cell in
                    guard let value = form.reading(cell) else { return false }
                    set(&subject, value)
                    return true
                }
            )
        )
        ways.columns = .by(form.columns(name, summary).map { $0.column(at) })
        ways.json = .by([JSONMember(names.inJSON, schema: form.schema) { form.plain(at($0, $1)) }])
        ways.sentence = .by(
            Sentence { earlier, later, subject in
                let value = at([later], 0)
                guard value != at([earlier], 0) else { return [] }
                let now = form.cell(value)
                let words = "The \(names.inWords) of \(subject.lowercasedFirst)"
                return [
                    ChangeInWords(
                        names.inJSON,
                        now.isEmpty
                            ? "\(words) was taken out." : "\(words) is now: \(now.singleLine)"
                    )
                ]
            }
        )
        ways.example = .by(
            ExampleForm([name]) { (fields, subject, _) throws(JSONError) in
                guard let value = try fields.optional(name, as: form.request) else { return }
                set(&subject, value)
            }
        )
    }

    /// Returns the value that a subject has.
    ///
    /// - Parameter subject: The subject.
    /// - Returns: The value.
    public func value(of subject: Subject) -> Value { at([subject], 0) }

    /// Returns the field with other ways through the layers.
    ///
    /// - Parameter change: Changes the ways.
    /// - Returns: The field.
    public func carried(_ change: (inout Ways<Subject>) -> Void) -> Self {
        var field = self
        change(&field.ways)
        return field
    }
}

extension Field where Value: Hashable {
    /// Returns the fact that the field was set.
    ///
    /// - Parameter value: Its value.
    /// - Returns: The fact, to be recorded as a ``Change``.
    public func fact(_ value: Value) -> Change.Fact {
        Change.Fact(declared.kind, value, by: codec)
    }

    /// The field as a table of its subject has it.
    public var declaration: Declaration<Subject> {
        let set = set
        return Declaration(
            name: FieldName(name),
            declared: declared,
            samples: { samples.map { fact($0) } },
            ways: ways
        ) { said, subject, _ in
            guard let value = said.value(as: Value.self) else { return nil }
            set(&subject, value)
            return nil
        }
    }
}
