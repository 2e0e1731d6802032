// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// Everything that is offered to Lua, declared once.
///
/// The columns from which an edition is served, the reference page and the stubs for editors all
/// come from this one declaration, so none of them can say what another does not.
///
/// ```swift
/// ScriptAPI.current.types.first { $0.name == "item" }?.fields.map(\.name)
/// ```
public struct ScriptAPI: Hashable, Sendable {
    /// The version: the major one that a manifest names, and the minor one, which only adds.
    public var version: String
    /// The records and objects.
    public var types: [ScriptAPIType]
    /// The functions by which `main.lua` declares what a plugin contributes.
    public var declarations: [ScriptAPIFunction]
    /// The tables that declarations take, with every key; their names begin with the declaration's.
    public var shapes: [ScriptAPIType]

    /// The API of this version of the library.
    public static let current = ScriptAPI(
        version: "1.0",
        types: EditionSchema.types + objects + [testObject],
        declarations: declarationFunctions + [testDeclaration],
        shapes: layoutShapes + reportShapes + statusSchemeShapes + reminderShapes
            + timescaleWordsShapes + riskScaleShapes + riskWorkflowShapes + riskEscalationShapes
            + learningReviewPackShapes + qualityFrameworkShapes
    )

    /// The tables that a declaration takes.
    func shapes(of declaration: String) -> [ScriptAPIType] {
        shapes.filter { $0.name.hasPrefix(declaration + ".") }
    }

    /// Tells whether the API has a name, for `ctx.api.has("item.evidence")`.
    ///
    /// - Parameter name: A type, or a type and one of its fields or functions, joined by a point.
    /// - Returns: Whether it is there.
    /// - Complexity: O(*n*) in the number of names.
    public func has(_ name: String) -> Bool {
        let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = parts.first else { return false }
        guard parts.count == 2 else {
            return types.contains { $0.name == first } || declarations.contains { $0.name == first }
        }
        return types.contains { type in
            type.name == first
                && (type.fields.contains { $0.name == parts[1] }
                    || type.functions.contains { $0.name == parts[1] })
        }
    }
}

/// A type that Lua sees: a record of an edition, or an object such as `doc`.
public struct ScriptAPIType: Hashable, Sendable {
    /// The name, such as `item`.
    public var name: String
    /// What it is, in a sentence.
    public var summary: String
    /// Its fields.
    public var fields: [ScriptAPIField]
    /// Its functions.
    public var functions: [ScriptAPIFunction]
    /// Whether its functions are called with a colon.
    public var hasMethods: Bool

    /// Creates a type.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - summary: What it is, in a sentence.
    ///   - fields: Its fields.
    ///   - functions: Its functions.
    ///   - hasMethods: Whether its functions are called with a colon.
    public init(
        _ name: String,
        _ summary: String,
        fields: [ScriptAPIField] = [],
        functions: [ScriptAPIFunction] = [],
        hasMethods: Bool = false
    ) {
        self.name = name
        self.summary = summary
        self.fields = fields
        self.functions = functions
        self.hasMethods = hasMethods
    }
}

/// A field that Lua may read.
public struct ScriptAPIField: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The type, as the stubs write it, such as `string` or `item[]`.
    public var type: String
    /// Whether the field is nil when there is nothing to say.
    public var isOptional: Bool
    /// What it says, in a sentence.
    public var summary: String
    /// The version of the API that first had it.
    public var since: String

    /// Creates a field.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - type: The type, as the stubs write it; a question mark at its end makes it optional.
    ///   - summary: What it says, in a sentence.
    ///   - since: The version of the API that first had it.
    public init(_ name: String, _ type: String, _ summary: String, since: String = "1.0") {
        self.name = name
        self.type = type.hasSuffix("?") ? String(type.dropLast()) : type
        isOptional = type.hasSuffix("?")
        self.summary = summary
        self.since = since
    }
}

/// A function that Lua may call.
public struct ScriptAPIFunction: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Its parameters, in order.
    public var parameters: [ScriptAPIField]
    /// The type of what it returns; nil for nothing.
    public var returns: String?
    /// The type of what stands behind the name in a declaration; nil for other functions.
    public var body: String?
    /// What it does, in a sentence.
    public var summary: String
    /// An example of a call; empty when none is needed.
    public var example: String
    /// The version of the API that first had it.
    public var since: String

    /// Creates a function.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - parameters: Its parameters, in order.
    ///   - returns: The type of what it returns; nil for nothing.
    ///   - body: The type of what stands behind the name in a declaration.
    ///   - summary: What it does, in a sentence.
    ///   - example: An example of a call.
    ///   - since: The version of the API that first had it.
    public init(
        _ name: String,
        _ parameters: [ScriptAPIField] = [],
        returns: String? = nil,
        body: String? = nil,
        _ summary: String,
        example: String = "",
        since: String = "1.0"
    ) {
        self.name = name
        self.parameters = parameters
        self.returns = returns
        self.body = body
        self.summary = summary
        self.example = example
        self.since = since
    }
}
#endif
