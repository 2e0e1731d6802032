// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A date, a month or a longer stretch of days that stands somewhere in a timescale.
struct TimescaleDate: Hashable {
    /// How much of the calendar the words name.
    enum Shape: Hashable {
        /// One day.
        case day
        /// One month.
        case month
        /// The end of something longer than a month.
        case end
        /// More than a month.
        case span
    }

    /// A part of a year that gets its year from words that follow, as "May" in "May / June 2024".
    enum Partial: Hashable {
        case day(Int)
        case dayOfMonth(day: Int, month: Int)
        case month(Int)
        case season(Int)
        case quarter(Int)

        var isDayOfMonth: Bool {
            if case .dayOfMonth = self { true } else { false }
        }
    }

    var from: CivilDate
    var until: CivilDate
    var shape: Shape
    var confidence: Timescale.Confidence = .exact
    var doubt: String?
    /// The year that an unfinished part before this date belongs to.
    var year: Int
    var isFinancialYear = false
    /// Whether the words name a first and a last date.
    var isRange = false
    /// The last day of the first of the two dates of a range.
    var firstUntil: CivilDate?

    /// Lowers the confidence and keeps the first reason for it.
    func doubted(_ reason: String) -> TimescaleDate {
        doubted(.inferred, reason)
    }

    func doubted(_ confidence: Timescale.Confidence, _ reason: String) -> TimescaleDate {
        var copy = self
        copy.confidence = max(copy.confidence, confidence)
        copy.doubt = doubt ?? reason
        return copy
    }

    static func day(_ date: CivilDate) -> TimescaleDate {
        TimescaleDate(from: date, until: date, shape: .day, year: date.year)
    }

    static func month(_ month: Int, of year: Int) -> TimescaleDate? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        return TimescaleDate(from: first, until: first.lastOfMonth, shape: .month, year: year)
            .doubted("A month is named without a day.")
    }

    /// Returns whole months from the first of one month on.
    static func months(
        _ count: Int,
        from month: Int,
        of year: Int,
        isFinancialYear: Bool = false
    ) -> TimescaleDate? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        return TimescaleDate(
            from: first,
            until: first.adding(months: count) - 1,
            shape: .span,
            year: year,
            isFinancialYear: isFinancialYear
        )
    }

    static func years(_ first: Int, through last: Int) -> TimescaleDate? {
        months((last - first + 1) * 12, from: 1, of: first)?
            .doubted("Years are named without days; 1 January to 31 December is taken.")
    }

    static func financialYear(startingIn year: Int) -> TimescaleDate? {
        months(12, from: 4, of: year, isFinancialYear: true)?
            .doubted("A financial year is taken, 1 April to 31 March.")
    }

    /// Returns a season by the meteorological months: spring is March to May, and so on.
    static func season(_ season: Int, of year: Int) -> TimescaleDate? {
        let date = months(3, from: [3, 6, 9, 12][season], of: year)
        guard season == 3 else {
            return date?.doubted("A season is named; its three whole months are taken.")
        }
        return date?.doubted(
            .unsure,
            "A winter is named by one year; the one that begins in it is taken."
        )
    }

    static func quarter(_ quarter: Int, of year: Int, isFinancialYear: Bool) -> TimescaleDate? {
        if isFinancialYear {
            let month = [4, 7, 10, 1][quarter - 1]
            var date = months(3, from: month, of: quarter == 4 ? year + 1 : year)
            date?.year = year
            date?.isFinancialYear = true
            return date?.doubted("A quarter of a financial year from 1 April is taken.")
        }
        return months(3, from: quarter * 3 - 2, of: year)?
            .doubted(.unsure, "A quarter is named; a quarter of the calendar year is taken.")
    }

    /// Returns the unfinished part with the year, or month and year, of this date.
    func completing(_ partial: Partial) -> TimescaleDate? {
        switch partial {
        case .day(let day):
            guard shape == .day else { return nil }
            return CivilDate(year: until.year, month: until.month, day: day).map(Self.day)
        case .dayOfMonth(let day, let month):
            guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
            if date <= until { return .day(date) }
            return CivilDate(year: year - 1, month: month, day: day).map(Self.day)?
                .doubted(.unsure, "The first day has no year; the year before is taken.")
        case .month(let month):
            let date = Self.month(month, of: year)
            if let date, date.from <= until { return date }
            return Self.month(month, of: year - 1)?
                .doubted(.unsure, "The first month has no year; the year before is taken.")
        case .season(let season):
            return Self.season(season, of: year)
        case .quarter(let quarter):
            return Self.quarter(quarter, of: year, isFinancialYear: isFinancialYear)
        }
    }

    /// Returns the days from this date through another one, or nil when they are out of order.
    func through(_ last: TimescaleDate) -> TimescaleDate? {
        guard from <= last.until else { return nil }
        return TimescaleDate(
            from: from,
            until: last.until,
            shape: .span,
            confidence: max(confidence, last.confidence),
            doubt: doubt ?? last.doubt,
            year: year,
            isFinancialYear: isFinancialYear,
            isRange: true,
            firstUntil: until
        )
    }

    /// Returns the last day, as "end of" asks for.
    var end: TimescaleDate {
        var copy = self
        switch shape {
        case .month:
            copy = .day(until)
        case .day: break
        case .end, .span:
            copy.shape = .end
            copy.confidence = max(confidence, .inferred)
        }
        return copy
    }

    /// Returns one third of the days: early, mid or late.
    func third(_ index: Int, called name: String) -> TimescaleDate {
        let days = until - from + 1
        let months = (until + 1 - from) / 30
        var copy = self
        if shape != .month, months >= 3, from.adding(months: months) == until + 1 {
            copy.from = from.adding(months: months * index / 3)
            copy.until = from.adding(months: months * (index + 1) / 3) - 1
        } else {
            copy.from = from + days * index / 3
            copy.until = from + (days * (index + 1) / 3 - 1)
        }
        copy.shape = .span
        copy.doubt = nil
        return copy.doubted(.unsure, "\"\(name)\" is read as one third of the time named.")
    }
}

extension Timescale.Confidence: Comparable {
    /// Returns whether one confidence is surer than another: exact, then inferred, then unsure.
    ///
    /// - Parameters:
    ///   - first: A confidence.
    ///   - second: Another confidence.
    /// - Returns: True when the first is the surer one.
    public static func < (first: Timescale.Confidence, second: Timescale.Confidence) -> Bool {
        first.rank < second.rank
    }

    private var rank: Int {
        switch self {
        case .exact: 0
        case .inferred: 1
        case .unsure: 2
        }
    }
}
