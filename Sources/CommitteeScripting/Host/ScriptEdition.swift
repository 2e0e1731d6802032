// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
import CLuaHost

/// An edition as Lua reads it: immutable columns in C, built once and shared by every run.
///
/// The first type is the root: it has one row, and ``ScriptHandle/root(edition:)`` names it.
///
/// ```swift
/// let edition = try ScriptEdition(types: [
///     ScriptRecordType("edition", rows: 1, columns: [.init("actions", .list(type: "action", [[0]]))]),
///     ScriptRecordType("action", rows: 1, columns: [.init("id", .text(["4.2"]))]),
/// ])
/// ```
public final class ScriptEdition: Sendable {
    // Sealed in `init` and only read after that; C counts its users.
    nonisolated(unsafe) let columns: OpaquePointer

    /// Flattens records into columns.
    ///
    /// - Throws: ``ScriptEditionError`` when a column does not fit its type.
    /// - Complexity: O(*n*) in the number of values.
    public convenience init(types: [ScriptRecordType]) throws(ScriptEditionError) {
        try self.init(types: types.map { ($0.name, $0.rows) }) {
            writer throws(ScriptEditionError) in
            for (index, type) in types.enumerated() {
                for column in type.columns { try writer.add(column, to: index) }
            }
        }
    }

    /// Builds an edition of types whose columns are added one by one.
    init(
        types: [(name: String, rows: Int)],
        _ fill: (ScriptEditionWriter) throws(ScriptEditionError) -> Void
    ) throws(ScriptEditionError) {
        guard let edition = clh_edition_new() else { throw Self.noMemory }
        do throws(ScriptEditionError) {
            let writer = try ScriptEditionWriter(edition: edition, types: types)
            try fill(writer)
            try writer.seal()
        } catch {
            clh_edition_release(edition)
            throw error
        }
        columns = edition
    }

    deinit {
        clh_edition_release(columns)
    }

    static var noMemory: ScriptEditionError {
        ScriptEditionError(message: "There is no memory for the edition.")
    }
}
#endif
