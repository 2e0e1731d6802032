// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

public import CommitteeKit

/// An error about plugins as a whole, such as a folder that cannot be read.
///
/// A mistake inside one plugin is no such error: the plugin is listed with its problems, and the
/// others are loaded.
public struct PluginError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// What kind of error it is.
    public let code: Code
    /// What was found, what was expected, and what to do.
    public let message: String

    /// Creates an error.
    ///
    /// - Parameters:
    ///   - code: What kind of error it is.
    ///   - message: What was found, what was expected, and what to do.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

extension PluginError {
    /// The kind of a ``PluginError``.
    public struct Code: Hashable, Sendable {
        private enum Value { case unreadable, notFound, tooLarge }
        private let value: Value

        /// The folder or a file cannot be read; check its path and its rights.
        public static var unreadable: Self { Self(value: .unreadable) }
        /// There is no plugin of that name; ask for one that exists.
        public static var notFound: Self { Self(value: .notFound) }
        /// A file or a folder holds more than a plugin may; split it.
        public static var tooLarge: Self { Self(value: .tooLarge) }
    }
}
#endif
