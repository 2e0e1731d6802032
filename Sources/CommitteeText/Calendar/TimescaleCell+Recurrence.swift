// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TimescaleCell {
    /// A recurrence found among the words.
    struct FoundRecurrence {
        var recurrence: Recurrence
        var confidence: Timescale.Confidence
        var doubt: String?
    }

    private struct Frequency {
        var every: Period
        var count = 1
        var tokens: Range<Int>
        var doubt: String?
    }

    /// The largest number that is read as a count; larger ones are something else.
    private static var countLimit: Int { 1000 }

    /// Returns the first frequency among some tokens with what the others say, or nil.
    func recurrence(in indices: [Int]) -> FoundRecurrence? {
        let allowed = Set(indices)
        let frequencies = allFrequencies.filter { allowed.isSuperset(of: $0.tokens) }
        guard var frequency = frequencies.first else { return nil }
        var used = Set(frequency.tokens)
        var recurrence = Recurrence(every: frequency.every, count: frequency.count)
        if let tokens = asRequired {
            recurrence.orAsRequired = true
            used.formUnion(tokens)
        }
        if frequency.count == 1, let first = leftoverWords.first, !used.contains(first),
            let (count, next) = amount(at: first), next < words.count, !used.contains(next)
        {
            recurrence.count = count
            used.formUnion(first..<next)
        }
        recurrence.what = source(of: indices.filter { !used.contains($0) })
        if frequencies.contains(where: { $0.every != frequency.every }) {
            frequency.doubt = "More than one frequency is named; the first one is read."
        }
        if let doubt = frequency.doubt {
            return FoundRecurrence(recurrence: recurrence, confidence: .unsure, doubt: doubt)
        }
        return FoundRecurrence(
            recurrence: recurrence,
            confidence: recurrence.what == nil ? .exact : .inferred
        )
    }

    private var allFrequencies: [Frequency] {
        var found: [Frequency] = []
        var index = 0
        while index < words.count {
            guard let frequency = frequency(at: index) else {
                index += 1
                continue
            }
            found.append(frequency)
            index = max(index + 1, frequency.tokens.upperBound)
        }
        return found
    }

    private func frequency(at index: Int) -> Frequency? {
        everyUnit(at: index) ?? timesPerUnit(at: index) ?? numbered(at: index)
            ?? halved(at: index) ?? named(at: index)
    }

    /// Reads "every eight weeks", "each year", "every other month" and "per annum".
    private func everyUnit(at index: Int) -> Frequency? {
        guard ["every", "each", "per"].contains(words[index]) else { return nil }
        if word(index + 1) == "annum" {
            return Frequency(every: Period(1, .years), tokens: index..<(index + 2))
        }
        if let unit = unit(at: index + 1) {
            return Frequency(every: period(1, unit, at: index + 1), tokens: index..<(index + 2))
        }
        if ["other", "second"].contains(word(index + 1)), let unit = unit(at: index + 2) {
            return Frequency(every: period(2, unit, at: index + 2), tokens: index..<(index + 3))
        }
        guard let (count, next) = amount(at: index + 1), let unit = unit(at: next) else {
            return nil
        }
        return Frequency(every: period(count, unit, at: next), tokens: index..<(next + 1))
    }

    /// Reads "twice a year", "4 times per year" and "once yearly".
    private func timesPerUnit(at index: Int) -> Frequency? {
        let count: Int
        var place: Int
        if let named = ["once": 1, "twice": 2, "thrice": 3][words[index]] {
            (count, place) = (named, index + 1)
        } else if let (number, next) = amount(at: index), ["times", "x"].contains(word(next)) {
            (count, place) = (number, next + 1)
        } else if let (number, next) = amount(at: index), word(next) == "per" {
            (count, place) = (number, next)
        } else {
            return nil
        }
        if let name = word(place), let every = Self.names[name] {
            return Frequency(every: every, count: count, tokens: index..<(place + 1))
        }
        guard ["a", "per", "each", "every"].contains(word(place)) else { return nil }
        place += 1
        if word(place) == "annum" {
            return Frequency(every: Period(1, .years), count: count, tokens: index..<(place + 1))
        }
        guard let unit = unit(at: place) else { return nil }
        return Frequency(
            every: period(1, unit, at: place),
            count: count,
            tokens: index..<(place + 1)
        )
    }

    /// Reads "six-monthly" and "2 yearly".
    private func numbered(at index: Int) -> Frequency? {
        guard let (count, next) = amount(at: index) else { return nil }
        let place = word(next) == "-" ? next + 1 : next
        let unit: Period.Unit
        switch word(place) {
        case "weekly": unit = .weeks
        case "monthly": unit = .months
        case "yearly": unit = .years
        default: return nil
        }
        return Frequency(every: Period(count, unit), tokens: index..<(place + 1))
    }

    /// Reads "half-yearly", and "bi-monthly" and its like with a doubt.
    private func halved(at index: Int) -> Frequency? {
        let isSplit = word(index + 1) == "-"
        let place = isSplit ? index + 2 : index + 1
        let tokens = index..<(place + 1)
        switch (words[index], word(place)) {
        case ("half", "yearly"), ("half", "annually"), ("semi", "annually"), ("semi", "annual"):
            return Frequency(every: Period(6, .months), tokens: tokens)
        case ("bi", "annually"), ("bi", "annual"), ("bi", "yearly"):
            return Frequency(every: Period(6, .months), tokens: tokens, doubt: Self.twiceOrHalf)
        case ("bi", "monthly"):
            return Frequency(every: Period(2, .months), tokens: tokens, doubt: Self.twiceOrHalf)
        case ("bi", "weekly"):
            return Frequency(every: Period(2, .weeks), tokens: tokens, doubt: Self.twiceOrHalf)
        case ("bi", "ennial"), ("bi", "ennially"):
            return Frequency(every: Period(2, .years), tokens: tokens)
        default: return nil
        }
    }

    private func named(at index: Int) -> Frequency? {
        let tokens = index..<(index + 1)
        if let every = Self.names[words[index]] { return Frequency(every: every, tokens: tokens) }
        guard let every = Self.doubtfulNames[words[index]] else { return nil }
        return Frequency(every: every, tokens: tokens, doubt: Self.twiceOrHalf)
    }

    /// The tokens of "or as required" at the end of a frequency.
    private var asRequired: Range<Int>? {
        guard let or = words.firstIndex(of: "or"), or + 1 < words.count else { return nil }
        for length in stride(from: min(5, words.count - or - 1), to: 0, by: -1) {
            let key = words[(or + 1)...(or + length)].joined(separator: " ")
            if vocabulary.meaning(of: key) == .onDemand { return or..<(or + length + 1) }
        }
        return nil
    }

    // MARK: Parts

    /// Returns a number in digits or words and the token after it.
    func amount(at index: Int) -> (count: Int, next: Int)? {
        guard text.tokens.indices.contains(index) else { return nil }
        switch text.tokens[index].kind {
        case .number(let value, _):
            return (0...Self.countLimit).contains(value) ? (value, index + 1) : nil
        case .word(let word):
            return Self.numberWords[word].map { ($0, index + 1) }
        case .mark: return nil
        }
    }

    /// Returns the unit that a token names; a fortnight counts as weeks.
    func unit(at index: Int) -> Period.Unit? {
        switch word(index) {
        case "day", "days": .days
        case "week", "weeks", "wk", "wks": .weeks
        case "month", "months", "mths": .months
        case "quarter", "quarters": .quarters
        case "year", "years", "yr", "yrs": .years
        default: nil
        }
    }

    private func period(_ count: Int, _ unit: Period.Unit, at index: Int) -> Period {
        Period(max(1, count), unit)
    }

    private func word(_ index: Int) -> String? {
        words.indices.contains(index) ? words[index] : nil
    }

    private static let twiceOrHalf =
        "The word may mean twice in a period or once in two; say which with a phrase."

    private static let names: [String: Period] = [
        "daily": Period(1, .days), "weekly": Period(1, .weeks),
        "fortnightly": Period(2, .weeks), "monthly": Period(1, .months),
        "quarterly": Period(1, .quarters), "annually": Period(1, .years),
        "annual": Period(1, .years), "yearly": Period(1, .years),
        "biennial": Period(2, .years), "biennially": Period(2, .years),
        "triennial": Period(3, .years), "triennially": Period(3, .years),
    ]
    private static let doubtfulNames: [String: Period] = [
        "biannual": Period(6, .months), "biannually": Period(6, .months),
        "bimonthly": Period(2, .months), "biweekly": Period(2, .weeks),
    ]
    private static let numberWords: [String: Int] = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "eighteen": 18,
    ]
}
