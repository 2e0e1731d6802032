// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import Foundation
import GRDB

/// Whether the file of a store is whole, whatever its entries say.
enum StoreStructure {
    /// Returns what is wrong with the structure: pages, indexes, references, tables, and where journals end.
    ///
    /// - Parameters:
    ///   - database: The store.
    ///   - count: How many problems of SQLite's own check to name.
    /// - Returns: The problems, each a sentence.
    /// - Throws: What SQLite throws when the file cannot be read at all.
    static func problems(in database: Database, atMost count: Int) throws -> [String] {
        let found = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(count))")
        var problems = found.filter { $0 != "ok" }.map { line in
            let words = line.split(separator: "\n").joined(separator: " ")
            return "SQLite finds: \(words)\(words.hasSuffix(".") ? "" : ".")"
        }
        guard problems.isEmpty else { return problems }
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard application == StoreSchema.applicationID, version >= 1,
            version <= StoreSchema.version
        else { return ["The file is not a store of CommitteeKit, or of another version."] }
        problems += try StoreShape.differences(in: database, version: version)
        guard problems.isEmpty else { return problems }
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(count) {
            problems.append(
                "A row of “\(try row.value(0) as String)” belongs to a row of"
                    + " “\(try row.value(2) as String)” that is not there."
            )
        }
        for id in try String.fetchAll(database, sql: "SELECT id FROM committee") {
            do {
                _ = try database.committee(CommitteeID(id))
            } catch let error as JournalError {
                problems.append(error.message)
            }
        }
        return problems
    }
}
#endif
