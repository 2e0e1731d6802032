// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// A value that crosses the boundary between Swift and Lua.
///
/// Values are plain data: what a plugin declares, what it returns, what a host function is given
/// and what it answers. Nothing in a value refers to a Lua state, so a value outlives its run.
///
/// ```swift
/// let row: ScriptValue = .list([.string("4.2"), .integer(3), .null])
/// ```
public enum ScriptValue: Hashable, Sendable {
    /// Lua's nil.
    case null
    /// A truth value.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction; always finite.
    case number(Double)
    /// A text in UTF-8 without NUL.
    case string(String)
    /// A table with positions 1 to its count and no names. An empty table is an empty list.
    case list([ScriptValue])
    /// A table with names, and perhaps with positions as well.
    case map(ScriptMap)
    /// A function in a declaration, known only by the line at which it is defined.
    case function(line: Int)
    /// A record, a list of an edition, or a host object.
    case handle(ScriptHandle)
    /// A civil date as the number of days since 1 January 1970.
    case date(Int32)
}

extension ScriptValue {
    /// The text, when the value is one.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number, when the value is one.
    public var integer: Int64? {
        guard case .integer(let integer) = self else { return nil }
        return integer
    }

    /// The truth value, when the value is one.
    public var bool: Bool? {
        guard case .bool(let truth) = self else { return nil }
        return truth
    }

    /// The items of a list, or the positional items of a map; `nil` for anything else.
    public var items: [ScriptValue]? {
        switch self {
        case .list(let items): items
        case .map(let map): map.items
        default: nil
        }
    }

    /// The value as a map; an empty list is an empty map, since Lua has one empty table.
    public var map: ScriptMap? {
        switch self {
        case .map(let map): map
        case .list(let items): ScriptMap(items: items)
        default: nil
        }
    }

    /// Returns the part under a name, when the value is a map that has it.
    ///
    /// - Complexity: O(log *n*) in the number of names.
    public subscript(name: String) -> ScriptValue? {
        map?[name]
    }
}
#endif
