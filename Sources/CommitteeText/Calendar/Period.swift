// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A length of time in the units that committees plan in, such as eight weeks or one quarter.
///
/// ```swift
/// CivilDate(2026, 1, 31).adding(Period(1, .months))   // 2026-02-28
/// ```
public struct Period: Hashable, Sendable {
    /// A unit of planning.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// Calendar days.
        case days
        /// Weeks of seven days.
        case weeks
        /// Calendar months.
        case months
        /// Three calendar months.
        case quarters
        /// Calendar years.
        case years
    }

    /// How many units.
    public var count: Int
    /// The unit.
    public var unit: Unit

    /// Creates a period.
    ///
    /// - Parameters:
    ///   - count: How many units.
    ///   - unit: The unit.
    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }
}

extension Period: CustomStringConvertible {
    /// The period in words, such as "6 months" or "1 week".
    public var description: String {
        count == 1 ? "1 \(unit.rawValue.dropLast())" : "\(count) \(unit.rawValue)"
    }
}
