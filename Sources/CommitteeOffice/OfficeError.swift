// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

public import CommitteeKit

/// An error thrown when a file of an office program cannot be read or written.
public struct OfficeError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure, for programs.
    public let code: Code
    /// What was found, what was expected and what to do, for people.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

extension OfficeError {
    /// A kind of failure with a file of an office program.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case notPackage = "office.not-a-package"
            case damaged = "office.damaged"
            case locked = "office.locked"
            case tooLarge = "office.too-large"
            case refusedMarkup = "office.refused-markup"
            case partMissing = "office.part-missing"
            case unwritten = "office.unwritten"
        }

        private let value: Value

        private init(_ value: Value) { self.value = value }

        /// The file is no Word document or Excel workbook.
        public static var notPackage: Self { Self(.notPackage) }
        /// The file is broken.
        public static var damaged: Self { Self(.damaged) }
        /// The file is protected by a password.
        public static var locked: Self { Self(.locked) }
        /// The file is larger, deeper or more packed than is read.
        public static var tooLarge: Self { Self(.tooLarge) }
        /// The file has markup that no office program writes.
        public static var refusedMarkup: Self { Self(.refusedMarkup) }
        /// A part of the file is missing.
        public static var partMissing: Self { Self(.partMissing) }
        /// The file could not be put together.
        public static var unwritten: Self { Self(.unwritten) }

        /// The stable name of the code.
        public var description: String { value.rawValue }
    }
}
