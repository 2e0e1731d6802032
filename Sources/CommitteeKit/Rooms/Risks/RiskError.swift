// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// An error thrown by a risk scale or register.
public struct RiskError: ExplainedError, Hashable, Sendable, CustomStringConvertible {
    /// The kind of failure, for programs.
    public var code: Code
    /// What was found, what was expected and what to do about it, for people.
    public var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}

extension RiskError {
    /// A kind of failure with risks.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Value: String {
            case badScale = "bad-scale"
            case noSuchScale = "no-such-scale"
            case noSuchLevel = "no-such-level"
            case noSuchCell = "no-such-cell"
            case noSuchBand = "no-such-band"
            case noSuchRegister = "no-such-register"
            case noSuchRisk = "no-such-risk"
            case refused
        }

        private let value: Value

        private init(_ value: Value) {
            self.value = value
        }

        /// The scale contradicts itself; mend the scale.
        public static var badScale: Self { Self(.badScale) }
        /// The register has no such scale in that version; add it.
        public static var noSuchScale: Self { Self(.noSuchScale) }
        /// The scale has no such level; use one that it has.
        public static var noSuchLevel: Self { Self(.noSuchLevel) }
        /// The scale's grid leaves the combination out; add the cell.
        public static var noSuchCell: Self { Self(.noSuchCell) }

        /// The scale has no such band; use one that it has.
        public static var noSuchBand: Self { Self(.noSuchBand) }
        /// There is no such register; ask for one that exists.
        public static var noSuchRegister: Self { Self(.noSuchRegister) }
        /// There is no such risk; ask for one that exists.
        public static var noSuchRisk: Self { Self(.noSuchRisk) }
        /// A rule of the register or the workflow refuses it; the message says which.
        public static var refused: Self { Self(.refused) }

        /// The stable name of the code, in kebab case.
        public var description: String { value.rawValue }
    }
}
