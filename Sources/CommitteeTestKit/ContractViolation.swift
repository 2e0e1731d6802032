// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A claim of a contract that an implementation does not keep.
public struct ContractViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The claim, in words.
    public let claim: String
    /// What happened instead.
    public let message: String
    /// Where in the contract the claim was checked.
    public let location: String

    /// Creates a violation.
    public init(claim: String, message: String, location: String) {
        self.claim = claim
        self.message = message
        self.location = location
    }

    /// The claim, what happened instead, and where it was checked.
    public var description: String { "“\(claim)” does not hold: \(message) (\(location))" }
}
