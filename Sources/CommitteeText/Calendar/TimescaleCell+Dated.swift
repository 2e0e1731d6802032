// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TimescaleCell {
    private typealias Result = TimescaleReader.Result

    /// The most milestones that one cell is read into.
    private static var milestoneLimit: Int { 32 }

    /// The reading of a cell that names dates, or nil when it names none.
    var datedReading: TimescaleReader.Result? {
        guard let first = dates.first else { return nil }
        if let revisedReading { return revisedReading }
        return dates.count == 1 ? single(first) : several
    }

    // MARK: One date

    private func single(_ dated: Dated) -> TimescaleReader.Result {
        let rest = leftoverWords.filter { !Self.smallWords.contains(words[$0]) }
        guard let firstWord = rest.first else {
            let result = Self.plain(dated)
            guard words[dated.tokens.lowerBound] == "completed" else { return result }
            return Result(
                result.reading,
                max(result.confidence, .inferred),
                "\"Completed by\" is read as a deadline, not as work that is done."
            )
        }
        let keys = rest.map { words[$0] }
        let isDeadline = dated.cue == .by || dated.cue == .before
        if !isDeadline {
            if let length = ongoingPrefix(keys) {
                return ongoing(dated, isWhole: length == keys.count)
            }
            if let found = recurrence(in: leftover) {
                return recurring(found, dated)
            }
            if vocabulary.meaning(of: keys[0]) == .stateWord {
                return Result(
                    .stateWord(text.trimmedSource),
                    .inferred,
                    "A word of state stands where a time should."
                )
            }
        }
        if firstWord < dated.tokens.lowerBound, isConditionStart(at: firstWord) {
            return Result(
                .condition(text.trimmedSource),
                .inferred,
                "A condition that names a date."
            )
        }
        return qualified(dated, firstWord)
    }

    private func qualified(_ dated: Dated, _ firstWord: Int) -> TimescaleReader.Result {
        let qualifier = source(of: leftover)
        var result = Self.plain(dated)
        guard case .by(let day, _) = result.reading, dated.cue == .by || dated.cue == .before else {
            return Result(
                result.reading,
                .unsure,
                "\"\(qualifier ?? "")\" stands beside the date and is not read."
            )
        }
        result.reading = .by(day, qualifier: qualifier)
        let end = dated.tokens.upperBound
        let isSetApart =
            firstWord >= end && end < words.count
            && ["(", "[", "-", ";", ",", ":", "."].contains(words[end])
        guard !isSetApart, result.confidence == .exact else { return result }
        return Result(
            result.reading,
            .inferred,
            "\"\(qualifier ?? "")\" stands beside the deadline."
        )
    }

    /// Returns the reading of a date that stands alone but for its cue.
    private static func plain(_ dated: Dated) -> TimescaleReader.Result {
        let date = dated.date
        func result(_ reading: Timescale.Reading) -> TimescaleReader.Result {
            Result(reading, date.confidence, date.doubt ?? "The end of a longer time is taken.")
        }
        func span(_ from: CivilDate?, _ until: CivilDate?) -> TimescaleReader.Result {
            result(
                CivilSpan(from: from, until: until).map { .span($0, isOngoing: false) } ?? .unread
            )
        }
        switch dated.cue {
        case .by: return result(.by(date.until, qualifier: nil))
        case .before:
            return Result(
                .by(date.from - 1, qualifier: nil),
                max(date.confidence, .inferred),
                "\"Before\" is read as the day before."
            )
        case .from: return date.isRange ? span(date.from, date.until) : span(date.from, nil)
        case .until:
            return date.isRange ? span(date.from, date.until) : span(nil, date.until)
        case .after: return span(date.until + 1, nil)
        case .none, .on, .between:
            switch date.shape {
            case .day: return result(.on(date.until))
            case .month, .end: return result(.by(date.until, qualifier: nil))
            case .span: return span(date.from, date.until)
            }
        }
    }

    private func ongoing(_ dated: Dated, isWhole: Bool) -> TimescaleReader.Result {
        let date = dated.date
        let span =
            switch (dated.cue, date.shape) {
            case (.from, _) where !date.isRange: CivilSpan(date.from...)
            case (.after, _): CivilSpan((date.until + 1)...)
            case (.until, _) where !date.isRange: CivilSpan(...date.until)
            case (_, .span): CivilSpan(from: date.from, until: date.until) ?? .always
            default: CivilSpan(...date.until)
            }
        let reading = Timescale.Reading.span(span, isOngoing: true)
        guard isWhole else {
            return Result(
                reading,
                max(date.confidence, .inferred),
                "Further words beside the days are not read."
            )
        }
        return Result(reading, date.confidence, date.doubt)
    }

    private func recurring(_ found: FoundRecurrence, _ dated: Dated) -> TimescaleReader.Result {
        var recurrence = found.recurrence
        let reading = Self.plain(dated).reading
        switch reading {
        case .span(let span, _): recurrence.during = span
        case _ where dated.cue == .none && !dated.date.isRange && dated.date.shape != .span:
            recurrence.during = CivilSpan(dated.date.from...)
        case .by(let day, _): recurrence.during = CivilSpan(...day)
        default: break
        }
        return Result(
            .recurring(recurrence),
            max(found.confidence, .inferred),
            found.doubt ?? "A frequency and a date stand together; the date bounds the rounds."
        )
    }

    // MARK: Several dates

    private var several: TimescaleReader.Result {
        let keys = Set(leftoverWords.map { words[$0] })
        if let result = doneReading { return result }
        if dates.count == 2, dates[0].cue == .between,
            let range = dates[0].date.through(dates[1].date),
            let span = CivilSpan(from: range.from, until: range.until)
        {
            return Result(.span(span, isOngoing: false), range.confidence, range.doubt)
        }
        guard dates.count <= Self.milestoneLimit else {
            return Result(.unread, .unsure, "More than \(Self.milestoneLimit) dates are named.")
        }
        let parts = milestones
        if let doubt = gapDoubt { return Result(.milestones(parts), .unsure, doubt) }
        let isLabelled = !keys.subtracting(["and", "then"]).isEmpty
        let confidence = parts.map(\.confidence).max() ?? .unsure
        return Result(
            .milestones(parts),
            isLabelled ? max(confidence, .inferred) : confidence,
            parts.first { $0.confidence == confidence }?.doubt
                ?? "Words beside the dates are taken to name the milestones."
        )
    }

    /// A deadline beside the day on which the work was done, as "31 March 2013 (completed 12 April
    /// 2013)".
    private var doneReading: TimescaleReader.Result? {
        let done = dates.indices.filter { index in
            dates[index].cue != .by && !gap(before: index).contains("to")
                && !Self.doneWords.isDisjoint(with: gap(before: index))
        }
        guard !done.isEmpty, done.count < dates.count,
            let last = dates.indices.filter({ !done.contains($0) }).map({ dates[$0].date.until })
                .max()
        else { return nil }
        return Result(
            .by(last, qualifier: source(of: leftover)),
            .unsure,
            "The day on which it was done seems to stand beside the deadline."
        )
    }

    /// Why several dates may be something else than milestones, or nil when nothing speaks for it.
    private var gapDoubt: String? {
        for index in dates.indices.dropFirst() {
            let gap = gap(before: index)
            if gap.contains(where: { Self.insteadWords.contains($0) }) {
                return "One date seems to stand instead of another; all are read as milestones."
            }
            guard gap.isEmpty else { continue }
            let end = text.tokens[dates[index - 1].tokens.upperBound - 1].range.upperBound
            let start = text.tokens[dates[index].start].range.lowerBound
            if !text.source[end..<start].contains(where: \.isNewline) {
                return "Two dates stand side by side with nothing between them; both are read as "
                    + "milestones."
            }
        }
        return nil
    }

    private var milestones: [Timescale] {
        var start = 0
        return dates.enumerated().map { number, dated in
            let end = number == dates.count - 1 ? words.count : dated.tokens.upperBound
            var own = start..<end
            while let first = own.first, own.count > 1, Self.connectors.contains(words[first]) {
                own = own.dropFirst()
            }
            start = end
            var read = dated
            if read.cue == .between { read.cue = .none }
            return Self.plain(read).timescale(text.source(of: own) ?? "")
        }
    }

    /// Words before a date that say no more than the date itself, as in "in March 2024".
    private static let smallWords: Set<String> = ["the", "in", "during", "at", "of", "for"]
    private static let connectors: Set<String> = [
        "and", "then", "or", "&", ",", ";", "/", "-", ".",
    ]
    private static let doneWords: Set<String> = [
        "completed", "complete", "done", "achieved", "delivered", "finished", "actual", "actually",
        "closed", "met",
    ]
    private static let insteadWords: Set<String> = [
        "not", "instead", "rather", "replaces", "replacing", "replaced", "supersedes", "superseded",
        "→", ">", "⇒", "➔", "~",
    ]
}
