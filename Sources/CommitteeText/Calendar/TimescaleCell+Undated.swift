// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TimescaleCell {
    private typealias Result = TimescaleReader.Result

    /// The reading of a cell that names no date with a year, or nil when nothing is known.
    var undatedReading: TimescaleReader.Result? {
        meetingReading ?? recurringReading ?? dayWithoutYear ?? horizon ?? ongoingWithWords
            ?? onDemandWithWords ?? document ?? stateWithWords ?? condition
    }

    private var recurringReading: TimescaleReader.Result? {
        guard let found = recurrence(in: Array(words.indices)) else { return nil }
        return Result(
            .recurring(found.recurrence),
            found.confidence,
            found.doubt ?? "The words beside the frequency say what comes round."
        )
    }

    // MARK: Days and lengths of time

    private var dayWithoutYear: TimescaleReader.Result? {
        let lead: Set<String> = ["by", "on", "before", "due", "the", "until", "from", "each", ":"]
        let start = words.firstIndex { !lead.contains($0) } ?? 0
        let scanner = TimescaleDateScanner(tokens: text.tokens)
        guard let (partial, next) = scanner.partial(at: start),
            case .dayOfMonth(let day, let month) = partial,
            CivilDate(year: 2024, month: month, day: day) != nil,
            words[min(next, words.count)...].allSatisfy({ [".", ",", ";"].contains($0) })
        else { return nil }
        return Result(.dayWithoutYear(month: month, day: day), .unsure, "No year is named.")
    }

    /// Reads "within 6 months", "next 12 months", "0-3 months", "immediate" and "as soon as possible".
    private var horizon: TimescaleReader.Result? {
        if ["immediate", "immediately"].contains(words[0]) {
            return Result(
                .within(Period(0, .days)),
                .inferred,
                "\"Immediate\" is read as no days at all."
            )
        }
        if words[0] == "asap" || words.starts(with: ["as", "soon", "as", "possible"]) {
            return Result(
                .within(Period(0, .days)),
                .unsure,
                "\"As soon as possible\" is read as no days at all."
            )
        }
        let lead: Set<String> = [
            "within", "in", "over", "for", "the", "next", "first", "coming", "following", "up",
            "to",
        ]
        let start = words.firstIndex { !lead.contains($0) } ?? 0
        guard var (count, place) = amount(at: start) else { return nil }
        let isRange = place < words.count && ["-", "to"].contains(words[place])
        if isRange, let upper = amount(at: place + 1) {
            (count, place) = upper
        }
        if place < words.count, words[place] == "-" { place += 1 }
        guard let unit = unit(at: place) else { return nil }
        let reading = Timescale.Reading.within(Period(count, unit))
        let rest = words[(place + 1)...].filter { $0.first?.isLetter ?? false }
        if isRange { return Result(reading, .inferred, "The longer end of a range is taken.") }
        if !rest.isEmpty { return Result(reading, .inferred, "Further words are not read.") }
        if ["within", "in", "next"].contains(words[0]) { return Result(reading) }
        return Result(
            reading,
            .inferred,
            "A length of time without \"within\" is read as a horizon."
        )
    }

    // MARK: Phrases with further words

    private var ongoingWithWords: TimescaleReader.Result? {
        let keys = leftoverWords.map { words[$0] }
        guard ongoingPrefix(keys) != nil || keys.suffix(2) == ["and", "ongoing"] else { return nil }
        return Result(.ongoing, .inferred, "Further words beside \"ongoing\" are not read.")
    }

    private var onDemandWithWords: TimescaleReader.Result? {
        let keys = leftoverWords.map { words[$0] }
        for length in stride(from: min(5, keys.count), to: 1, by: -1) {
            let start = keys.prefix(length).joined(separator: " ")
            let end = keys.suffix(length).joined(separator: " ")
            guard [start, end].contains(where: { vocabulary.meaning(of: $0) == .onDemand }) else {
                continue
            }
            return Result(.onDemand, .inferred, "Further words are not read.")
        }
        return nil
    }

    private var document: TimescaleReader.Result? {
        let leads = [
            ["as", "per"], ["per"], ["in", "line", "with"], ["see"], ["refer", "to"],
            ["in", "accordance", "with"],
        ]
        guard let lead = leads.first(where: { words.starts(with: $0) }), words.count > lead.count
        else { return nil }
        var place = lead.count
        if words[place] == "the" { place += 1 }
        guard let name = text.source(of: min(place, words.count)..<words.count) else { return nil }
        return Result(.document(name), .inferred, "The words are read as the name of a document.")
    }

    private var stateWithWords: TimescaleReader.Result? {
        let keys = leftoverWords.map { words[$0] }
        let lengths = stride(from: min(3, keys.count), to: 0, by: -1)
        guard
            lengths.contains(where: {
                vocabulary.meaning(of: keys.prefix($0).joined(separator: " ")) == .stateWord
            })
        else { return nil }
        return Result(
            .stateWord(text.trimmedSource),
            .inferred,
            "A word of state stands where a time should."
        )
    }

    private var condition: TimescaleReader.Result? {
        guard let first = leftoverWords.first, isConditionStart(at: first) else { return nil }
        return Result(.condition(text.trimmedSource))
    }

    /// Returns whether a condition such as "once …" or "on completion of …" begins at a token.
    func isConditionStart(at index: Int) -> Bool {
        let next = index + 1 < words.count ? words[index + 1] : ""
        switch words[index] {
        case "once", "when", "after", "following", "upon", "pending", "if", "until", "whenever",
            "awaiting", "provided", "where", "unless":
            return !next.isEmpty
        case "subject": return next == "to"
        case "dependent", "dependant", "contingent": return ["on", "upon"].contains(next)
        case "as": return next == "soon"
        case "on":
            return ["completion", "receipt", "publication", "approval", "agreement"].contains(next)
        default: return false
        }
    }

    /// Returns how many of the words say "ongoing" at the beginning, or nil when none do.
    func ongoingPrefix(_ keys: [String]) -> Int? {
        stride(from: min(3, keys.count), to: 0, by: -1).first {
            vocabulary.meaning(of: keys.prefix($0).joined(separator: " ")) == .ongoing
        }
    }
}
