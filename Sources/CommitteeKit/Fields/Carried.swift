// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How a layer carries a declaration, or why it does not.
///
/// A declaration says why a layer leaves it out, so that nobody has to guess whether it was forgotten.
public enum Carried<Way: Sendable>: Sendable {
    /// The layer carries it in this way.
    case by(Way)
    /// The layer does not carry it, for a reason in words.
    case not(because: String)

    /// The way, when the layer carries it.
    public var way: Way? {
        guard case .by(let way) = self else { return nil }
        return way
    }

    /// Why the layer does not carry it, when it does not.
    public var reason: String? {
        guard case .not(let reason) = self else { return nil }
        return reason
    }
}
