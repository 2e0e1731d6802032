// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Finds dates among the tokens of a timescale, without going back over what it has read.
struct TimescaleDateScanner {
    /// One or more dates read at a place; more than one for "March and September 2024".
    struct Match {
        var dates: [(date: TimescaleDate, tokens: Range<Int>)]
        var next: Int { dates.last?.tokens.upperBound ?? 0 }
    }

    let tokens: [TimescaleText.Token]
    /// What was read where a day should stand that is not in the calendar.
    private(set) var impossible: String?

    private typealias Found = (date: TimescaleDate, next: Int)

    /// The most unfinished parts that are held until a year follows.
    private static let partialLimit = 12

    init(tokens: [TimescaleText.Token]) {
        self.tokens = tokens
    }

    // MARK: Dates and ranges

    /// Returns the dates that begin at a token, or nil when none does.
    mutating func match(at index: Int) -> Match? {
        if let first = date(at: index) { return range(from: first, at: index) }
        return unfinished(at: index)
    }

    private mutating func range(from first: Found, at index: Int) -> Match {
        let single = Match(dates: [(first.date, index..<first.next)])
        guard let separator = rangeSeparator(at: first.next),
            // Two full days with a slash between them are two dates, not the days from one to the other.
            !(first.date.shape == .day && isMark(first.next, "/")),
            let last = date(at: separator), let range = first.date.through(last.date)
        else { return single }
        return Match(dates: [(range, index..<last.next)])
    }

    /// Reads "May / June 2024" as a range, and "March, June and September 2024" as three dates.
    private mutating func unfinished(at index: Int) -> Match? {
        var parts: [(partial: TimescaleDate.Partial, tokens: Range<Int>)] = []
        var place = index
        while parts.count < Self.partialLimit, let part = partial(at: place) {
            parts.append((part.partial, place..<part.next))
            if parts.count == 1, !(part.partial.isDayOfMonth && isMark(part.next, "/")),
                let separator = rangeSeparator(at: part.next),
                let last = date(at: separator),
                let range = last.date.completing(part.partial)?.through(last.date)
            {
                return Match(dates: [(range, index..<last.next)])
            }
            guard let separator = listSeparator(at: part.next) else { return nil }
            if let last = date(at: separator) {
                let dates = parts.compactMap { part in
                    last.date.completing(part.partial).map { ($0, part.tokens) }
                }
                guard dates.count == parts.count else { return nil }
                return Match(dates: dates + [(last.date, separator..<last.next)])
            }
            place = separator
        }
        return nil
    }

    private func rangeSeparator(at index: Int) -> Int? {
        if isMark(index, "-") || isMark(index, "/") { return index + 1 }
        return ["to", "until", "till", "through"].contains(word(index)) ? index + 1 : nil
    }

    private func listSeparator(at index: Int) -> Int? {
        if isMark(index, ",") { return word(index + 1) == "and" ? index + 2 : index + 1 }
        return isMark(index, "&") || isMark(index, "/") || word(index) == "and" ? index + 1 : nil
    }

    /// Returns a part of a year that stands without its year.
    func partial(at index: Int) -> (partial: TimescaleDate.Partial, next: Int)? {
        let start = skipWeekday(index)
        if let day = dayOfMonth(at: start) {
            let place = word(day.next) == "of" ? day.next + 1 : day.next
            if let month = month(at: place) {
                return (.dayOfMonth(day: day.value, month: month), skipFullStop(place))
            }
            return (.day(day.value), day.next)
        }
        if let month = month(at: start) {
            if let day = dayOfMonth(at: start + 1) {
                return (.dayOfMonth(day: day.value, month: month), day.next)
            }
            return (.month(month), skipFullStop(start))
        }
        if let season = season(at: start) { return (.season(season), start + 1) }
        return quarter(at: start).map { (.quarter($0.value), $0.next) }
    }

    // MARK: One date

