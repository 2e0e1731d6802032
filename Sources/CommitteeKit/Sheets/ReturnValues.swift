// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Makes values of what stands behind the labels of a sheet.
struct ReturnValues: Sendable {
    let scheme: StatusScheme?
    let timescales: TimescaleReader
    /// The last day on which something can have been finished.
    let latest: CivilDate

    /// Why a value cannot be told.
    struct Doubt {
        var kind: String
        var message: String
        var isAcceptable: Bool
    }

    /// Takes what stands behind a label into an answer.
    ///
    /// - Returns: Why it is doubtful, when it is.
    func take(
        _ label: ReturnLabel,
        _ lines: [SheetLine],
        into answer: inout ReturnedAnswer
    ) -> Doubt? {
        switch label {
        case .done:
            if Self.isNoChange(SheetLine.line(of: lines)) {
                answer.isNoChange = true
            } else {
                answer.done = SheetLine.prose(of: lines)
            }
        case .evidence: answer.evidence = SheetLine.prose(of: lines)
        case .difference: answer.difference = SheetLine.prose(of: lines)
        case .help: answer.help = SheetLine.prose(of: lines)
        case .colour: return takeColour(SheetLine.line(of: lines), into: &answer)
        case .finished: return takeFinish(SheetLine.line(of: lines), into: &answer)
        case .newDate: return takeDate(SheetLine.line(of: lines), into: &answer)
        }
        return nil
    }

    /// Whether an answer says that nothing has changed, and nothing else.
    static func isNoChange(_ words: String) -> Bool {
        ["no change", "no changes", "nothing to report", "nil", "nil return", "unchanged"]
            .contains(words.comparisonKey)
    }

    private func takeColour(_ words: String, into answer: inout ReturnedAnswer) -> Doubt? {
        guard let scheme else {
            // Without a key nobody knows the colours: the first word is what was meant.
            let (first, rest) = Self.split(words)
            answer.colour = first
            answer.colourReason = Prose(rest).normalized
            return nil
        }
        if let key = scheme.key(meant: words) {
            answer.colour = key.letter
            return nil
        }
        // The longest beginning that is a colour of the key, before anything that is no letter or digit.
        for place in words.indices.reversed() {
            let character = words[place]
            guard !character.isLetter, !character.isNumber else { continue }
            let first = String(words[..<place]).trimmingSpace
            guard let key = scheme.key(meant: first) else { continue }
            answer.colour = key.letter
            let rest = words[place...].drop {
                !$0.isLetter && !$0.isNumber && !"\"'([".contains($0)
            }
            answer.colourReason = Prose(Self.unwrapped(String(rest))).normalized
            return nil
        }
        answer.colourReason = Prose(words).normalized
        let all = scheme.keys.map(\.word).joined(separator: ", ")
        return Doubt(
            kind: "colour",
            message: "The answer does not begin with a colour of the key. Write one of: \(all).",
            isAcceptable: true
        )
    }

    private func takeFinish(_ words: String, into answer: inout ReturnedAnswer) -> Doubt? {
        let key = words.comparisonKey
        let no = [
            "no", "n", "not yet", "no not yet", "not finished", "no ongoing", "ongoing",
            "still ongoing",
        ]
        if no.contains(key) {
            answer.finished = .no
            return nil
        }
        var rest = words
        for opening in ["Yes", "Finished", "Completed", "Complete", "on"] {
            let characters = rest.prefix(opening.count)
            guard characters.lowercased() == opening.lowercased() else { continue }
            let after = rest.dropFirst(opening.count)
            guard let next = after.first, !next.isLetter, !next.isNumber else { continue }
            rest = String(after.drop { !$0.isLetter && !$0.isNumber })
        }
        guard let day = day(rest) else {
            return Doubt(
                kind: "finished",
                message: "The answer is neither “no” nor a day. Write the day on which it was "
                    + "finished, such as 30 November 2023.",
                isAcceptable: false
            )
        }
        guard day <= latest else {
            return Doubt(
                kind: "finished",
                message:
                    "\(day.formatted("d MMMM yyyy")) is after the report's own date. Write the "
                    + "day on which it was finished, or “no”.",
                isAcceptable: false
            )
        }
        answer.finished = .on(day)
        return nil
    }

    private func takeDate(_ words: String, into answer: inout ReturnedAnswer) -> Doubt? {
        let key = words.comparisonKey
        guard !["no", "none", "n a", "na", "not needed", "no new date", "no change"].contains(key)
        else { return nil }
        if let date = timescale(words) {
            answer.newDate = date
            return nil
        }
        // The shortest beginning before a mark that is a date, else the longest before a blank; what follows
        // says why.
        let marks = words.indices.filter { ",;:(–—".contains(words[$0]) }
        let blanks = words.indices.reversed().filter {
            !words[$0].isLetter && !words[$0].isNumber
        }
        for place in marks + blanks {
            guard let date = timescale(String(words[..<place]).trimmingSpace) else { continue }
            answer.newDate = date
            let rest = words[place...].drop {
                !$0.isLetter && !$0.isNumber && !"\"'([".contains($0)
            }
            answer.newDateReason = Prose(Self.unwrapped(String(rest))).normalized
            return nil
        }
        answer.newDateReason = Prose(words).normalized
        return Doubt(
            kind: "new-date",
            message: "The answer does not begin with a date. Write one such as 30 June 2024, and "
                + "why.",
            isAcceptable: true
        )
    }

    /// The words of a timescale, when they are a deadline without a doubt.
    func timescale(_ written: String) -> String? {
        var words = written
        while let last = words.last, " ,;:.-–(".contains(last) { words.removeLast() }
        guard !words.isEmpty, words.contains(where: \.isNumber) else { return nil }
        let asWritten = timescales.read(words)
        if case .by(_, nil) = asWritten.reading, asWritten.confidence != .unsure {
            return isPlainDay(words) ? "By \(words)" : words
        }
        guard day(words) != nil else { return nil }
        return "By \(words)"
    }

    private func isPlainDay(_ words: String) -> Bool {
        words.first?.isNumber ?? false
    }

    /// The day that some words are.
    func day(_ words: String) -> CivilDate? {
        var plain = Substring(words.trimmingStars)
        while let last = plain.last, " ,;.".contains(last) { plain.removeLast() }
        if let day = CivilDate(iso: String(plain)) { return day }
        guard plain.first?.isNumber ?? false, plain.count <= 40 else { return nil }
        let reading = timescales.read("By \(plain)")
        guard case .by(let day, nil) = reading.reading, reading.confidence != .unsure else {
            return nil
        }
        return day
    }

    /// The first word, and what follows it.
    private static func split(_ words: String) -> (String, String) {
        let first = words.prefix { $0.isLetter || $0.isNumber }
        let rest = words[first.endIndex...].drop { !$0.isLetter && !$0.isNumber }
        return (String(first), String(rest))
    }

    /// The text without a bracket around all of it.
    private static func unwrapped(_ words: String) -> String {
        let plain = words.trimmingSpace
        guard plain.first == "(", plain.last == ")" else { return plain }
        let inner = plain.dropFirst().dropLast()
        return inner.contains("(") || inner.contains(")") ? plain : String(inner)
    }
}

extension StatusScheme {
    /// The key that somebody means by its letter, its word, another word for it, or its colour.
    func key(meant words: String) -> StatusKey? {
        if let key = key(reading: words) { return key }
        let folded = words.comparisonKey
        guard !folded.isEmpty else { return nil }
        let found = keys.filter { $0.colour.comparisonKey == folded }
        // A colour that two keys share tells neither.
        return found.count == 1 ? found[0] : nil
    }
}
