// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A table of a room's subjects, as scripts and other readers of tables see it.
///
/// ```swift
/// var tables: [RoomTable] {
///     [RoomTable("policies", of: "policy", "The committee's policies.", policies, Policy.columns)]
/// }
/// ```
public struct RoomTable: Sendable {
    /// The name under which an edition has the table, such as `policies`.
    public let name: String
    /// The name of the type of its rows, such as `policy`.
    public let type: String
    /// What the table holds, in one sentence.
    public let summary: String
    /// How many rows it has.
    public let count: Int
    /// Its columns.
    public let columns: [Column<Int>]

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - name: The name under which an edition has the table.
    ///   - type: The name of the type of its rows.
    ///   - summary: What the table holds, in one sentence.
    ///   - rows: Its rows.
    ///   - columns: Its columns.
    public init<Row: Sendable>(
        _ name: String,
        of type: String,
        _ summary: String,
        _ rows: [Row],
        _ columns: [Column<Row>]
    ) {
        self.name = name
        self.type = type
        self.summary = summary
        count = rows.count
        self.columns = columns.map { $0.reading(rows) }
    }
}

extension Column {
    /// The column of places in some rows, whose subject is the place itself.
    fileprivate func reading(_ rows: [Subject]) -> Column<Int> {
        let values: Column<Int>.Values =
            switch self.values {
            case .text(let read): .text { read(rows, $0[$1]) }
            case .optionalText(let read): .optionalText { read(rows, $0[$1]) }
            case .integer(let read): .integer { read(rows, $0[$1]) }
            case .optionalInteger(let read): .optionalInteger { read(rows, $0[$1]) }
            case .bool(let read): .bool { read(rows, $0[$1]) }
            case .date(let read): .date { read(rows, $0[$1]) }
            case .optionalDate(let read): .optionalDate { read(rows, $0[$1]) }
            case .texts(let read): .texts { read(rows, $0[$1]) }
            case .textsByName(let read): .textsByName { read(rows, $0[$1]) }
            }
        return Column<Int>(name, summary, values)
    }
}