    private mutating func date(at index: Int) -> Found? {
        guard let modifier = modifier(at: index) else { return plainDate(at: index) }
        guard let (date, next) = plainDate(at: modifier.next) else { return nil }
        return switch modifier.name {
        case "end": (date.end, next)
        case "start", "beginning", "early": (date.third(0, called: modifier.name), next)
        case "mid", "middle": (date.third(1, called: modifier.name), next)
        default: (date.third(2, called: modifier.name), next)
        }
    }

    private func modifier(at index: Int) -> (name: String, next: Int)? {
        let names = ["end", "start", "beginning", "early", "mid", "middle", "late"]
        guard let name = word(index), names.contains(name) else { return nil }
        // "Start April 2024" says when work starts; only "start of April" names a part of April.
        if ["start", "beginning"].contains(name), word(index + 1) != "of" { return nil }
        var next = isMark(index + 1, "-") ? index + 2 : index + 1
        if word(next) == "of" { next += 1 }
        if word(next) == "the" { next += 1 }
        return (name, next)
    }

    private mutating func plainDate(at index: Int) -> Found? {
        let start = skipWeekday(index)
        return numericDate(at: start) ?? dayFirst(at: start) ?? monthFirst(at: start)
            ?? seasonOfYear(at: start) ?? quarterOfYear(at: start) ?? years(at: start)
    }

    /// Reads 31/03/2019, 31.3.19, 2019-03-31 and 03/2019.
    private mutating func numericDate(at index: Int) -> Found? {
        guard let first = number(index), let separator = dateMark(index + 1),
            let second = number(index + 2), isAttached(index + 2)
        else { return nil }
        if dateMark(index + 3) == separator, let third = number(index + 4), isAttached(index + 4) {
            return numericDay(first, second, third, next: index + 5)
        }
        guard first.digits <= 2, second.digits == 4, isYear(second.value),
            let month = TimescaleDate.month(first.value, of: second.value)
        else { return nil }
        return (month, index + 3)
    }

    private typealias Digits = (value: Int, digits: Int)

