// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A date that is known exactly, or known only to lie no later than a day.
///
/// A report as at 31 October 2023 says that an action is completed, not when. The completion is then
/// known *by* that day. Before that day it is not known, which is not the same as late:
///
/// ```swift
/// let completed = DateBound.by(CivilDate(2023, 10, 31))
/// completed.isKnown(on: CivilDate(2023, 10, 15))   // false
/// ```
public enum DateBound: Hashable, Sendable {
    /// It happened on this day.
    case on(CivilDate)
    /// It happened on this day or earlier; when is not known.
    case by(CivilDate)

    /// The day, or the last day that it can have been.
    public var date: CivilDate {
        switch self {
        case .on(let date), .by(let date): date
        }
    }

    /// Whether the day itself is known.
    public var isExact: Bool {
        if case .on = self { true } else { false }
    }

    /// Returns whether it is known on a day that the thing has happened.
    ///
    /// - Parameter day: The day on which one asks.
    /// - Returns: True from the bound's date on. False means "not known", never "not happened".
    public func isKnown(on day: CivilDate) -> Bool {
        date <= day
    }
}

extension DateBound: CustomStringConvertible {
    /// The bound in words, such as "on 2023-10-31" or "by 2023-10-31".
    public var description: String {
        switch self {
        case .on(let date): "on \(date)"
        case .by(let date): "by \(date)"
        }
    }
}
