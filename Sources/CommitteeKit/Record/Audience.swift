// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A reader for whom an edition is cut, from the widest circle to the narrowest.
public enum Audience: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Everybody.
    case `public`
    /// The partner agencies.
    case partners
    /// The committee and its groups.
    case committee
    /// Those whom the committee names.
    case restricted

    /// Orders audiences from the widest circle to the narrowest.
    ///
    /// - Parameters:
    ///   - first: An audience.
    ///   - second: Another audience.
    /// - Returns: Whether the first is the wider circle.
    public static func < (first: Audience, second: Audience) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int {
        switch self {
        case .public: 0
        case .partners: 1
        case .committee: 2
        case .restricted: 3
        }
    }
}
