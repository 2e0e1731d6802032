// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Which counts are too small to be shown, and how well a hidden one must be hidden.
///
/// No threshold is published for child protection committees, so all of it is configuration.
/// Hundepool and others, *Statistical Disclosure Control* (2012), describe a threshold for counts
/// and the range that must stay possible for a hidden one.
///
/// ```swift
/// let rules = try SuppressionRules(smallestShown: 5)
/// rules.isSmall(4)  // true
/// rules.isSmall(0)  // false: zeros are shown
/// rules.protection  // 0...5
/// ```
public struct SuppressionRules: Hashable, Sendable {
    /// The smallest count above zero that may be shown.
    public let smallestShown: Int
    /// Whether a count of none is shown.
    ///
    /// Where it is, a zero is hidden only if a small number could be worked out from it, so that a hidden
    /// number may always be zero.
    public let showsZero: Bool
    /// The numbers of which a reader must not be able to rule out one, for each small count.
    public let protection: ClosedRange<Int>
    /// How many detailed cells a total is worth when something further must be hidden.
    public let weightOfTotals: Int

    /// Five and more are shown, and zero is.
    public static let underFive = SuppressionRules(5, true, 0...5, 3)

    private init(_ smallest: Int, _ zero: Bool, _ protection: ClosedRange<Int>, _ weight: Int) {
        smallestShown = smallest
        showsZero = zero
        self.protection = protection
        weightOfTotals = weight
    }

    /// Creates rules.
    ///
    /// - Parameters:
    ///   - smallestShown: The smallest count above zero that may be shown.
    ///   - showsZero: Whether a count of none is shown.
    ///   - possibleUpTo: The number up to which each small count must seem possible; nil for the
    ///     smallest count that is shown, so that a reader cannot tell that a count is small.
    ///   - weightOfTotals: How many detailed cells a total is worth.
    /// - Throws: `SuppressionError` when the numbers contradict each other.
    public init(
        smallestShown: Int,
        showsZero: Bool = true,
        possibleUpTo: Int? = nil,
        weightOfTotals: Int = 3
    ) throws(SuppressionError) {
        guard (2...1000).contains(smallestShown) else {
            throw SuppressionError(
                "The smallest count that is shown is \(smallestShown). Choose from 2 to 1000; 5 hides "
                    + "counts from 1 to 4."
            )
        }
        let upper = possibleUpTo ?? smallestShown
        guard (smallestShown - 1...2000).contains(upper) else {
            throw SuppressionError(
                "Small counts must seem possible up to \(upper). Choose from \(smallestShown - 1), the "
                    + "largest count that is hidden, to 2000."
            )
        }
        guard (1...100).contains(weightOfTotals) else {
            throw SuppressionError(
                "A total is worth \(weightOfTotals) detailed cells. Choose from 1 to 100."
            )
        }
        self.init(smallestShown, showsZero, 0...upper, weightOfTotals)
    }

    /// Whether a count is too small to be shown.
    ///
    /// - Parameter count: The count, zero or more.
    /// - Returns: True from 1, or from 0 where zeros are not shown, to below the smallest shown.
    public func isSmall(_ count: Int) -> Bool {
        count < smallestShown && (count > 0 || !showsZero)
    }
}

/// Why tables cannot be put together for publication as they were given.
public struct SuppressionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found, what was expected, and what to do.
    public let message: String

    init(_ message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
