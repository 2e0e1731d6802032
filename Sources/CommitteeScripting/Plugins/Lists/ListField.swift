// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A field of the records of a list, which a declared report names by its path, such as `timescale.words`.
struct ListField: Sendable, Hashable {
    /// What is found there.
    enum Kind: Hashable {
        case text, texts, number, truth, date
        /// The status of an item, with its letter, word and colour.
        case status
    }

    var path: [String]
    var kind: Kind

    var words: String { path.joined(separator: ".") }

    /// The words that the field may hold, where they are the same for every committee.
    var knownWords: [String]? {
        switch path.suffix(2).joined(separator: ".") {
        case "timescale.kind": Timescale.Reading.kinds
        case _ where path.last == "status_means": StatusMeaning.names
        case _ where path.last == "status_colour": StatusColour.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// Finds a field by its path.
    ///
    /// - Parameters:
    ///   - words: The path as it is written.
    ///   - type: The record on which the path begins, such as `item`.
    ///   - expected: What is looked for, in a message.
    /// - Throws: ``Missing`` when there is no such field, or it is a record.
    init(_ words: String, of type: String, as expected: String = "a field") throws(Missing) {
        path = words.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if path == ["status"], type == "item" {
            kind = .status
            return
        }
        let found = try Self.type(of: path, on: type, expected)
        switch found {
        case "string": kind = .text
        case "string[]": kind = .texts
        case "integer", "number": kind = .number
        case "boolean": kind = .truth
        case "date": kind = .date
        default:
            throw Missing(
                found.hasSuffix("[]")
                    ? "“\(words)” is a list, where a text, a number or a date is wanted."
                    : "“\(words)” is a record; name one of its fields, such as "
                        + "“\(words).\(Self.names(of: found).first ?? "id")”."
            )
        }
    }

    /// Why a path leads nowhere.
    struct Missing: Error {
        var message: String

        init(_ message: String) { self.message = message }
    }

    /// The type of what a path leads to, such as `string` or `item[]`.
    static func type(
        of path: [String],
        on start: String,
        _ expected: String
    ) throws(Missing) -> String {
        var type = start
        for (place, name) in path.enumerated() {
            if type.hasPrefix("table<") {
                type = "string"
                continue
            }
            if let inner = members(of: type)[name] {
                type = inner
                continue
            }
            let known = names(of: type)
            guard !known.isEmpty else {
                throw Missing(
                    "“\(path.joined(separator: "."))”: “\(path[..<place].joined(separator: "."))” has no "
                        + "fields."
                )
            }
            let closest = ClosestName.suggestion(for: name, in: known)
            throw Missing(
                "“\(path.joined(separator: "."))” is not \(expected): \(articled(type)) has no "
                    + "“\(name)”. \(closest)"
            )
        }
        return type
    }

    private static func articled(_ type: String) -> String {
        (type.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + type
    }

    private static func names(of type: String) -> [String] { members(of: type).keys.sorted() }

    /// The fields of a record, or of a table with names such as `{ id: string, name: string }`.
    private static func members(of type: String) -> [String: String] {
        if type.hasPrefix("{") {
            let pairs = type.dropFirst().dropLast().split(separator: ",").compactMap { part in
                let halves = part.split(separator: ":").map { $0.filter { $0 != " " } }
                return halves.count == 2 ? (halves[0], halves[1]) : nil
            }
            return Dictionary(pairs) { first, _ in first }
        }
        let fields = ScriptAPI.current.types.first { $0.name == type }?.fields ?? []
        return Dictionary(fields.map { ($0.name, $0.type) }) { first, _ in first }
    }
}

/// Words with gaps for fields, such as `{number} {text}: {days_late} days late`.
struct ListWords: Sendable, Hashable {
    enum Part: Hashable, Sendable {
        case words(String)
        case field(ListField)
    }

    private(set) var parts: [Part] = []

    /// Reads words with gaps.
    ///
    /// - Parameters:
    ///   - text: The words.
    ///   - type: The record whose fields the gaps are.
    /// - Throws: ``ListField/Missing`` when a gap is not closed or names no field.
    init(_ text: String, of type: String) throws(ListField.Missing) {
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: "}") else {
                throw ListField.Missing("“\(text)” has a gap that is not closed. Add a “}”.")
            }
            let name = rest[..<close].filter { $0 != " " }
            parts.append(.field(try ListField(name, of: type)))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
    }

    /// The field that is all there is; nil when there are words too.
    var only: ListField? {
        guard parts.count == 1, case .field(let field) = parts[0] else { return nil }
        return field
    }
}
#endif
