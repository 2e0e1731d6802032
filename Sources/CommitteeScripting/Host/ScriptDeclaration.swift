// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// What a plugin declared once, such as one layout.
public struct ScriptDeclaration: Hashable, Sendable {
    /// The kind: the name of the declaration function.
    public var kind: String
    /// The name; empty for a kind that was declared without one.
    public var name: String
    /// The file in which it is declared.
    public var file: String
    /// The line of that file, counted from 1.
    public var line: Int
    /// The body, in which functions are only marked.
    ///
    /// A function is ``ScriptValue/function(line:)``; the path to it, such as `columns[5].value`,
    /// is how ``ScriptCall`` names it. A body that is a function itself has the empty path.
    public var value: ScriptValue

    /// Creates a declaration.
    public init(kind: String, name: String, file: String, line: Int, value: ScriptValue) {
        self.kind = kind
        self.name = name
        self.file = file
        self.line = line
        self.value = value
    }
}
#endif
