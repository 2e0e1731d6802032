// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import GRDB

/// The tables, indexes and triggers of a store, held against what they are to be.
///
/// A file that comes from elsewhere may hold a view in the place of a table, a trigger of somebody else's, or
/// lack one of ours. Nothing is asked of such a store.
enum StoreShape {
    /// One thing of which a schema is made.
    struct Part: Hashable {
        let kind: String
        let name: String
        let table: String
        /// The words that make it; empty for an index that SQLite makes for itself.
        let sql: String
    }

    /// Returns what is in a database, but for what SQLite itself keeps there.
    static func parts(of database: Database) throws -> Set<Part> {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master
                WHERE type <> 'table' OR name NOT IN ('sqlite_stat1', 'sqlite_stat4')
                """
        )
        return try Set(
            rows.map {
                try Part(
                    kind: $0.value(0),
                    name: $0.value(1),
                    table: $0.value(2),
                    sql: $0.value(3)
                )
            }
        )
    }

    /// Returns what a store of a version is to be made of.
    static func expected(_ version: Int) throws -> Set<Part> {
        try DatabaseQueue().write { database in
            for step in StoreSchema.steps.prefix(version) { try database.execute(sql: step) }
            return try parts(of: database)
        }
    }

    /// Returns what is missing, changed or not ours, in words.
    static func differences(in database: Database, version: Int) throws -> [String] {
        let (found, wanted) = (try parts(of: database), try expected(version))
        guard found != wanted else { return [] }
        var words: [String] = []
        for part in wanted.subtracting(found) {
            let other = found.first { $0.name == part.name }
            words.append(
                other.map {
                    $0.kind == part.kind
                        ? "The \(part.kind) “\(part.name)” is not made as it is to be."
                        : "There is a \($0.kind) “\(part.name)” in the place of the \(part.kind)."
                } ?? "The \(part.kind) “\(part.name)” is missing."
            )
        }
        let known = Set(wanted.map(\.name))
        for part in found where !known.contains(part.name) {
            words.append("The \(part.kind) “\(part.name)” is not one of CommitteeKit's.")
        }
        return words.sorted()
    }
}
#endif
