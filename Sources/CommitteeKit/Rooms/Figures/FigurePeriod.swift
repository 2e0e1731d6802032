// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The time of which a figure tells: a day, a month, a quarter or one of the years in use.
///
/// ```swift
/// FigurePeriod("2018-07-31")?.inWords     // 31 July 2018
/// FigurePeriod("2018/19")?.inWords        // financial year 2018/19
/// FigurePeriod("July 2018")?.description  // 2018-07
/// ```
///
/// A financial year begins on 1 April; a school year and a register year on 1 August.
public struct FigurePeriod: Hashable, Sendable, CustomStringConvertible {
    /// How long a period is, and when it begins.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A day: how many there were then.
        case day
        /// A calendar month.
        case month
        /// Three calendar months from January, April, July or October.
        case quarter
        /// A calendar year.
        case year
        /// A year from 1 April.
        case financialYear = "financial year"
        /// A year from 1 August, as schools count.
        case schoolYear = "school year"
        /// A year from 1 August, as the register is counted.
        case registerYear = "register year"

        /// How many months it has; none for a day.
        var months: Int {
            switch self {
            case .day: 0
            case .month: 1
            case .quarter: 3
            case .year, .financialYear, .schoolYear, .registerYear: 12
            }
        }

        /// The month in which the first such period of a year begins; nil where any may.
        var firstMonth: Int? {
            switch self {
            case .day, .month, .quarter: nil
            case .year: 1
            case .financialYear: 4
            case .schoolYear, .registerYear: 8
            }
        }
    }

    /// How long it is.
    public let kind: Kind
    /// Its first day.
    public let first: CivilDate

    /// Creates the period of a kind in which a day is.
    ///
    /// - Parameters:
    ///   - kind: How long it is.
    ///   - day: A day of it.
    public init(_ kind: Kind, of day: CivilDate) {
        self.kind = kind
        switch kind {
        case .day: first = day
        case .month: first = day.firstOfMonth
        case .quarter: first = day.adding(months: -((day.month - 1) % 3)).firstOfMonth
        case .year, .financialYear, .schoolYear, .registerYear:
            let begin = kind.firstMonth ?? 1
            first = day.adding(months: -((day.month - begin + 12) % 12)).firstOfMonth
        }
    }

    /// Its last day.
    public var last: CivilDate {
        kind == .day ? first : first.adding(months: kind.months - 1).lastOfMonth
    }

    /// The period before it, of the same kind.
    public var previous: FigurePeriod { FigurePeriod(kind, of: first - 1) }

    /// The period after it, of the same kind.
    public var next: FigurePeriod { FigurePeriod(kind, of: last + 1) }

    /// The same period a year before.
    public var yearBefore: FigurePeriod { FigurePeriod(kind, of: first.adding(years: -1)) }

    /// The periods of a shorter kind of which it is made up; nil where they do not fit.
    ///
    /// - Parameter shorter: The shorter kind.
    /// - Returns: The periods, in order.
    func parts(_ shorter: Kind) -> [FigurePeriod]? {
        guard shorter.months > 0, shorter.months < kind.months else { return nil }
        var part = FigurePeriod(shorter, of: first)
        guard part.first == first else { return nil }
        var parts: [FigurePeriod] = []
        while part.last <= last {
            parts.append(part)
            part = part.next
        }
        return parts.last?.last == last ? parts : nil
    }

    /// The period as files and citations write it, such as `2018-07`, `2018-Q3`, `2018/19` or `2018/19-register`.
    public var description: String {
        let year = first.year
        let short = "\(year)/\(Self.two((year + 1) % 100))"
        switch kind {
        case .day: return first.description
        case .month: return "\(year)-\(Self.two(first.month))"
        case .quarter: return "\(year)-Q\((first.month + 2) / 3)"
        case .year: return "\(year)"
        case .financialYear: return short
        case .schoolYear: return "\(short)-school"
        case .registerYear: return "\(short)-register"
        }
    }

    /// The period as people say it, such as `31 July 2018` or `financial year 2018/19`.
    public var inWords: String {
        let short = "\(first.year)/\(Self.two((first.year + 1) % 100))"
        switch kind {
        case .day: return first.formatted("d MMMM yyyy")
        case .month: return first.formatted("MMMM yyyy")
        case .quarter:
            return "\(first.formatted("MMMM")) to \(last.formatted("MMMM yyyy"))"
        case .year: return "\(first.year)"
        case .financialYear, .schoolYear, .registerYear: return "\(kind.rawValue) \(short)"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension FigurePeriod: Comparable {
    /// Orders periods by the day on which they end, the longer one later.
    ///
    /// - Parameters:
    ///   - first: A period.
    ///   - second: Another period.
    /// - Returns: Whether the first comes before the second.
    public static func < (first: FigurePeriod, second: FigurePeriod) -> Bool {
        let (one, other) = (first.last, second.last)
        if one != other { return one < other }
        if first.kind.months != second.kind.months {
            return first.kind.months < second.kind.months
        }
        return first.kind.rawValue < second.kind.rawValue
    }
}

extension FigurePeriod {
    /// What a period can look like, in words that fit after “expected”.
    public static let expected =
        "a period such as 2018-07-31, 2018-07, 2018-Q3, 2018, 2018/19, 2018/19-school or 2018/19-register"

    /// Reads a period as files write it, or as people say it.
    ///
    /// `31 July 2018`, `July 2018`, `Q3 2018`, `2018 Q3`, `2018-19` for a year pair, `2018/2019` and `register year
    /// 2018/19` are read too. `2011-12` is December, as in a date.
    ///
    /// - Parameter text: The words.
    public init?(_ text: some StringProtocol) {
        let key = String(text).lowercased()
        let plain = String(
            key.map { "–—‑−".contains($0) ? "-" : $0 == "_" ? " " : $0 }
        )
        if let day = CivilDate(iso: plain) {
            self.init(.day, of: day)
            return
        }
        var words = plain.split { $0.isWhitespace || $0 == "," }.map(String.init)
        if let last = words.last, let dash = last.lastIndex(of: "-"),
            last[last.index(after: dash)...].allSatisfy(\.isLetter)
        {
            words.removeLast()
            words += [String(last[..<dash]), String(last[last.index(after: dash)...])]
        }
        words.removeAll { ["year", "the", "of", "at", "quarter"].contains($0) }
        let kinds: [String: Kind] = [
            "financial": .financialYear, "fiscal": .financialYear, "school": .schoolYear,
            "academic": .schoolYear, "register": .registerYear, "calendar": .year,
        ]
        var kind: Kind?
        words.removeAll { word in
            guard let named = kinds[word] else { return false }
            kind = named
            return true
        }
        guard let found = Self.read(words, kind) else { return nil }
        self = found
    }

    private static func read(_ words: [String], _ kind: Kind?) -> FigurePeriod? {
        switch words.count {
        case 1: return read(words[0], kind)
        case 2:
            guard kind == nil else { return nil }
            if let quarter = quarter(words[0]), let year = year(words[1]) {
                return of(.quarter, year, 3 * quarter - 2)
            }
            if let quarter = quarter(words[1]) {
                if let year = year(words[0]) { return of(.quarter, year, 3 * quarter - 2) }
                // The quarters of a financial year are counted from April.
                guard let year = pair(words[0]), let start = of(.quarter, year, 4) else {
                    return nil
                }
                return (1..<quarter).reduce(start) { period, _ in period.next }
            }
            if let month = month(words[0]), let year = year(words[1]) {
                return of(.month, year, month)
            }
            return nil
        case 4 where words[1] == "to" && kind == nil:
            guard let first = month(words[0]), let last = month(words[2]), last == first + 2,
                first % 3 == 1, let year = year(words[3])
            else { return nil }
            return of(.quarter, year, first)
        case 3:
            guard kind == nil, let day = Int(words[0].prefix { $0.isNumber }),
                let month = month(words[1]), let year = year(words[2])
            else { return nil }
            return CivilDate(year: year, month: month, day: day).map { FigurePeriod(.day, of: $0) }
        default: return nil
        }
    }

    private static func read(_ word: String, _ kind: Kind?) -> FigurePeriod? {
        if let year = year(word) {
            return kind == nil || kind == .year ? of(.year, year, 1) : nil
        }
        if kind == nil, word.count == 7, word.dropFirst(4).first == "-",
            let year = year(String(word.prefix(4)))
        {
            if let quarter = quarter(String(word.suffix(2))) {
                return of(.quarter, year, 3 * quarter - 2)
            }
            if let month = Int(word.suffix(2)), (1...12).contains(month) {
                return of(.month, year, month)
            }
        }
        guard let year = pair(word), kind != .year else { return nil }
        let kind = kind ?? .financialYear
        return of(kind, year, kind.firstMonth ?? 1)
    }

    private static func of(_ kind: Kind, _ year: Int, _ month: Int) -> FigurePeriod? {
        CivilDate(year: year, month: month, day: 1).map { FigurePeriod(kind, of: $0) }
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(word), year >= 1900
        else { return nil }
        return year
    }

    /// The first year of a pair such as `2018/19`, `2018-19` or `2018/2019`.
    private static func pair(_ word: String) -> Int? {
        let parts = word.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
        guard parts.count == 2, let first = year(String(parts[0])) else { return nil }
        let second = String(parts[1])
        if let full = year(second) { return full == first + 1 ? first : nil }
        guard second.utf8.count == 2, let short = Int(second) else { return nil }
        return short == (first + 1) % 100 ? first : nil
    }

    private static func quarter(_ word: String) -> Int? {
        guard word.first == "q", word.utf8.count == 2, let number = Int(word.dropFirst()),
            (1...4).contains(number)
        else { return nil }
        return number
    }

    private static func month(_ word: String) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december",
        ]
        let word = word.hasSuffix(".") ? String(word.dropLast()) : word
        guard word.count >= 3 else { return nil }
        return names.firstIndex {
            $0 == word || $0.prefix(3) == word || word == "sept" && $0 == "september"
        }
        .map { $0 + 1 }
    }
}

extension JSONForm where Value == FigurePeriod {
    /// A period as files write it.
    static var period: Self { Self(.figurePeriod) { .string($0.description) } }
}

extension JSONFieldType where Value == FigurePeriod {
    /// A period of figures.
    public static var figurePeriod: Self {
        JSONFieldType<String>.text.checked(FigurePeriod.expected) { FigurePeriod($0) }
    }
}
