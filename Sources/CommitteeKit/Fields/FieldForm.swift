// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A form that values of a field have, and how each layer carries such a value.
///
/// A field whose form is given here needs nothing else to be written, read, exported, compared,
/// put into a table and read by scripts.
public struct FieldForm<Value: Sendable>: Sendable {
    /// What the value is, in words that fit after “expected”.
    public let expected: String
    /// The value of a field that was never set.
    public let empty: Value
    /// Values of the form, with which tests go through every layer; the empty one is the last.
    public let samples: [Value]
    /// Whether an entry without the member stands for the empty value, as for lists.
    public let missingIsEmpty: Bool
    /// Makes the value as an entry keeps it.
    public let write: @Sendable (Value) -> JSONValue
    /// Reads the value as an entry keeps it; nil when it is something else.
    public let read: @Sendable (JSONValue) -> Value?
    /// What a person writes in a file of changes.
    public let request: JSONFieldType<Value>
    /// The JSON Schema of what a person writes, and of what exports and reports have.
    public let schema: JSONValue
    /// Makes the cell of a table.
    public let cell: @Sendable (Value) -> Prose
    /// Reads the cell of a table; nil when it holds something else.
    public let reading: @Sendable (Prose) -> Value?
    /// Makes the value as exports and reports in JSON have it, without markup.
    public let plain: @Sendable (Value) -> JSONValue
    /// Makes the columns that scripts read, of the field's name and summary.
    public let columns: @Sendable (String, String) -> [FieldColumn<Value>]

    /// Creates a form.
    ///
    /// - Parameters:
    ///   - expected: What the value is, in words that fit after “expected”.
    ///   - empty: The value of a field that was never set.
    ///   - samples: Values of the form, with which tests go through every layer.
    ///   - missingIsEmpty: Whether an entry without the member stands for the empty value.
    ///   - write: Makes the value as an entry keeps it.
    ///   - read: Reads the value as an entry keeps it.
    ///   - request: What a person writes in a file of changes.
    ///   - schema: The JSON Schema of what a person writes, and of what exports and reports have.
    ///   - cell: Makes the cell of a table.
    ///   - reading: Reads the cell of a table.
    ///   - plain: Makes the value as exports and reports in JSON have it.
    ///   - columns: Makes the columns that scripts read.
    public init(
        _ expected: String,
        empty: Value,
        samples: [Value],
        missingIsEmpty: Bool = false,
        write: @escaping @Sendable (Value) -> JSONValue,
        read: @escaping @Sendable (JSONValue) -> Value?,
        request: JSONFieldType<Value>,
        schema: JSONValue,
        cell: @escaping @Sendable (Value) -> Prose,
        reading: @escaping @Sendable (Prose) -> Value?,
        plain: @escaping @Sendable (Value) -> JSONValue,
        columns: @escaping @Sendable (String, String) -> [FieldColumn<Value>]
    ) {
        self.expected = expected
        self.empty = empty
        self.samples = samples + [empty]
        self.missingIsEmpty = missingIsEmpty
        self.write = write
        self.read = read
        self.request = request
        self.schema = schema
        self.cell = cell
        self.reading = reading
        self.plain = plain
        self.columns = columns
    }
}

/// A column made of the value of one field.
@nonexhaustive
public enum FieldColumn<Value: Sendable>: Sendable {
    /// A text.
    case text(String, String, @Sendable (Value) -> String)
    /// A text that may be absent.
    case optionalText(String, String, @Sendable (Value) -> String?)
    /// A whole number that may be absent.
    case optionalInteger(String, String, @Sendable (Value) -> Int?)
    /// A day that may be absent.
    case optionalDate(String, String, @Sendable (Value) -> CivilDate?)
    /// A truth value.
    case bool(String, String, @Sendable (Value) -> Bool)
    /// A list of texts.
    case texts(String, String, @Sendable (Value) -> [String])
    /// Texts by name.
    case textsByName(String, String, @Sendable (Value) -> [String: String])

    /// Makes the column of subjects, of the way to their value.
    func column<Subject>(_ at: @escaping Column<Subject>.Reader<Value>) -> Column<Subject> {
        switch self {
        case .text(let name, let summary, let read):
            Column(name, summary, .text { read(at($0, $1)) })
        case .optionalText(let name, let summary, let read):
            Column(name, summary, .optionalText { read(at($0, $1)) })
        case .optionalInteger(let name, let summary, let read):
            Column(name, summary, .optionalInteger { read(at($0, $1)) })
        case .optionalDate(let name, let summary, let read):
            Column(name, summary, .optionalDate { read(at($0, $1)) })
        case .bool(let name, let summary, let read):
            Column(name, summary, .bool { read(at($0, $1)) })
        case .texts(let name, let summary, let read):
            Column(name, summary, .texts { read(at($0, $1)) })
        case .textsByName(let name, let summary, let read):
            Column(name, summary, .textsByName { read(at($0, $1)) })
        }
    }
}

