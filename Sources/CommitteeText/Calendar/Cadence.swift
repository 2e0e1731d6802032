// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A planning rule for dates that come round, such as "every eight weeks or as required".
///
/// A cadence plans; it does not command. Single dates are cancelled, moved or added as they come:
///
/// ```swift
/// var meetings = try Cadence(every: Period(8, .weeks), from: CivilDate(2026, 1, 14))
/// meetings.moved[CivilDate(2026, 3, 11)] = CivilDate(2026, 3, 18)
/// meetings.next(after: CivilDate(2026, 1, 14))    // 2026-03-18
/// ```
///
/// Each date is counted from the anchor, so a monthly cadence from the 31st stays on the last days of
/// shorter months and returns to the 31st.
public struct Cadence: Hashable, Sendable {
    /// The step from one planned date to the next; its count is at least one.
    public let step: Period
    /// The first planned date.
    public let anchor: CivilDate
    /// The last day on which a date may be planned, or nil for no end.
    public var until: CivilDate?
    /// Whether further dates may be called as required.
    public var orAsRequired: Bool
    /// The planned dates that are cancelled.
    public var cancelled: Set<CivilDate>
    /// The planned dates that are held on another day.
    public var moved: [CivilDate: CivilDate]
    /// The dates that are held beside the planned ones.
    public var added: Set<CivilDate>

    /// Creates a cadence.
    ///
    /// - Parameters:
    ///   - step: The step from one date to the next.
    ///   - anchor: The first planned date.
    ///   - until: The last day on which a date may be planned, or nil for no end.
    ///   - orAsRequired: Whether further dates may be called as required.
    ///   - cancelled: Planned dates that are cancelled.
    ///   - moved: Planned dates that are held on another day.
    ///   - added: Dates that are held beside the planned ones.
    /// - Throws: ``CalendarError`` when the step is below one unit.
    public init(
        every step: Period,
        from anchor: CivilDate,
        until: CivilDate? = nil,
        orAsRequired: Bool = false,
        cancelled: Set<CivilDate> = [],
        moved: [CivilDate: CivilDate] = [:],
        added: Set<CivilDate> = []
    ) throws(CalendarError) {
        guard step.count >= 1 else {
            throw CalendarError(
                .stepTooSmall,
                "A cadence needs a step of at least one unit, and this one is \(step); "
                    + "write a count from 1 up, such as \"8 weeks\"."
            )
        }
        self.step = step
        self.anchor = anchor
        self.until = until
        self.orAsRequired = orAsRequired
        self.cancelled = cancelled
        self.moved = moved
        self.added = added
    }

    /// Returns the dates that fall in a span, in order, each once.
    ///
    /// A moved date counts on the day to which it was moved. Takes time linear in the dates returned
    /// and in the exceptions.
    ///
    /// - Parameters:
    ///   - span: The days to look at. An open end is looked at until the limit is reached.
    ///   - limit: The most dates to return; the earliest ones are kept.
    /// - Returns: The dates.
    public func occurrences(in span: CivilSpan, limit: Int = 1000) -> [CivilDate] {
        guard limit > 0 else { return [] }
        var dates = Set(exceptions.filter { span.contains($0) })
        var planned = 0
        var index = firstIndex(notBefore: span.from ?? .earliest)
        while planned < limit, let date = plannedDate(at: index), span.contains(date) {
            if isHeldAsPlanned(date) {
                dates.insert(date)
                planned += 1
            }
            index += 1
        }
        return Array(dates.sorted().prefix(limit))
    }

    /// Returns the first date after a day, or nil when there is none.
    ///
    /// Takes time linear in the exceptions.
    ///
    /// - Parameter day: The day; a date on this very day is not returned.
    /// - Returns: The date.
    public func next(after day: CivilDate) -> CivilDate? {
        guard day < .latest else { return nil }
        return occurrences(in: CivilSpan((day + 1)...), limit: 1).first
    }

    /// The dates that are held on days that the rule does not give.
    private var exceptions: [CivilDate] {
        moved.filter { isPlanned($0.key) && !cancelled.contains($0.key) }.map(\.value) + added
    }

    private func isHeldAsPlanned(_ date: CivilDate) -> Bool {
        !cancelled.contains(date) && moved[date] == nil
    }

    private func isPlanned(_ date: CivilDate) -> Bool {
        plannedDate(at: firstIndex(notBefore: date)) == date
    }

    /// Returns the planned date of a number, or nil past the end of the rule or of the calendar.
    private func plannedDate(at index: Int) -> CivilDate? {
        let date = anchor.adding(step, times: index)
        if let until, until < date { return nil }
        // At the end of the calendar dates saturate; the last real one is the one that moved.
        guard index == 0 || anchor.adding(step, times: index - 1) < date else { return nil }
        guard date < .latest else { return nil }
        return date
    }

    /// Returns the number of the first planned date that is not before a day.
    private func firstIndex(notBefore day: CivilDate) -> Int {
        guard anchor < day else { return 0 }
        var index = max(0, (day - anchor) / longestStepInDays - 1)
        while anchor.adding(step, times: index) < day {
            let gap = day - anchor.adding(step, times: index)
            index += max(1, gap / longestStepInDays)
        }
        return index
    }

    /// The most days that one step can take, so that a guess by division never goes too far.
    private var longestStepInDays: Int {
        let days =
            switch step.unit {
            case .days: 1
            case .weeks: 7
            case .months: 31
            case .quarters: 92
            case .years: 366
            }
        return min(step.count, 4_000_000) * days
    }
}
