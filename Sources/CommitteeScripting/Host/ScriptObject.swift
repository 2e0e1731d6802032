// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting
/// An object that Lua sees, whose functions Swift answers: `doc`, `out` or `ctx`.
public struct ScriptObject: Hashable, Sendable {
    /// The name by which Lua's messages and ``ScriptHostCall/function`` call it.
    public var name: String
    /// The functions that Swift answers.
    public var functions: [String]
    /// Whether the functions are called with a colon, as in `doc:heading(1, "…")`.
    public var hasMethods: Bool
    /// Whether the host adds `date`, `each`, `kind`, `dump`, `log` and `rows`, which Swift never
    /// sees.
    public var isContext: Bool
    /// Whether the object writes bytes of its own, and of what sort.
    public var writer: Writer?
    /// Values that can be read, such as `today`, or a handle to another object.
    public var fields: ScriptMap

    /// How an object writes bytes.
    ///
    /// Its `write` and `row` add to ``ScriptOutcome/output`` in C. Swift is asked only for what is
    /// not plain, and for other functions; a text that it answers is added to the output too.
    public enum Writer: Hashable, Sendable {
        /// Text as it is; `row` is left to Swift.
        case text
        /// `row` writes a row of CSV.
        case csv
    }

    /// Creates an object.
    public init(
        name: String,
        functions: [String] = [],
        hasMethods: Bool = false,
        isContext: Bool = false,
        writer: Writer? = nil,
        fields: ScriptMap = ScriptMap()
    ) {
        self.name = name
        self.functions = functions
        self.hasMethods = hasMethods
        self.isContext = isContext
        self.writer = writer
        self.fields = fields
    }
}
#endif
