// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One timescale cell cut up: the dates in it, what leads them in, and the words left over.
struct TimescaleCell {
    /// The word that leads a date in.
    enum Cue: Hashable {
        case none, by, before, on, from, until, after, between
    }

    struct Dated {
        var date: TimescaleDate
        var cue: Cue
        /// The tokens of the date and its cue.
        var tokens: Range<Int>
        /// The first token of the date itself.
        var start: Int
    }

    let text: TimescaleText
    let vocabulary: TimescaleVocabulary
    private(set) var dates: [Dated] = []
    /// The numbers of the tokens that belong to no date and no cue.
    private(set) var leftover: [Int] = []
    /// What was read where a day should stand that is not in the calendar.
    private(set) var impossible: String?
    /// Every token as a folded word, marks and numbers included.
    let words: [String]

    init(text: TimescaleText, vocabulary: TimescaleVocabulary) {
        self.text = text
        self.vocabulary = vocabulary
        words = text.tokens.map(\.folded)
        var scanner = TimescaleDateScanner(tokens: text.tokens)
        var index = 0
        var freeFrom = 0
        while index < text.tokens.count {
            guard let match = scanner.match(at: index) else {
                index += 1
                continue
            }
            var cue = cue(endingAt: index, notBefore: freeFrom)
            let isOpen =
                match.next < words.count && ["onward", "onwards"].contains(words[match.next])
            if isOpen { cue.cue = .from }
            for (number, found) in match.dates.enumerated() {
                let start = number == 0 ? cue.start : found.tokens.lowerBound
                dates.append(
                    Dated(
                        date: found.date,
                        cue: cue.cue,
                        tokens: start..<found.tokens.upperBound,
                        start: found.tokens.lowerBound
                    )
                )
            }
            leftover += freeFrom..<cue.start
            leftover += gaps(in: match)
            index = max(isOpen ? match.next + 1 : match.next, index + 1)
            freeFrom = index
        }
        leftover += freeFrom..<text.tokens.count
        impossible = scanner.impossible
    }

    /// Whether there is a letter or a digit in the cell.
    var hasWords: Bool {
        text.tokens.contains { if case .mark = $0.kind { false } else { true } }
    }

    /// The leftover tokens that are words or numbers.
    var leftoverWords: [Int] {
        leftover.filter { if case .mark = text.tokens[$0].kind { false } else { true } }
    }

    /// Returns the text of some tokens as it was written, neighbours together, without outer marks.
    func source(of indices: [Int]) -> String? {
        var pieces: [String] = []
        var run: Range<Int>?
        func close() {
            guard let run, let piece = text.source(of: run) else { return }
            pieces.append(piece)
        }
        for index in indices {
            if let open = run, open.upperBound == index {
                run = open.lowerBound..<(index + 1)
            } else {
                close()
                run = index..<(index + 1)
            }
        }
        close()
        return pieces.isEmpty ? nil : pieces.joined(separator: " ")
    }

    private func gaps(in match: TimescaleDateScanner.Match) -> [Int] {
        zip(match.dates, match.dates.dropFirst()).flatMap { earlier, later in
            Array(earlier.tokens.upperBound..<later.tokens.lowerBound)
        }
    }

    // MARK: Cues

    /// Returns the cue that ends just before a token, and where it begins.
    private func cue(endingAt end: Int, notBefore floor: Int) -> (cue: Cue, start: Int) {
        var place = end
        func previous() -> String? { place > floor ? words[place - 1] : nil }
        if previous() == "the" || previous() == ":" || previous() == "-" { place -= 1 }
        switch previous() {
        case "by", "due", "deadline", "target":
            return (.by, absorb(Self.deadlineWords, before: place, notBefore: floor))
        case "date":
            let start = absorb(Self.deadlineWords, before: place, notBefore: floor)
            let isDeadline = words[start..<place].contains {
                ["due", "target", "completion", "end"].contains($0)
            }
            return isDeadline ? (.by, start) : (.none, end)
        case "than":
            guard place - 3 >= floor, words[place - 2] == "later",
                ["no", "not"].contains(words[place - 3])
            else { return (.none, end) }
            return (.by, absorb(Self.deadlineWords, before: place - 3, notBefore: floor))
        case "before":
            if place - 3 >= floor, words[place - 2] == "or", words[place - 3] == "on" {
                return (.by, absorb(Self.deadlineWords, before: place - 3, notBefore: floor))
            }
            return (.before, absorb(Self.deadlineWords, before: place - 1, notBefore: floor))
        case "on":
            let start = place - 1
            return start > floor && words[start - 1] == "due"
                ? (.by, absorb(Self.deadlineWords, before: start, notBefore: floor)) : (.on, start)
        case "from", "since", "starting", "commencing", "beginning", "start":
            return (.from, absorb(Self.startWords, before: place, notBefore: floor))
        case "until", "till", "to", "through": return (.until, place - 1)
        case "after", "following": return (.after, place - 1)
        case "between": return (.between, place - 1)
        default: return (.none, end)
        }
    }

    private func absorb(_ known: Set<String>, before end: Int, notBefore floor: Int) -> Int {
        var start = end
        while start > floor, known.contains(words[start - 1]) { start -= 1 }
        return start
    }

    private static let deadlineWords: Set<String> = [
        "to", "be", "completed", "complete", "completion", "for", "due", "by", "target", "date",
        "deadline", "end", "delivered", "finished", "achieved",
    ]
    private static let startWords: Set<String> = [
        "from", "since", "starting", "commencing", "beginning", "start",
    ]
}

extension TimescaleText {
    /// The source without the spaces around it.
    var trimmedSource: String {
        source(of: 0..<tokens.count, dropsMarks: false) ?? ""
    }

    /// Returns the source of some tokens, without the marks around them, or nil when nothing is left.
    func source(of range: Range<Int>, dropsMarks: Bool = true) -> String? {
        var inner = range
        if dropsMarks {
            while let first = inner.first, isMark(first) { inner = inner.dropFirst() }
            while let last = inner.last, isMark(last) { inner = inner.dropLast() }
        }
        guard let first = inner.first, let last = inner.last else { return nil }
        return String(source[tokens[first].range.lowerBound..<tokens[last].range.upperBound])
    }

    private func isMark(_ index: Int) -> Bool {
        if case .mark = tokens[index].kind { true } else { false }
    }
}

extension TimescaleText.Token {
    /// The token as a word to compare with.
    var folded: String {
        switch kind {
        case .word(let word): word
        case .number(let value, _): String(value)
        case .mark(let mark): String(mark)
        }
    }
}