    private mutating func numericDay(
        _ first: Digits,
        _ second: Digits,
        _ third: Digits,
        next: Int
    ) -> Found? {
        if first.digits == 4, isYear(first.value), second.digits <= 2, third.digits <= 2 {
            return day(third.value, second.value, first, next)
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 2 || third.digits == 4 else {
            return nil
        }
        guard let (date, next) = day(first.value, second.value, third, next) else { return nil }
        guard first.value <= 12, first.value != second.value else { return (date, next) }
        return (date.doubted("The day is read before the month, as in the United Kingdom."), next)
    }

    private mutating func day(_ day: Int, _ month: Int, _ year: Digits, _ next: Int) -> Found? {
        let full = year.digits == 2 ? 2000 + year.value : year.value
        guard isYear(full) else { return nil }
        guard let date = CivilDate(year: full, month: month, day: day) else {
            impossible = "\(day)/\(month)/\(full)"
            return nil
        }
        guard year.digits == 2 else { return (.day(date), next) }
        return (TimescaleDate.day(date).doubted("The year has two digits; 20xx is taken."), next)
    }

    /// Reads "31 March 2019", "31st of March, 2019" and "31-Mar-19".
    private mutating func dayFirst(at index: Int) -> Found? {
        guard let first = dayOfMonth(at: index) else { return nil }
        var place = first.next
        if word(place) == "of" || (dateMark(place) != nil && isAttached(place)) { place += 1 }
        guard let month = month(at: place), let year = year(after: place) else { return nil }
        return day(first.value, month, year.digits, year.next)
    }

    /// Reads "March 31, 2019", "March 2019", "March, 2019" and "Mar-19".
    private mutating func monthFirst(at index: Int) -> Found? {
        guard let month = month(at: index) else { return nil }
        if let first = dayOfMonth(at: index + 1) {
            let place = isMark(first.next, ",") ? first.next + 1 : first.next
            if let year = number(place), year.digits == 4, isYear(year.value) {
                return day(first.value, month, year, place + 1)
            }
            if first.hasOrdinal { return nil }
        }
        guard let (year, next) = year(after: index) else { return nil }
        let full = year.digits == 2 ? 2000 + year.value : year.value
        guard let date = TimescaleDate.month(month, of: full) else { return nil }
        guard year.digits == 2, next == index + 2, year.value <= 31 else { return (date, next) }
        return (date.doubted(.unsure, "\(year.value) may be a day or a year."), next)
    }

    private func seasonOfYear(at index: Int) -> Found? {
        guard let season = season(at: index) else { return nil }
        var place = word(index + 1) == "of" ? index + 2 : index + 1
        if isMark(place, ",") { place += 1 }
        guard let year = yearExpression(at: place) else { return nil }
        guard season == 3, year.date.isFinancialYear else {
            guard let date = TimescaleDate.season(season, of: year.date.year) else { return nil }
            return (date, season == 3 ? year.next : place + 1)
        }
        let date = TimescaleDate.months(3, from: 12, of: year.date.year)
        return date.map {
            ($0.doubted("A season is named; its three months are taken."), year.next)
        }
    }

    private func quarterOfYear(at index: Int) -> Found? {
        guard let (quarter, next) = quarter(at: index) else { return nil }
        var place = word(next) == "of" ? next + 1 : next
        if isMark(place, ",") || isMark(place, "-") { place += 1 }
        guard let year = yearExpression(at: place, allowsShort: true),
            let date = TimescaleDate.quarter(
                quarter,
                of: year.date.year,
                isFinancialYear: year.date.isFinancialYear
            )
        else { return nil }
        return (date, year.next)
    }

    private func years(at index: Int) -> Found? {
        yearExpression(at: index)
    }

    /// Reads 2018, 2018/19, 2017-18, 2017-20, 2018 - 2020, FY 2018/19 and "session 2023/24".
    private func yearExpression(at index: Int, allowsShort: Bool = false) -> Found? {
        let prefix = yearPrefix(at: index)
        let place = prefix?.next ?? index
        guard let first = number(place),
            first.digits == 4 || (first.digits == 2 && (allowsShort || prefix != nil))
        else { return nil }
        let year = first.digits == 2 ? 2000 + first.value : first.value
        guard isYear(year) else { return nil }
        let second = secondYear(after: year, at: place + 1)
        let end = second == nil ? place + 1 : place + 3
        let suffix = prefix == nil ? yearPrefix(at: end) : nil
        let isNamedBehind = suffix.map { ["financial", "academic"].contains($0.name) } ?? false
        let name = isNamedBehind ? suffix?.name : prefix?.name
        guard let date = date(prefix: name, year, second, at: place + 1) else { return nil }
        return (date, isNamedBehind ? suffix?.next ?? end : end)
    }

    private func date(
        prefix: String?,
        _ year: Int,
        _ second: (year: Int, isShort: Bool)?,
        at separator: Int
    ) -> TimescaleDate? {
        switch (prefix, second) {
        case ("financial", nil):
            return TimescaleDate.financialYear(startingIn: year)?
                .doubted(
                    .unsure,
                    "One year names a financial year; the one that begins in it is taken."
                )
        case ("financial", let second?) where second.year == year + 1:
            var date = TimescaleDate.financialYear(startingIn: year)
            date?.confidence = .exact
            date?.doubt = nil
            return date
        case ("academic", let second) where second == nil || second?.year == year + 1:
            return TimescaleDate.months(12, from: 8, of: year)?
                .doubted(.unsure, "A school year is named; 1 August to 31 July is taken.")
        case (_, nil):
            return .years(year, through: year)
        case (_, let second?) where second.year == year + 1 && isMark(separator, "/"):
            return .financialYear(startingIn: year)
        case (_, let second?) where second.year == year + 1 && second.isShort:
            var date = TimescaleDate.financialYear(startingIn: year)
            date?.doubt = nil
            return date?.doubted(
                .unsure,
                "A pair of years may be a financial year, which is taken, or two years."
            )
        case (_, let second?):
            return .years(year, through: second.year)
        }
    }

    private func secondYear(after year: Int, at separator: Int) -> (year: Int, isShort: Bool)? {
        guard isMark(separator, "/") || isMark(separator, "-"),
            let second = number(separator + 1), second.digits == 2 || second.digits == 4
        else { return nil }
        // In "2024 - 31 March 2025" the second number is the day of another date.
        guard month(at: separator + 2) == nil, !isOrdinal(separator + 2) else { return nil }
        let isShort = second.digits == 2
        let full = isShort ? year / 100 * 100 + second.value : second.value
        return full > year && full <= year + 50 ? (full, isShort) : nil
    }

    private func yearPrefix(at index: Int) -> (name: String, next: Int)? {
        switch word(index) {
        case "fy": ("financial", index + 1)
        case "financial" where word(index + 1) == "year": ("financial", index + 2)
        case "calendar" where word(index + 1) == "year": ("calendar", index + 2)
        case "academic" where word(index + 1) == "year": ("academic", index + 2)
        case "school" where ["year", "session"].contains(word(index + 1)): ("academic", index + 2)
        case "session": ("academic", index + 1)
        case "year": ("calendar", index + 1)
        default: nil
        }
    }

    // MARK: Parts

    private func year(after month: Int) -> (digits: Digits, next: Int)? {
        var place = month + 1
        for _ in 0..<2 where [",", ".", "-", "/", "'"].contains(mark(place)) { place += 1 }
        guard let year = number(place) else { return nil }
        guard year.digits == 4 ? isYear(year.value) : year.digits == 2 else { return nil }
        return (year, place + 1)
    }

    private func dayOfMonth(at index: Int) -> (value: Int, hasOrdinal: Bool, next: Int)? {
        guard let day = number(index), day.digits <= 2, (1...31).contains(day.value) else {
            return nil
        }
        let hasOrdinal = isOrdinal(index + 1)
        return (day.value, hasOrdinal, hasOrdinal ? index + 2 : index + 1)
    }

    private func quarter(at index: Int) -> (value: Int, next: Int)? {
        if ["q", "qtr", "quarter"].contains(word(index)), let quarter = number(index + 1),
            (1...4).contains(quarter.value)
        {
            return (quarter.value, index + 2)
        }
        guard let quarter = number(index), (1...4).contains(quarter.value),
            isOrdinal(index + 1), word(index + 2) == "quarter"
        else { return nil }
        return (quarter.value, index + 3)
    }

    private func season(at index: Int) -> Int? {
        switch word(index) {
        case "spring": 0
        case "summer": 1
        case "autumn": 2
        case "winter": 3
        default: nil
        }
    }

    private func month(at index: Int) -> Int? {
        word(index).flatMap { MonthName.numbers[$0] }
    }

    private func isYear(_ year: Int) -> Bool {
        (1900...2199).contains(year)
    }

    private func isOrdinal(_ index: Int) -> Bool {
        ["st", "nd", "rd", "th"].contains(word(index))
    }

    private func skipWeekday(_ index: Int) -> Int {
        guard let name = word(index), name.count >= 3,
            Weekday.allCases.contains(where: { $0.name.lowercased().hasPrefix(name) })
        else { return index }
        return isMark(index + 1, ",") ? index + 2 : index + 1
    }

    private func skipFullStop(_ index: Int) -> Int {
        isMark(index + 1, ".") ? index + 2 : index + 1
    }

    private func dateMark(_ index: Int) -> Character? {
        mark(index).flatMap { ["/", ".", "-"].contains($0) ? $0 : nil }
    }

    private func word(_ index: Int) -> String? {
        guard tokens.indices.contains(index), case .word(let word) = tokens[index].kind else {
            return nil
        }
        return word
    }

    private func number(_ index: Int) -> Digits? {
        guard tokens.indices.contains(index),
            case .number(let value, let digits) = tokens[index].kind
        else { return nil }
        return (value, digits)
    }

    private func mark(_ index: Int) -> Character? {
        guard tokens.indices.contains(index), case .mark(let mark) = tokens[index].kind else {
            return nil
        }
        return mark
    }

    private func isMark(_ index: Int, _ wanted: Character) -> Bool {
        mark(index) == wanted
    }

    private func isAttached(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].isAttached
    }
}
