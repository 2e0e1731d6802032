// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension FieldForm
where Value: RawRepresentable & CaseIterable & Hashable, Value.RawValue == String {
    /// One of the words of a closed set.
    ///
    /// - Parameter empty: The word of a field that was never set.
    /// - Returns: The form.
    static func word(unlessSaid empty: Value) -> FieldForm {
        let words = Value.allCases.map(\.rawValue)
        let list = words.joined(separator: ", ")
        return FieldForm(
            "one of \(list)",
            empty: empty,
            samples: Value.allCases.filter { $0 != empty },
            write: { .string($0.rawValue) },
            read: { $0.text.flatMap { Value(rawValue: $0) } },
            request: .word(),
            schema: ["enum": .array(words.map(JSONValue.string))],
            cell: { Prose($0.rawValue) },
            reading: { cell in
                cell.isEmpty ? empty : Value(rawValue: cell.singleLine.lowercased())
            },
            plain: { .string($0.rawValue) },
            columns: { name, summary in [.text(name, summary) { $0.rawValue }] }
        )
    }
}

extension FieldForm {
    /// Several words of a closed set.
    static func words<Word>() -> FieldForm
    where
        Value == [Word],
        Word: RawRepresentable & CaseIterable & Hashable & Sendable, Word.RawValue == String
    {
        let words = Word.allCases.map(\.rawValue)
        let list = words.joined(separator: ", ")
        return FieldForm(
            "a list of words out of \(list)",
            empty: [],
            samples: [Array(Word.allCases.prefix(1)), Array(Word.allCases.prefix(2))],
            missingIsEmpty: true,
            write: { .array($0.map { .string($0.rawValue) }) },
            read: { value in
                guard let elements = value.elements else { return nil }
                let found = elements.compactMap { $0.text.flatMap { Word(rawValue: $0) } }
                return found.count == elements.count ? found : nil
            },
            request: .list(of: .word()),
            schema: ["type": "array", "items": ["enum": .array(words.map(JSONValue.string))]],
            cell: { Prose($0.map(\.rawValue).joined(separator: ", ")) },
            reading: { cell in
                let parts = cell.singleLine.split(separator: ",").map {
                    String($0).trimmingSpace.lowercased()
                }.filter { !$0.isEmpty }
                let found = parts.compactMap { Word(rawValue: $0) }
                return found.count == parts.count ? found : nil
            },
            plain: { .array($0.map { .string($0.rawValue) }) },
            columns: { name, summary in [.texts(name, summary) { $0.map(\.rawValue) }] }
        )
    }
}
