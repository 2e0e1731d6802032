// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The sheet on which is written what the committee agrees of a progress update.
///
/// Each item that was answered has a line for what was agreed; the last line takes all others as proposed.
/// ``AgreeReader`` reads it.
public struct AgreeSheet: Sendable {
    private let round: UpdateRound
    private let plan: Plan
    private let scheme: StatusScheme?
    private let meeting: String

    /// Creates a sheet.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - plan: Its plan.
    ///   - scheme: The plan's status key, when it is known.
    ///   - meeting: The meeting in words, such as `CPC, 5 December 2023, item 5`; empty when nobody says.
    public init(_ round: UpdateRound, plan: Plan, scheme: StatusScheme?, meeting: String = "") {
        self.round = round
        self.plan = plan
        self.scheme = scheme
        self.meeting = meeting
    }

    /// The words before the line that takes the rest.
    static let others = "Others as proposed"

    /// The sheet as plain text; what was agreed already stands in it.
    ///
    /// - Complexity: O(*n*) in the number of items.
    public var text: String {
        let day = round.date.formatted("d MMMM yyyy")
        var lines = [
            "AGREE at \(meeting.isEmpty ? day : meeting)      ref \(round.date)/agree",
            "Progress update at \(day), \(plan.title)",
            "Write behind AGREED what the committee decided and why, such as: Amber, training has not "
                + "begun",
            "Or: finished 30 November 2023, the guide is out. Or: by 30 June 2024, the post is vacant.",
            "Say of each thing that is proposed whether it is agreed, such as: Amber, not finished, no new date, "
                + "and why",
        ]
        let numbers = SheetNumbers(plan)
        let answers = round.answers
        for id in round.asked.flatMap(\.items) {
            guard let answer = answers[id], let item = plan.item(id) else { continue }
            let number = numbers.number(of: item)
            lines.append("")
            lines.append("[\(number)] \(item.text.singleLine)")
            lines.append(
                proposal(answer, of: item, isTabled: round.source(of: id)?.return.isTabled)
            )
            let agreed = round.agreed(about: id).map { " \(written($0, answer))" } ?? ""
            lines.append("[\(number)] AGREED:\(agreed)")
        }
        lines += ["", "\(Self.others) (yes or no):", "[END]"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func word(_ letter: String?) -> String {
        guard let letter, !letter.isEmpty else { return "no colour" }
        return scheme?.key(reading: letter)?.inWords ?? letter
    }

    /// What stands and what is proposed, in words.
    private func proposal(
        _ answer: ReturnedAnswer,
        of item: PlanItem,
        isTabled: Bool?
    ) -> String {
        var words = "Was \(word(item.status?.printed)), proposed "
        words += answer.colour.isEmpty ? "no other colour" : word(answer.colour)
        if !answer.colourReason.isEmpty { words += " (\(answer.colourReason.singleLine))" }
        if let day = answer.finished.day {
            words += "; finished on \(day.formatted("d MMMM yyyy"))"
        }
        if !answer.newDate.isEmpty {
            words += "; new date wanted: \(answer.newDate)"
            if !answer.newDateReason.isEmpty { words += " (\(answer.newDateReason.singleLine))" }
        }
        if answer.saysNothing { words += "; the lead says that nothing has changed" }
        if isTabled == true { words += "; tabled after the paper was frozen" }
        return words + "."
    }

    /// What was agreed already, so that it reads back as it is.
    private func written(_ agreed: AgreedAnswer, _ answer: ReturnedAnswer) -> String {
        guard !agreed.isAsProposed else { return "as proposed" }
        var parts: [String] = []
        if !agreed.colour.isEmpty {
            parts.append(scheme?.key(reading: agreed.colour)?.word ?? agreed.colour)
        }
        if let day = agreed.finished {
            parts.append("finished \(day.formatted("d MMMM yyyy"))")
        } else if answer.finished.day != nil {
            parts.append("not finished")
        }
        if !agreed.timescale.isEmpty {
            parts.append(agreed.timescale)
        } else if !answer.newDate.isEmpty {
            parts.append("no new date")
        }
        return (parts + [agreed.reason.singleLine]).joined(separator: ", ")
    }
}

/// Reads the sheet on which is written what the committee agreed.
public struct AgreeReader: Sendable {
    private let round: UpdateRound
    private let plan: Plan
    private let values: ReturnValues
    private let screen: ReturnReader.Screen?

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - round: The round.
    ///   - plan: Its plan.
    ///   - scheme: The plan's status key, when it is known.
    ///   - timescales: The reader of new dates.
    ///   - screen: What looks for names and other things that do not belong into a record.
    public init(
        _ round: UpdateRound,
        plan: Plan,
        scheme: StatusScheme?,
        timescales: TimescaleReader = TimescaleReader(),
        screen: ReturnReader.Screen? = nil
    ) {
        self.screen = screen
        self.round = round
        self.plan = plan
        values = ReturnValues(scheme: scheme, timescales: timescales, latest: round.date)
    }

    /// What came of reading the sheet.
    public struct Reading: Hashable, Sendable {
        /// What was agreed, without what was recorded before.
        public var agreed: [AgreedAnswer] = []
        /// How many items are agreed as they were recorded before.
        public var known = 0
        /// What is doubtful, and not recorded.
        public var doubts: [Finding] = []
        /// The items that were answered and are still not agreed.
        public var open: [String] = []
    }

    /// Reads a sheet.
    ///
    /// A blank and a question mark are never consent.
    ///
    /// - Parameters:
    ///   - bytes: The sheet: plain text in UTF-8.
    ///   - name: The name of the file, for messages.
    /// - Returns: What was agreed.
    /// - Throws: ``SourceError`` with the line when it is no text.
    /// - Complexity: O(*n*) in the size of the sheet and the number of items.
    public func read(_ bytes: [UInt8], name: String) throws(SourceError) -> Reading {
        let source = try SourceText(bytes, name: name, limits: SourceLimits())
        var reading = Reading()
        var said: [(number: String, line: Int, words: [SheetLine])] = []
        var others: (line: Int, words: String)?
        var isAnswer = false
        for (place, raw) in source.lines().enumerated() {
            let line = SheetLine(raw, number: place + 1)
            guard !line.isBlank else { continue }
            if line.mark == .end { break }
            if let rest = line.text.dropping(prefix: AgreeSheet.others) {
                let words = rest.drop { $0 != ":" }.dropFirst()
                others = (line.number, String(words).trimmingStars)
                isAnswer = false
            } else if let (number, rest) = SheetLine.bracketed(line.text) {
                isAnswer = false
                if let words = Self.agreement(in: rest) {
                    said.append((number, line.number, [SheetLine(words, number: line.number)]))
                    isAnswer = true
                } else if rest.lowercased().hasPrefix("agreed") {
                    reading.doubts.append(
                        Finding(
                            line: line.number,
                            kind: "label",
                            message: "The line begins like “AGREED”, without its colon. Write "
                                + "“AGREED:”."
                        )
                    )
                }
            } else if isAnswer {
                said[said.count - 1].words.append(line)
            }
        }
        if said.isEmpty, others == nil, reading.doubts.isEmpty {
            let lines = source.lines().filter { !SheetLine($0, number: 1).isBlank }.count
            let found =
                lines == 0
                ? "The file is empty."
                : "No line has “AGREED:” or begins with “\(AgreeSheet.others)”; "
                    + "\(lines == 1 ? "1 line" : "\(lines) lines") of other text found."
            reading.doubts.append(
                Finding(
                    line: 1,
                    kind: "empty",
                    message: "\(found) A sheet of what was agreed is expected. Write one with "
                        + "committee round agree -o FILE, fill it in, and read it again."
                )
            )
        }
        take(said, others, into: &reading)
        return reading
    }

    /// What follows “AGREED:” in a line.
    private static func agreement(in words: String) -> String? {
        for label in ["AGREED:", "Agreed:", "agreed:"] {
            var place = words.startIndex
            while place < words.endIndex {
                if words[place...].hasPrefix(label) {
                    return String(words[place...].dropFirst(label.count)).trimmingStars
                }
                place = words.index(after: place)
            }
        }
        return nil
    }

    private func take(
        _ said: [(number: String, line: Int, words: [SheetLine])],
        _ others: (line: Int, words: String)?,
        into reading: inout Reading
    ) {
        let numbers = SheetNumbers(plan)
        let answers = round.answers
        let asked = Set(round.asked.flatMap(\.items))
        var named: [String: AgreedAnswer] = [:]
        var doubted: Set<String> = []
        func doubt(_ line: Int, _ kind: String, _ message: String) {
            reading.doubts.append(Finding(line: line, kind: kind, message: message))
        }
        for part in said {
            let words = SheetLine.line(of: part.words)
            guard !words.isEmpty else { continue }
            guard let id = numbers.item(part.number), asked.contains(id) else {
                let message = "Nobody was asked of [\(part.number)] at \(round.date). "
                doubt(
                    part.line,
                    "number",
                    message + ClosestName.suggestion(for: part.number, in: asked.sorted())
                )
                continue
            }
            if let finding = part.words.lazy.flatMap({ self.screen?($0.text) ?? [] }).first {
                doubt(part.line, finding.kind, finding.message)
                doubted.insert(id)
                continue
            }
            switch agreement(words, id, answers[id]) {
            case .success(let agreed):
                if let other = named[id], other != agreed {
                    doubt(
                        part.line,
                        "twice",
                        "[\(part.number)] is agreed twice, and not the same. Keep one."
                    )
                    doubted.insert(id)
                }
                named[id] = agreed
            case .failure(let problem):
                doubt(part.line, problem.kind, problem.message)
                doubted.insert(id)
            }
        }
        var takesOthers = false
        if let others, !others.words.isEmpty, others.words != "?" {
            switch others.words.comparisonKey {
            case "yes", "y": takesOthers = true
            case "no", "n": break
            default:
                doubt(others.line, "others", "Write “yes” or “no” behind “\(AgreeSheet.others)”.")
            }
        }
        for id in round.asked.flatMap(\.items) where !doubted.contains(id) {
            var agreed = named[id]
            if agreed == nil, takesOthers, round.agreed(about: id) == nil, let answer = answers[id]
            {
                agreed = AgreedAnswer(asProposed: answer, wording: round.wordings[id])
            }
            guard let agreed else { continue }
            if round.agreed(about: id) == agreed {
                reading.known += 1
            } else {
                reading.agreed.append(agreed)
            }
        }
        let now = Set(reading.agreed.map(\.item))
        reading.open = round.openItems.filter { !now.contains($0) }
    }

    private struct Problem: Error {
        var kind: String
        var message: String
    }

    /// Makes what was agreed of an item of the words behind “AGREED:”.
    private func agreement(
        _ words: String,
        _ id: String,
        _ answer: ReturnedAnswer?
    ) -> Result<AgreedAnswer, Problem> {
        let key = words.comparisonKey
        if ["as proposed", "yes", "agreed as proposed"].contains(key) {
            guard let answer else {
                return .failure(
                    Problem(
                        kind: "proposal",
                        message: "Nothing was proposed for \(id). Write what was agreed."
                    )
                )
            }
            return .success(AgreedAnswer(asProposed: answer, wording: round.wordings[id]))
        }
        guard words != "?" else {
            return .failure(
                Problem(
                    kind: "question",
                    message:
                        "A question mark is no agreement: the item stays open, also where others are "
                        + "agreed as proposed."
                )
            )
        }
        var agreed =
            answer.map { AgreedAnswer(asProposed: $0, wording: round.wordings[id]) }
            ?? AgreedAnswer(id)
        agreed.isAsProposed = false
        agreed.reason = Prose()
        var rest = Substring(words)
        var named: Set<Aspect> = []
        while let (found, after) = aspect(rest, &agreed) {
            named.insert(found)
            rest = after
        }
        let reason = String(rest).trimmingSpace
        guard !named.isEmpty else {
            return .failure(
                Problem(
                    kind: "agreed",
                    message:
                        "The line begins with no colour of the key, no “finished” with a day and "
                        + "no new date. Write what was agreed first, and then why."
                )
            )
        }
        guard !reason.isEmpty else {
            return .failure(
                Problem(
                    kind: "reason",
                    message: "No reason follows what was agreed for \(id). Write why."
                )
            )
        }
        let told = " \(reason.comparisonKey) "
        if agreed.finished != nil,
            Self.unfinished.contains(where: { told.contains(" \($0.comparisonKey) ") })
        {
            return .failure(
                Problem(
                    kind: "finished",
                    message:
                        "The words say that \(id) goes on, and it would be recorded as finished. Write "
                        + "“not finished” right behind the colour, or “finished” with the day."
                )
            )
        }
        if let answer, let problem = silence(about: answer, named) { return .failure(problem) }
        agreed.reason = Prose(reason).normalized
        return .success(agreed)
    }

    /// What can be agreed of an item.
    private enum Aspect { case colour, finished, timescale }

    /// What was proposed of an item and not named where something else was: silence is no consent.
    private func silence(about answer: ReturnedAnswer, _ named: Set<Aspect>) -> Problem? {
        var missing: [(what: String, write: String)] = []
        let stands = plan.item(answer.item)?.status?.printed ?? ""
        if !named.contains(.colour), !answer.colour.isEmpty, answer.colour != stands {
            let word = values.scheme?.key(reading: answer.colour)?.word ?? answer.colour
            missing.append(("the colour \(word)", "the colour that was agreed"))
        }
        if !named.contains(.finished), let day = answer.finished.day {
            let words = day.formatted("d MMMM yyyy")
            missing.append(
                ("that it was finished on \(words)", "“finished \(words)” or “not finished”")
            )
        }
        if !named.contains(.timescale), !answer.newDate.isEmpty {
            missing.append(
                ("the new date \(answer.newDate)", "“\(answer.newDate)” or “no new date”")
            )
        }
        guard !missing.isEmpty else { return nil }
        return Problem(
            kind: "silent",
            message: "The line says nothing of what was proposed too: "
                + "\(missing.map(\.what).joined(separator: ", and ")). Write "
                + "\(missing.map(\.write).joined(separator: ", and ")) before the reason."
        )
    }

    /// The words by which people say that something goes on.
    private static let unfinished = [
        "not finished", "unfinished", "not yet finished", "not completed", "not complete",
        "incomplete", "not yet complete", "not yet", "still open", "still ongoing", "stays open",
        "goes on", "ongoing",
    ]

    /// Takes one thing that was agreed from the front of some words.
    private func aspect(
        _ words: Substring,
        _ agreed: inout AgreedAnswer
    ) -> (Aspect, Substring)? {
        guard !words.isEmpty else { return nil }
        let end = words.firstIndex { $0 == "," || $0 == ";" } ?? words.endIndex
        let first = String(words[..<end]).trimmingSpace
        let after = words[end...].drop { $0 == "," || $0 == ";" || $0 == " " }
        if let key = values.scheme?.key(meant: first) {
            agreed.colour = key.letter
            return (.colour, after)
        }
        let folded = first.lowercased()
        if Self.unfinished.contains(folded) {
            agreed.finished = nil
            return (.finished, after)
        }
        if let opening = Self.unfinished.first(where: { folded.hasPrefix("\($0) ") }) {
            // “Not finished until it is tried”: what follows says why.
            agreed.finished = nil
            let behind = words.dropFirst(words.prefix { $0 == " " }.count + opening.count)
            return (.finished, behind.drop { !$0.isLetter && !$0.isNumber })
        }
        if folded == "no new date" {
            agreed.timescale = ""
            return (.timescale, after)
        }
        for opening in ["finished on ", "finished ", "completed on ", "completed "]
        where folded.hasPrefix(opening) {
            guard let day = values.day(String(first.dropFirst(opening.count))) else { continue }
            agreed.finished = day
            return (.finished, after)
        }
        let date = folded.hasPrefix("new date ") ? String(first.dropFirst(9)) : first
        if let timescale = values.timescale(date) {
            agreed.timescale = timescale
            return (.timescale, after)
        }
        // “Amber because training has not begun”: the colour, and the rest says why.
        let opening = words.prefix { $0 != " " }
        if let key = values.scheme?.key(meant: String(opening)), opening.endIndex < words.endIndex {
            agreed.colour = key.letter
            return (.colour, words[opening.endIndex...].drop { !$0.isLetter && !$0.isNumber })
        }
        return nil
    }
}

extension String {
    /// What follows some words with which the text begins, in whatever case.
    fileprivate func dropping(prefix: String) -> Substring? {
        guard self.prefix(prefix.count).lowercased() == prefix.lowercased() else { return nil }
        return dropFirst(prefix.count)
    }
}

extension StatusKey {
    /// The letter, the word and the colour, such as `Amber (A)` or `At risk (A, amber)`.
    var inWords: String {
        word.comparisonKey == colour.comparisonKey
            ? "\(word) (\(letter))" : "\(word) (\(letter), \(colour))"
    }
}