extension FieldForm where Value == Prose {
    /// Text with light markup; scripts read it plain and as markup.
    public static var prose: FieldForm {
        FieldForm(
            "a text",
            empty: Prose(),
            samples: [
                "Two schools pilot it.", Prose(markup: "**Bold**, [linked](https://example.org)"),
            ],
            write: { .string($0.markup) },
            read: { $0.isNull ? .erased : $0.text.map { Prose(markup: $0) } },
            request: .prose,
            schema: ["type": "string"],
            cell: { $0 },
            reading: { $0 },
            plain: { .string($0.plainText) },
            columns: { name, summary in
                [
                    .text(name, summary) { $0.plainText },
                    .text("\(name)_markup", "The same, as markup.") { $0.markup },
                ]
            }
        )
    }
}

extension FieldForm where Value == [Prose] {
    /// Several texts with light markup.
    public static var proses: FieldForm {
        FieldForm(
            "a list of texts",
            empty: [],
            samples: [["One remark."]],
            missingIsEmpty: true,
            write: { .array($0.map { .string($0.markup) }) },
            read: { value in
                guard let elements = value.elements else { return nil }
                let texts = elements.compactMap { $0.text.map { Prose(markup: $0) } }
                return texts.count == elements.count ? texts : nil
            },
            request: .list(of: .prose),
            schema: ["type": "array", "items": ["type": "string"]],
            cell: { $0.reduce(Prose()) { $0.appending($1) } },
            reading: { $0.isEmpty ? [] : [$0] },
            plain: { .array($0.map { .string($0.plainText) }) },
            columns: { name, summary in [.texts(name, summary) { $0.map(\.plainText) }] }
        )
    }
}

extension FieldForm where Value == [String] {
    /// Several names.
    public static var names: FieldForm {
        FieldForm(
            "a list of names",
            empty: [],
            samples: [["chair"], ["chair", "lead officer"]],
            missingIsEmpty: true,
            write: { .array($0.map(JSONValue.string)) },
            read: { value in
                guard let elements = value.elements else { return nil }
                let texts = elements.compactMap(\.text)
                return texts.count == elements.count ? texts : nil
            },
            request: .list(of: .name),
            schema: ["type": "array", "items": ["type": "string", "minLength": 1]],
            cell: { Prose($0.joined(separator: ", ")) },
            reading: { cell in
                cell.singleLine.split(separator: ",").map { String($0).trimmingSpace }
                    .filter { !$0.isEmpty }
            },
            plain: { .array($0.map(JSONValue.string)) },
            columns: { name, summary in [.texts(name, summary) { $0 }] }
        )
    }
}

extension FieldForm where Value == String? {
    /// A word or a name that may be absent.
    public static var name: FieldForm {
        FieldForm(
            "a text",
            empty: nil,
            samples: ["Lead Officer"],
            write: { .string(optional: $0) },
            read: { $0.isNull ? .some(nil) : $0.text.map { .some($0) } },
            request: .orNull(.name),
            schema: ["type": ["string", "null"]],
            cell: { Prose($0 ?? "") },
            reading: { $0.isEmpty ? .some(nil) : .some($0.singleLine) },
            plain: { .string(optional: $0) },
            columns: { name, summary in [.optionalText(name, summary) { $0 }] }
        )
    }
}

extension FieldForm where Value == Int? {
    /// A whole number that may be absent.
    public static var wholeNumber: FieldForm {
        FieldForm(
            "a whole number",
            empty: nil,
            samples: [0, 12_500],
            write: { .integer(optional: $0) },
            read: { $0.isNull ? .some(nil) : $0.wholeNumber.map { .some($0) } },
            request: .orNull(.integer),
            schema: ["type": ["integer", "null"]],
            cell: { Prose($0.map(String.init) ?? "") },
            reading: { cell in
                let digits = cell.singleLine.filter { $0 != "," && $0 != " " }
                return digits.isEmpty ? .some(nil) : Int(digits).map { .some($0) }
            },
            plain: { .integer(optional: $0) },
            columns: { name, summary in [.optionalInteger(name, summary) { $0 }] }
        )
    }
}

extension FieldForm where Value == CivilDate? {
    /// A day that may be absent.
    public static var date: FieldForm {
        FieldForm(
            "a day such as 2026-10-31",
            empty: nil,
            samples: [CivilDate(2026, 10, 31)],
            write: { .date($0) },
            read: { value in
                value.isNull
                    ? .some(nil)
                    : value.text.flatMap { CivilDate(iso: $0) }.map { .some($0) }
            },
            request: .orNull(.date),
            schema: ["type": ["string", "null"], "format": "date"],
            cell: { Prose($0?.formatted("d MMMM yyyy") ?? "") },
            reading: { cell in
                let words = cell.singleLine
                guard !words.isEmpty else { return .some(nil) }
                guard case .by(let day, nil) = TimescaleReader().read("By \(words)").reading else {
                    return nil
                }
                return .some(day)
            },
            plain: { .date($0) },
            columns: { name, summary in [.optionalDate(name, summary) { $0 }] }
        )
    }
}
