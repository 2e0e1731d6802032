// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The day or the month by which a milestone is to be reached.
///
/// ```swift
/// MilestoneDay("2016-12")?.words     // December 2016
/// MilestoneDay("2016-12")?.last      // 2016-12-31
/// ```
public struct MilestoneDay: Hashable, Sendable, CustomStringConvertible {
    /// The last day on which the milestone is on time.
    public let last: CivilDate
    /// Whether a month was named, and no day in it.
    public let isMonth: Bool

    /// Creates a day.
    ///
    /// - Parameter day: The day.
    public init(_ day: CivilDate) { (last, isMonth) = (day, false) }

    /// Creates a month.
    ///
    /// - Parameter day: Any day of the month.
    public init(monthOf day: CivilDate) { (last, isMonth) = (day.lastOfMonth, true) }

    /// Reads a day such as `2016-12-05`, or a month such as `2016-12`.
    ///
    /// - Parameter text: The text.
    public init?(_ text: String) {
        if let day = CivilDate(iso: text) {
            self.init(day)
        } else if text.utf8.count == 7, let first = CivilDate(iso: text + "-01") {
            self.init(monthOf: first)
        } else {
            return nil
        }
    }

    /// The day or the month as it is written in entries.
    public var description: String {
        let day = last.description
        return isMonth ? String(day.dropLast(3)) : day
    }

    /// The day or the month in words, such as `December 2016`.
    public var words: String { last.formatted(isMonth ? "MMMM yyyy" : "d MMMM yyyy") }
}

extension JSONForm where Value == MilestoneDay {
    /// A day or a month.
    static var milestoneDay: Self {
        let expected = "a day such as 2016-12-05 or a month such as 2016-12"
        return Self(
            JSONFieldType(expected) { (node, place) throws(JSONError) in
                let text = try JSONFieldType<String>.text.read(node, place)
                guard let day = MilestoneDay(text) else {
                    throw place.expected(expected, found: node)
                }
                return day
            }
        ) { .string($0.description) }
    }
}
