// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A time of the day, to the minute, as a clock on the wall shows it.
///
/// ```swift
/// ClockTime("14:30")?.description  // 14:30
/// ```
public struct ClockTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The minutes since midnight, 0 to 1439.
    public let minutes: Int

    /// Midnight, with which a day begins.
    public static let earliest = ClockTime()

    private init() { minutes = 0 }

    /// Creates a time, or returns nil when there is no such time.
    ///
    /// - Parameters:
    ///   - hour: The hour, 0 to 23.
    ///   - minute: The minute, 0 to 59.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// Reads a time such as `14:30`, `9:05` or `14.30`, or returns nil when the text is none.
    ///
    /// - Parameter text: The text.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// The hour, 0 to 23.
    public var hour: Int { minutes / 60 }
    /// The minute of the hour, 0 to 59.
    public var minute: Int { minutes % 60 }

    /// The time as two figures, a colon and two figures.
    public var description: String { "\(Self.twoFigures(hour)):\(Self.twoFigures(minute))" }

    private static func twoFigures(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    /// Orders times by the day's course.
    public static func < (first: Self, second: Self) -> Bool { first.minutes < second.minutes }
}

extension JSONForm where Value == ClockTime {
    /// A time of the day, such as `14:30`.
    static var time: Self {
        Self(JSONFieldType<String>.text.checked("a time such as 14:30") { ClockTime($0) }) {
            .string($0.description)
        }
    }
}
