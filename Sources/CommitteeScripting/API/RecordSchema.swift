// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

internal import CommitteeKit

/// A record type as it is declared once: its fields, each with its words and how it is read from a
/// row.
struct RecordSchema<Row: Sendable>: Sendable {
    /// One field: what is said of it, and the values of all rows.
    struct Field: Sendable {
        var api: ScriptAPIField
        var values: @Sendable ([Row]) -> ScriptColumn.Values
    }

    var name: String
    var summary: String
    var fields: [Field]

    init(_ name: String, _ summary: String, _ fields: [Field]) {
        self.name = name
        self.summary = summary
        self.fields = fields
    }

    var api: ScriptAPIType { ScriptAPIType(name, summary, fields: fields.map(\.api)) }

    /// Declares the columns of the type at a place; each is made when a script first reads it.
    func write(
        to place: Int,
        of writer: ScriptEditionWriter,
        rows: @escaping @Sendable () -> [Row]
    ) throws(ScriptEditionError) {
        for field in fields {
            try writer.declare(field.api.name, in: place) { field.values(rows()) }
        }
    }
}

extension RecordSchema.Field {
    static func text(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> String
    ) -> Self {
        Self(api: ScriptAPIField(name, "string", summary)) { .text($0.map { read($0) }) }
    }

    static func optionalText(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> String?
    ) -> Self {
        Self(api: ScriptAPIField(name, "string?", summary)) {
            .text($0.map { read($0) })
        }
    }

    static func integer(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> Int
    ) -> Self {
        Self(api: ScriptAPIField(name, "integer", summary)) { .integer($0.map { Int64(read($0)) }) }
    }

    static func optionalInteger(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> Int?
    ) -> Self {
        Self(api: ScriptAPIField(name, "integer?", summary)) {
            .integer($0.map { read($0).map { Int64($0) } })
        }
    }

    static func bool(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> Bool
    ) -> Self {
        Self(api: ScriptAPIField(name, "boolean", summary)) { .bool($0.map { read($0) }) }
    }

    static func date(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> CivilDate
    ) -> Self {
        Self(api: ScriptAPIField(name, "date", summary)) {
            .date($0.map { Int32(clamping: read($0).dayNumber) })
        }
    }

    static func optionalDate(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> CivilDate?
    ) -> Self {
        Self(api: ScriptAPIField(name, "date?", summary)) {
            .date($0.map { read($0).map { Int32(clamping: $0.dayNumber) } })
        }
    }

    static func record(
        _ name: String,
        of type: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> Int
    ) -> Self {
        Self(api: ScriptAPIField(name, type, summary)) {
            .reference(type: type, $0.map { read($0) })
        }
    }

    static func optionalRecord(
        _ name: String,
        of type: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> Int?
    ) -> Self {
        Self(api: ScriptAPIField(name, type + "?", summary)) {
            .reference(type: type, $0.map { read($0) })
        }
    }

    static func records(
        _ name: String,
        of type: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> [Int]
    ) -> Self {
        Self(api: ScriptAPIField(name, type + "[]", summary)) {
            .list(type: type, $0.map { read($0) })
        }
    }

    static func texts(
        _ name: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> [String]
    ) -> Self {
        Self(api: ScriptAPIField(name, "string[]", summary)) {
            .textList($0.map { read($0) })
        }
    }

    static func table(
        _ name: String,
        _ type: String,
        _ summary: String,
        _ read: @escaping @Sendable (Row) -> ScriptValue
    ) -> Self {
        Self(api: ScriptAPIField(name, type, summary)) { .value($0.map { read($0) }) }
    }
}

extension Array {
    /// The fields in the order in which they were first given; what is declared since follows.
    func inOrder<Row>(of first: [String]) -> Self where Element == RecordSchema<Row>.Field {
        first.compactMap { name in self.first { $0.api.name == name } }
            + filter { !first.contains($0.api.name) }
    }
}

extension RecordSchema where Row == Int {
    /// The rows of a table that a room of the record has, each by its place.
    init(_ table: RoomTable) {
        let places = Array(0..<table.count)
        self.init(
            table.type,
            table.summary,
            table.columns.map { column in Field(column) { (places, $0) } }
        )
    }
}

extension RecordSchema.Field {
    /// A column that is declared elsewhere, of rows that tell where their subject stands.
    init<Subject>(
        _ column: Column<Subject>,
        _ subject: @escaping @Sendable (Row) -> ([Subject], Int)
    ) {
        let (name, summary) = (column.name, column.summary)
        switch column.values {
        case .text(let read):
            self = .text(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .optionalText(let read):
            self = .optionalText(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .integer(let read):
            self = .integer(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .optionalInteger(let read):
            self = .optionalInteger(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .bool(let read):
            self = .bool(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .date(let read):
            self = .date(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .optionalDate(let read):
            self = .optionalDate(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .texts(let read):
            self = .texts(name, summary) { row in
                let (all, place) = subject(row)
                return read(all, place)
            }
        case .textsByName(let read):
            self = .table(name, "table<string, string>", summary) { row in
                let (all, place) = subject(row)
                return .map(
                    ScriptMap(read(all, place).map { ($0.key, .string($0.value.withoutNUL)) })
                )
            }
        }
    }
}

extension String {
    /// The text as C can hold it.
    var withoutNUL: String {
        utf8.contains(0) ? String(unicodeScalars.filter { $0.value != 0 }) : self
    }
}
#endif
