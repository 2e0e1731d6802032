// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The name of a field, as each layer writes it.
///
/// ```swift
/// let name = FieldName("expected_impact")
/// name.inJSON     // expectedImpact
/// name.inWords    // expected impact
/// ```
public struct FieldName: Hashable, Sendable, CustomStringConvertible {
    /// The name in small letters with `_` between words, as layouts and scripts use it.
    public let description: String

    /// Creates a name.
    ///
    /// - Parameter name: The name in small letters with `_` between words.
    public init(_ name: String) { description = name }

    /// The name as JSON has it, such as `expectedImpact`.
    public var inJSON: String {
        let words = description.split(separator: "_")
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return String(words.first ?? "") + rest.joined()
    }

    /// The name as people read it, such as `expected impact`.
    public var inWords: String { description.split(separator: "_").joined(separator: " ") }
}

extension String {
    /// The text with its first letter in lower case.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
