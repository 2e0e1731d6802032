// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The days from one date until another, both included; either end may be open.
///
/// ```swift
/// let plan = CivilSpan(CivilDate(2023, 4, 1)...CivilDate(2026, 7, 31))
/// plan.contains(CivilDate(2026, 7, 31))   // true
/// ```
public struct CivilSpan: Hashable, Sendable {
    /// The first day, or nil when the beginning is open.
    public let from: CivilDate?
    /// The last day, or nil when the end is open.
    public let until: CivilDate?

    /// Creates a span, or returns nil when its last day lies before its first.
    ///
    /// - Parameters:
    ///   - from: The first day, or nil for an open beginning.
    ///   - until: The last day, or nil for an open end.
    public init?(from: CivilDate?, until: CivilDate?) {
        if let from, let until, until < from { return nil }
        self.from = from
        self.until = until
    }

    /// Creates a span from a range of dates.
    ///
    /// - Parameter range: The first and the last day.
    public init(_ range: ClosedRange<CivilDate>) {
        from = range.lowerBound
        until = range.upperBound
    }

    /// Creates a span with an open end.
    ///
    /// - Parameter range: The first day.
    public init(_ range: PartialRangeFrom<CivilDate>) {
        from = range.lowerBound
        until = nil
    }

    /// Creates a span with an open beginning.
    ///
    /// - Parameter range: The last day.
    public init(_ range: PartialRangeThrough<CivilDate>) {
        from = nil
        until = range.upperBound
    }

    /// The span that is open at both ends.
    public static let always = CivilSpan()

    private init() {
        from = nil
        until = nil
    }

    /// Returns whether a date lies in the span.
    ///
    /// - Parameter date: A date.
    /// - Returns: True for the first day, the last day and every day between.
    public func contains(_ date: CivilDate) -> Bool {
        (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }

    /// Returns whether two spans have a day in common.
    ///
    /// - Parameter other: Another span.
    /// - Returns: True when at least one day lies in both.
    public func overlaps(_ other: CivilSpan) -> Bool {
        Self.begins(from, by: other.until) && Self.begins(other.from, by: until)
    }

    private static func begins(_ from: CivilDate?, by until: CivilDate?) -> Bool {
        guard let from, let until else { return true }
        return from <= until
    }
}

extension CivilSpan: CustomStringConvertible {
    /// The span in ISO 8601 dates, such as "2023-04-01/2026-07-31", with ".." for an open end.
    public var description: String {
        "\(from?.description ?? "..")/\(until?.description ?? "..")"
    }
}
