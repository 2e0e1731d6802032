// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error thrown by a planning rule that cannot be followed.
public struct CalendarError: ExplainedError, Hashable, Sendable {
    /// The kind of failure, for programs.
    public let code: Code
    /// What was found, what was expected and what to do, for people.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The kind of failure.
    public struct Code: Hashable, Sendable {
        private enum Value: Hashable {
            case stepTooSmall
        }

        private let value: Value

        /// A cadence has a step below one; give a step of at least one unit.
        public static let stepTooSmall = Code(value: .stepTooSmall)
    }
}

extension CalendarError: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}
