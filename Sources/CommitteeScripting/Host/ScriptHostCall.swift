// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

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
public struct ScriptRefusal: ExplainedError, Hashable, Sendable {
    /// The kind of failure; there is one.
    public var code: ErrorCode { ErrorCode("script.refusal") }
    /// What is wrong, for the plugin's author.
    public var message: String

    /// Creates a refusal.
    public init(_ message: String) {
        self.message = message
    }
}
#endif
