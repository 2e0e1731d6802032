// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What the values of an indicator come to.

extension Indicator {
    /// Returns the newest value for a period and an area.
    ///
    /// - Parameters:
    ///   - period: The period.
    ///   - area: The area or agency; nil for all of them.
    /// - Returns: The value, or nil when none is known.
    /// - Complexity: O(*n*) in the number of values.
    public func value(_ period: FigurePeriod, area: String? = nil) -> FigureValue? {
        values.last { $0.period == period && $0.area == area }
    }

    /// The newest value for each period and area, by period.
    ///
    /// - Complexity: O(*n* log *n*) in the number of values.
    public var current: [FigureValue] {
        var last: [FigurePlace: FigureValue] = [:]
        for value in values { last[value.place] = value }
        return last.values.sorted { $0.place < $1.place }
    }

    /// Returns every value that was known for a period and an area, oldest first.
    ///
    /// - Parameter place: The period and the area.
    /// - Returns: The values; more than one when it was revised.
    /// - Complexity: O(*n*) in the number of values.
    public func editions(of place: FigurePlace) -> [FigureValue] {
        values.filter { $0.place == place }
    }

    /// Returns the number that stands for a value: the count, or the share of its whole.
    ///
    /// - Parameter value: A value of the indicator.
    /// - Returns: The number; nil when it is hidden, or the whole is zero.
    public func number(_ value: FigureValue) -> FigureNumber? {
        guard let count = value.count else { return nil }
        guard isShare || value.outOf != nil else { return FigureNumber(count) }
        guard let whole = value.outOf, whole > 0 else { return nil }
        return FigureNumber(part: count, in: whole, per: rate ?? 100)
    }

    /// Whether its values are shares: percentages or rates.
    public var isShare: Bool {
        outOf != nil || rate != nil || values.contains { $0.outOf != nil }
    }

    /// Returns the number of a value as people read it, such as `2,530` or `92.5%`.
    ///
    /// - Parameter number: The number.
    /// - Returns: The words.
    public func words(_ number: FigureNumber) -> String {
        guard isShare else { return number.rounded(to: 0) }
        let digits = number.rounded(to: decimals ?? 0)
        return (rate ?? 100) == 100
            ? "\(digits)%" : "\(digits) per \(FigureNumber.grouped(rate ?? 100))"
    }

    /// Returns a value as people read it, such as `2,530`, `92.5% (37 of 40)` or the mark of a hidden one.
    ///
    /// - Parameter value: The value.
    /// - Returns: The words.
    public func words(_ value: FigureValue) -> String {
        guard let count = value.count else { return Self.hiddenMark }
        let counted = FigureNumber.grouped(count)
        guard isShare || value.outOf != nil else { return counted }
        guard let whole = value.outOf else {
            return value.isHidden ? "\(counted) of \(Self.hiddenMark)" : counted
        }
        let parts = "\(counted) of \(FigureNumber.grouped(whole))"
        return number(value).map { "\(words($0)) (\(parts))" } ?? parts
    }

    /// What stands in the place of a number that is hidden.
    public static let hiddenMark = "hidden"

    /// How a value stands against the target.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// The target is met.
        case met
        /// The target is missed by no more than the variance.
        case near
        /// The target is missed.
        case missed

        /// The standing in words.
        public var words: String {
            switch self {
            case .met: "Target met"
            case .near: "Near the target"
            case .missed: "Target missed"
            }
        }
    }

    /// Returns how a number stands against the target.
    ///
    /// Without a direction, the target is met by what is no further from it than the variance.
    ///
    /// - Parameter number: The number.
    /// - Returns: The standing, or nil when there is no target.
    public func standing(_ number: FigureNumber) -> Standing? {
        guard let target else { return nil }
        let room = variance ?? FigureNumber(0)
        let beyond: FigureNumber
        switch better {
        case .higher: beyond = target - number
        case .lower: beyond = number - target
        case nil:
            let distance = number < target ? target - number : number - target
            return distance <= room ? .met : .missed
        }
        if beyond <= FigureNumber(0) { return .met }
        return beyond <= room ? .near : .missed
    }

    /// The periods for which a value is expected by a day, from the first one that is known.
    ///
    /// - Parameter day: The day.
    /// - Returns: The periods that have ended, at most 600, the newest of them.
    public func expectedPeriods(through day: CivilDate) -> [FigurePeriod] {
        guard let every, every != .day else { return [] }
        guard let first = values.map(\.period).filter({ $0.kind == every }).min() else { return [] }
        let last = min(day, ends ?? .latest)
        var periods: [FigurePeriod] = []
        var period = FigurePeriod(every, of: last)
        if period.last > last { period = period.previous }
        while period >= first, periods.count < 600 {
            periods.append(period)
            period = period.previous
        }
        return periods.reversed()
    }

    /// Returns the expected periods for which there is no value, whose value is due by a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: The periods with the day on which each was due: its end, and the days that are allowed.
    public func missing(on day: CivilDate) -> [(period: FigurePeriod, due: CivilDate)] {
        let known = Set(values.filter { $0.area == nil || !areas.isEmpty }.map(\.period))
        return expectedPeriods(through: day).compactMap { period in
            let due = period.last + (dueDays ?? 0)
            return known.contains(period) || due > day ? nil : (period, due)
        }
    }
}
