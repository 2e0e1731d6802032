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

    /// The contribution in words, such as `layout 'plan' at columns[5].value`.
    public var contribution: String {
        "\(kind) '\(name)'" + (path.isEmpty ? "" : " at \(path)")
    }
}

/// An object that Lua sees, whose functions Swift answers: `doc`, `out` or `ctx`.
public struct ScriptObject: Hashable, Sendable {
    /// The name by which Lua's messages and ``ScriptHostCall/function`` call it.
    public var name: String
    /// The functions that Swift answers.
    public var functions: [String]
    /// Whether the functions are called with a colon, as in `doc:heading(1, "…")`.
    public var hasMethods: Bool
    /// Whether the host adds `date`, `kind`, `dump`, `log` and `rows`, which Swift never sees.
    public var isContext: Bool
    /// Values that can be read, such as `today`, or a handle to another object.
    public var fields: ScriptMap

    /// Creates an object.
    public init(
        name: String,
        functions: [String] = [],
        hasMethods: Bool = false,
        isContext: Bool = false,
        fields: ScriptMap = ScriptMap()
    ) {
        self.name = name
        self.functions = functions
        self.hasMethods = hasMethods
        self.isContext = isContext
        self.fields = fields
    }
}

/// What Lua asks of Swift: a function of an object, and its arguments.
public struct ScriptHostCall: Hashable, Sendable {
    /// The object and the function, such as `doc.heading`.
    public var function: String
    /// The arguments, without the object itself.
    public var arguments: [ScriptValue]

    /// Creates a call.
    public init(function: String, arguments: [ScriptValue]) {
        self.function = function
        self.arguments = arguments
    }
}

/// An error by which a host function refuses what a plugin asked for.
///
/// The message becomes a Lua error at the line of the plugin that made the call.
public struct ScriptRefusal: Error, Hashable, Sendable {
    /// What is wrong, for the plugin's author.
    public var message: String

    /// Creates a refusal.
    public init(_ message: String) {
        self.message = message
    }
}

/// Everything that one run needs.
///
/// A run without calls learns what the plugin declares; a run with calls makes them in order in
/// one fresh state, after `main.lua`.
public struct ScriptRun: Sendable {
    /// The plugin.
    public var program: ScriptProgram
    /// The calls to make.
    public var calls: [ScriptCall]
    /// The editions that handles may name; at most 16.
    public var editions: [ScriptEdition]
    /// The host objects.
    public var objects: [ScriptObject]
    /// The seed of `math.random`.
    public var seed: UInt64
    /// What the run may use.
    public var limits: ScriptLimits
    /// The closure that answers the functions of ``objects``.
    ///
    /// It runs on the thread of the run and must not wait for anything that the run's caller holds.
    /// What it throws becomes a Lua error at the line of the plugin that asked; give authors their
    /// words with ``ScriptRefusal``. The closure is let go before the caller of the run goes on.
    public var answer: @Sendable (ScriptHostCall) throws -> ScriptValue

    /// Creates a run.
    public init(
        program: ScriptProgram,
        calls: [ScriptCall] = [],
        editions: [ScriptEdition] = [],
        objects: [ScriptObject] = [],
        seed: UInt64 = 0,
        limits: ScriptLimits = ScriptLimits(),
        answer: @escaping @Sendable (ScriptHostCall) throws -> ScriptValue = { call in
            throw ScriptRefusal("\(call.function) is not answered in this run")
        }
    ) {
        self.program = program
        self.calls = calls
        self.editions = editions
        self.objects = objects
        self.seed = seed
        self.limits = limits
        self.answer = answer
    }
}

/// What a run gave.
public struct ScriptOutcome: Hashable, Sendable {
    /// The result of each call, in order; for a call with items, a list.
    public var results: [ScriptValue]
    /// What the plugin declares; empty when the run made calls.
    public var declarations: [ScriptDeclaration]
    /// What `print` and `ctx.log` wrote, a line each.
    public var log: String
    /// The units of work used; the same for the same run.
    public var fuelUsed: UInt64
    /// The most memory held at one time, in bytes.
    public var memoryPeak: UInt64
}
#endif
