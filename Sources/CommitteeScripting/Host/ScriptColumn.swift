// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
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
#endif
