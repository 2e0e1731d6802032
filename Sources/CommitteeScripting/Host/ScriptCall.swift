// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// A call of one function of a declaration.
public struct ScriptCall: Hashable, Sendable {
    /// The kind of the declaration.
    public var kind: String
    /// The name of the declaration.
    public var name: String
    /// The path to the function, such as `columns[5].value`; empty when the body is the function.
    public var path: String
    /// The arguments; at most 200.
    public var arguments: [ScriptValue]
    /// The items for each of which the function is called, before the other arguments; `nil` for
    /// one call.
    public var items: [ScriptValue]?
    /// The list of an edition for each record of which the function is called, before the other
    /// arguments; `nil` for any other call.
    public var list: ScriptHandle?
    /// Whether each of the items is a list of two arguments.
    public var isOfPairs = false

    /// Creates one call.
    public init(
        kind: String,
        name: String,
        path: String = "",
        arguments: [ScriptValue] = []
    ) {
        self.kind = kind
        self.name = name
        self.path = path
        self.arguments = arguments
        items = nil
        list = nil
    }

    /// Creates a call for each of several items, in one state; its result is a list.
    public init(
        kind: String,
        name: String,
        path: String = "",
        each items: [ScriptValue],
        arguments: [ScriptValue] = []
    ) {
        self.init(kind: kind, name: name, path: path, arguments: arguments)
        self.items = items
    }

    /// Creates a call for each of several pairs of arguments, in one state; its result is a list.
    public init(
        kind: String,
        name: String,
        path: String = "",
        eachPair pairs: [(ScriptValue, ScriptValue)],
        arguments: [ScriptValue] = []
    ) {
        self.init(
            kind: kind,
            name: name,
            path: path,
            each: pairs.map { .list([$0, $1]) },
            arguments: arguments
        )
        isOfPairs = true
    }

    /// Creates a call for each record of a list of an edition, in one state.
    ///
    /// Its result is a flat list with two values for each record to which the function did not
    /// answer nil: the record's place in the list, counted from 0, and the answer.
    public init(
        kind: String,
        name: String,
        path: String = "",
        eachOf list: ScriptHandle,
        arguments: [ScriptValue] = []
    ) {
        self.init(kind: kind, name: name, path: path, arguments: arguments)
        self.list = list
    }

    /// Creates a call of `main.lua` itself, as one function with these arguments.
    ///
    /// It must be the only call of its run; nothing can be declared in it.
    public static func main(arguments: [ScriptValue] = []) -> ScriptCall {
        ScriptCall(kind: "", name: "", arguments: arguments)
    }

    /// Whether the call is of `main.lua` itself.
    public var isMain: Bool { kind.isEmpty }

    /// The contribution in words, such as `layout 'plan' at columns[5].value`.
    public var contribution: String {
        isMain ? "main.lua" : "\(kind) '\(name)'" + (path.isEmpty ? "" : " at \(path)")
    }
}
#endif
