// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// Dates in a line, and which of them may be of a birth.

extension ScreenedLine {
    /// A date, and the tokens that make it.
    struct FoundDate {
        var year: Int
        var month: Int
        var day: Int
        var range: ClosedRange<Int>
    }

    static let birthWords: Set<String> = ["born", "birth", "birthday", "dob", "b"]

    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
        "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3,
        "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    /// Whether the line may hold a date of birth: a date beside a word for birth, or a full date at least a
    /// year and at most a hundred and ten years before the day.
    func holdsBirthDate(on day: CivilDate) -> Bool {
        if isOfBirth, tokens.contains(where: { $0.isNumber }) { return true }
        return dates.contains { found in
            guard !tokens[found.range.lowerBound].isAllowed,
                let date = CivilDate(year: found.year, month: found.month, day: found.day)
            else { return false }
            return date.adding(years: 1) <= day && date.adding(years: 110) >= day
        }
    }

    private var isOfBirth: Bool {
        tokens.indices.contains { place in
            switch word(place) {
            case "born", "birth", "birthday", "dob": true
            // D.O.B., or b. 12 May 2014
            case "b": word(place - 1) == "o" && word(place - 2) == "d" || isNumber(place + 1)
            default: false
            }
        }
    }

    private func isNumber(_ place: Int) -> Bool {
        tokens.indices.contains(place) && tokens[place].isNumber
    }

    /// Returns the full date that begins at a place, in any form that people write.
    func date(at place: Int) -> FoundDate? { inFigures(at: place) ?? inWords(at: place) }

    private func number(_ place: Int) -> Int? {
        isNumber(place) && tokens[place].count <= 4 ? Int(tokens[place].word) : nil
    }

    /// 12/03/2014, 12.3.14, 12-03-2014, 2014-03-12.
    private func inFigures(at place: Int) -> FoundDate? {
        guard let first = number(place), let second = number(place + 1),
            let third = number(place + 2)
        else { return nil }
        let mark = tokens[place + 1].gap.filter { !$0.isWhitespace }
        guard ["/", "-", ".", "\u{2011}", "\u{2013}", "\\"].contains(mark),
            tokens[place + 2].gap.filter({ !$0.isWhitespace }) == mark
        else { return nil }
        let range = place...(place + 2)
        if tokens[place].count == 4 {
            return FoundDate(year: first, month: second, day: third, range: range)
        }
        guard tokens[place + 2].count != 3, tokens[place + 2].count > 1 else { return nil }
        return FoundDate(year: Self.year(third), month: second, day: first, range: range)
    }

    /// 12 March 2014, 12th of March 2014, March 12, 2014, 12 Mar 14.
    private func inWords(at place: Int) -> FoundDate? {
        guard let first = number(place) else { return monthFirst(at: place) }
        var next = place + 1
        if ["st", "nd", "rd", "th"].contains(word(next)) { next += 1 }
        if word(next) == "of" { next += 1 }
        guard let month = Self.months[word(next)], let year = number(next + 1),
            [2, 4].contains(tokens[next + 1].count)
        else { return nil }
        return FoundDate(year: Self.year(year), month: month, day: first, range: place...(next + 1))
    }

    private func monthFirst(at place: Int) -> FoundDate? {
        guard let month = Self.months[word(place)], let day = number(place + 1) else { return nil }
        var next = place + 2
        if ["st", "nd", "rd", "th"].contains(word(next)) { next += 1 }
        guard let year = number(next), tokens[next].count == 4 else { return nil }
        return FoundDate(year: year, month: month, day: day, range: place...next)
    }

    /// A year of two figures is of this century up to 49.
    private static func year(_ written: Int) -> Int {
        written > 99 ? written : written < 50 ? 2000 + written : 1900 + written
    }
}
