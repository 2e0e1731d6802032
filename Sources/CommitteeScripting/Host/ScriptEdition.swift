// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

import CLuaHost

/// An error about the columns of an edition.
public struct ScriptEditionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, with the type and the column.
    public let message: String

    /// The message.
    public var description: String { message }
}

/// A column of a record type: one field, with a value for every row.
public struct ScriptColumn: Hashable, Sendable {
    /// The values of a column, one for each row.
    public enum Values: Hashable, Sendable {
        /// Texts; `nil` is absent.
        case text([String?])
        /// Whole numbers; `nil` is absent. `Int64.min` is taken as absent too.
        case integer([Int64?])
        /// Numbers; `nil` is absent, and so is NaN.
        case number([Double?])
        /// Truth values; `nil` is absent.
        case bool([Bool?])
        /// Civil dates as days since 1 January 1970; `nil` is absent.
        case date([Int32?])
        /// Rows of another type; `nil` is absent.
        case reference(type: String, [Int?])
        /// Lists of rows of another type.
        case list(type: String, [[Int]])
        /// Lists of texts.
        case textList([[String]])
        /// Plain values, pushed as tables of Lua's own.
        case value([ScriptValue])
    }

    /// The field's name in Lua.
    public var name: String
    /// The values.
    public var values: Values

    /// Creates a column.
    public init(_ name: String, _ values: Values) {
        self.name = name
        self.values = values
    }
}

/// A type of record, with its rows in columns.
public struct ScriptRecordType: Hashable, Sendable {
    /// The name of one record in messages, such as `action`.
    public var name: String
    /// The number of rows.
    public var rows: Int
    /// The fields, in the order in which `pairs` gives them.
    ///
    /// A text column named `id` is what `tostring` shows.
    public var columns: [ScriptColumn]

    /// Creates a type.
    public init(_ name: String, rows: Int, columns: [ScriptColumn]) {
        self.name = name
        self.rows = rows
        self.columns = columns
    }
}

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
    public init(types: [ScriptRecordType]) throws(ScriptEditionError) {
        guard let edition = clh_edition_new() else { throw Self.noMemory }
        do throws(ScriptEditionError) {
            try ScriptEditionWriter(edition: edition, types: types).write()
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
