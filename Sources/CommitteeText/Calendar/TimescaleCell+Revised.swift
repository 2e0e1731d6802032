// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TimescaleCell {
    private typealias Result = TimescaleReader.Result

    /// What the words before a date say of it.
    private enum Role {
        /// Nothing that is known.
        case none
        /// It was the date at first: "originally", "was", "revised from".
        case earlier
        /// It is the date now: "revised to", "now".
        case revised
    }

    /// The reading of a cell that names a first and a revised date, or nil when none of its words
    /// say so.
    ///
    /// It is exact only when each date has its part and the revised one is the last of all.
    var revisedReading: TimescaleReader.Result? {
        guard !Set(words).isDisjoint(with: Self.roleWords) else { return nil }
        if dates.count == 1 { return dates[0].date.firstUntil == nil ? single : range }
        let roles = roles
        guard roles.contains(where: { $0 != .none }) else { return nil }
        let revised = roles.indices.last { roles[$0] == .revised }
        let plain = roles.indices.filter { roles[$0] == .none }
        let chosen = revised ?? (plain.count == 1 ? plain[0] : nil)
        guard let chosen else { return unsure }
        let isTold =
            revised == nil
            ? chosen == 0
            : plain.isEmpty || plain == [0] && (roles.firstIndex { $0 == .revised } ?? 0) > 0
        let due = dates[chosen].date.until
        let others = dates.indices.filter { $0 != chosen }.map { dates[$0].date.until }
        guard isTold, others.allSatisfy({ $0 < due }) else { return unsure }
        return result(dates[chosen].date, from: others)
    }

    /// "Revised from 30 September 2012 to 31 March 2013", which else would be the days between.
    private var range: TimescaleReader.Result? {
        guard let first = dates[0].date.firstUntil, role(of: 0) == .earlier,
            words[..<dates[0].start].last == "from"
        else { return nil }
        return result(dates[0].date, from: [first])
    }

    /// "Revised to 31 March 2013", without the first date.
    private var single: TimescaleReader.Result? {
        guard role(of: 0) == .revised else { return nil }
        let date = dates[0].date
        return Result(
            .by(date.until, qualifier: source(of: leftover)),
            max(date.confidence, .inferred),
            "A revised date is named without the first one."
        )
    }

    private func result(
        _ date: TimescaleDate,
        from others: [CivilDate]
    ) -> TimescaleReader.Result {
        let isLong = date.shape == .span && !date.isRange
        var result = Result(
            .by(date.until, qualifier: source(of: leftover)),
            isLong ? max(date.confidence, .inferred) : date.confidence,
            date.doubt ?? "The end of a longer time is taken."
        )
        result.revisedFrom = Set(others).sorted()
        return result
    }

    private var unsure: TimescaleReader.Result {
        let last = dates.map(\.date.until).max() ?? dates[0].date.until
        return Result(
            .by(last, qualifier: source(of: leftover)),
            .unsure,
            "A first and a revised date seem to be named, but not which is which; the latest one is "
                + "read."
        )
    }

    // MARK: Words

    private var roles: [Role] {
        var roles: [Role] = []
        for index in dates.indices {
            var role = role(of: index)
            // "revised from 31 March 2012 and 30 September 2012": the second is like the first.
            if role == .none, roles.last == .earlier, gap(before: index).allSatisfy(Self.isJoining),
                !gap(before: index).isEmpty, index > 1
            {
                role = .earlier
            }
            roles.append(role)
        }
        return roles
    }

    /// What the words between the date before and this one say, the nearest first.
    ///
    /// "Revised" and its like speak of the date wherever they stand; words that may speak of anything,
    /// as "new guidance by 31 March 2013" does, only directly before it.
    private func role(of index: Int) -> Role {
        var isFrom = false
        var isBeside = true
        for (distance, word) in gap(before: index).reversed().enumerated() {
            if word == "from", distance <= 2 { isFrom = true }
            let counts = isBeside || Self.plainWords.contains(word)
            if counts, Self.earlierWords.contains(word) { return .earlier }
            if counts, Self.revisedWords.contains(word) { return .revised }
            if counts, Self.movingWords.contains(word) { return isFrom ? .earlier : .revised }
            let isMark = word.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
            isBeside = isBeside && (isMark || Self.leadingWords.contains(word))
        }
        // "Revised" behind the last date, as in "31 March 2013 (revised)", says nothing of another.
        return .none
    }

    /// The words between the date before and this one.
    func gap(before index: Int) -> ArraySlice<String> {
        let start = index == 0 ? 0 : dates[index - 1].tokens.upperBound
        return words[min(start, dates[index].start)..<dates[index].start]
    }

    private static func isJoining(_ word: String) -> Bool {
        [",", "and", "then", "&", ";", "/"].contains(word)
    }

    /// Words that speak of nothing but dates.
    private static let plainWords: Set<String> = [
        "original", "originally", "previously", "formerly", "revised", "extended", "rescheduled",
        "postponed", "deferred", "delayed", "slipped", "now",
    ]
    /// Words that may stand between one of the others and its date.
    private static let leadingWords: Set<String> = [
        "to", "from", "until", "till", "by", "the", "date", "dates", "target", "deadline", "due",
        "end", "of", "for", "is", "be", "completion", "timescale", "on", "again", "back", "out",
        "forward", "further",
    ]
    private static let roleWords = earlierWords.union(revisedWords).union(movingWords)
    private static let earlierWords: Set<String> = [
        "original", "originally", "initial", "initially", "previous", "previously", "was",
        "formerly", "former",
    ]
    private static let revisedWords: Set<String> = [
        "now", "new", "current", "currently", "updated", "revision",
    ]
    /// Words that speak of the new date, or with "from" of the old one.
    private static let movingWords: Set<String> = [
        "revised", "extended", "changed", "amended", "rescheduled", "moved", "postponed",
        "deferred",
        "delayed", "slipped", "reset", "rescoped", "reprofiled", "pushed", "put", "brought",
    ]
}
