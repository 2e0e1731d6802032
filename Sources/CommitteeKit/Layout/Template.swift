// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A line of words with named gaps, which both writes and reads.
///
/// `OUTCOME {number}` written with the number 2 gives `OUTCOME 2`; read against `Outcome 2` it
/// gives the number 2. Reading ignores case, the kind of dash and the amount of space. Gaps called
/// `number`, `date` and `period` take only what looks like one; any other gap takes text up to
/// the next words of the template.
///
/// ```swift
/// let template = try Template("{number}: {text}")
/// template.match("1.2: Review the pathway")?["number"]  // "1.2"
/// template.filled { ["number": "1.2", "text": "Review the pathway"][$0] }
/// ```
public struct Template: Hashable, Sendable, CustomStringConvertible {
    /// A part of a template.
    public enum Part: Hashable, Sendable {
        /// Words that stand as they are.
        case words(String)
        /// A gap with its name, such as `outcome.number`.
        case gap(String)
    }

    /// The parts in order; no two of the same kind stand side by side, except gaps.
    public let parts: [Part]
    /// The template as written.
    public let description: String
    /// Small letters that stand side by side in whatever the template fits; empty when none must.
    private let landmark: [UInt8]

    /// Reads a template.
    ///
    /// - Parameter source: The words, with gaps in braces.
    /// - Throws: ``LayoutError`` when a brace is not closed or a gap has no name.
    public init(_ source: String) throws(LayoutError) {
        var parts: [Part] = []
        var words = ""
        var rest = Substring(source)
        while let character = rest.popFirst() {
            guard character == "{" else {
                words.append(character)
                continue
            }
            guard let end = rest.firstIndex(of: "}") else {
                throw LayoutError("“\(source)” opens a brace and does not close it; write {name}.")
            }
            let name = rest[..<end].filter { $0 != " " }
            guard !name.isEmpty else {
                throw LayoutError("“\(source)” has a gap without a name; write {name}.")
            }
            if !words.isEmpty { parts.append(.words(words)) }
            words = ""
            parts.append(.gap(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !words.isEmpty { parts.append(.words(words)) }
        self.parts = parts
        description = source
        landmark = Self.landmark(of: parts)
    }

    /// Creates a template of parts.
    init(parts: [Part]) {
        self.parts = parts
        description = parts.reduce(into: "") { text, part in
            switch part {
            case .words(let words): text += words
            case .gap(let name): text += "{\(name)}"
            }
        }
        landmark = Self.landmark(of: parts)
    }

    /// The names of the gaps in order.
    public var gaps: [String] {
        parts.compactMap { part in
            if case .gap(let name) = part { return name }
            return nil
        }
    }

    /// Writes the template with its gaps filled.
    ///
    /// - Parameter value: Gives the text of a gap; nil leaves the gap empty.
    /// - Returns: The words.
    public func filled(_ value: (String) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .words(let words): text += words
            case .gap(let name): text += value(name) ?? ""
            }
        }
        return text
    }
}

/// What a template read from some text.
public struct TemplateMatch: Hashable, Sendable {
    /// The text of every gap, by its name.
    public var values: [String: String]
    /// The range of characters of the text that the template covers.
    public var range: Range<Int>
    /// The range of characters of each gap, in the order of the template.
    public var gaps: [Range<Int>]
    /// The range of characters of the last gap, when the template ends in a gap.
    public var lastGap: Range<Int>?

    /// The text of one gap.
    ///
    /// - Parameter gap: The gap's name.
    public subscript(gap: String) -> String? { values[gap] }
}

extension Template {
    /// Reads text that begins with this template.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - whole: Whether the template must cover the text to its end.
    /// - Returns: What was read, or nil when the text does not fit.
    /// - Complexity: O(*n* × *p*) in the length of the text and the number of parts.
    public func match(_ text: some StringProtocol, whole: Bool = false) -> TemplateMatch? {
        guard mayFit(text) else { return nil }
        return match(Array(text), at: 0, whole: whole)
    }

    /// Finds the first place in a text where this template fits.
    ///
    /// - Parameter text: The text.
    /// - Returns: What was read there, or nil when the template fits nowhere.
    /// - Complexity: O(*n*²) at worst; callers pass single lines.
    public func firstMatch(in text: some StringProtocol) -> TemplateMatch? {
        guard mayFit(text) else { return nil }
        let characters = Array(text.prefix(4096))
        var opening: Character?
        if case .words(let words)? = parts.first { opening = words.first { !$0.isWhitespace } }
        for start in characters.indices {
            if let opening, !Self.same(characters[start], opening) { continue }
            if start > 0, characters[start - 1].isLetter, characters[start].isLetter { continue }
            if let match = match(characters, at: start, whole: false) { return match }
        }
        return nil
    }

    /// The longest run of plain letters among a template's words.
    ///
    /// Without k, which is also what the Kelvin sign is in small letters.
    private static func landmark(of parts: [Part]) -> [UInt8] {
        var longest: [UInt8] = []
        for case .words(let words) in parts {
            var run: [UInt8] = []
            for character in words {
                let folded = character.asciiValue.map { $0 | 0x20 } ?? 0
                if (0x61...0x7A).contains(folded), folded != 0x6B {
                    run.append(folded)
                    if run.count > longest.count { longest = run }
                } else {
                    run = []
                }
            }
        }
        return longest
    }

    /// Whether a text has the letters that it must have; a look at its bytes, which rules out most texts.
    private func mayFit(_ text: some StringProtocol) -> Bool {
        guard let first = landmark.first else { return true }
        let looked: Bool? = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count >= landmark.count else { return false }
            for start in 0...(bytes.count - landmark.count) where bytes[start] | 0x20 == first {
                var length = 1
                while length < landmark.count, bytes[start + length] | 0x20 == landmark[length] {
                    length += 1
                }
                if length == landmark.count { return true }
            }
            return false
        }
        return looked ?? true
    }

    private func match(_ text: [Character], at start: Int, whole: Bool) -> TemplateMatch? {
        var position = start
        var values: [String: String] = [:]
        var gaps: [Range<Int>] = []
        var lastGap: Range<Int>?
        for (index, part) in parts.enumerated() {
            lastGap = nil
            switch part {
            case .words(let words):
                guard let end = Self.skip(words, in: text, from: position) else { return nil }
                position = end
            case .gap(let name):
                while position < text.count, text[position].isWhitespace { position += 1 }
                let range = gapRange(name, at: position, in: text, before: index + 1)
                guard let range else { return nil }
                let value = String(text[range]).trimmingSpace
                values[name] = value
                position = range.upperBound
                gaps.append(range)
                lastGap = range
                if name.hasSuffix("number") {
                    position = pointEnd(at: position, in: text, before: index + 1)
                }
            }
        }
        if whole {
            var end = position
            while end < text.count, text[end].isWhitespace { end += 1 }
            guard end == text.count else { return nil }
        }
        return TemplateMatch(
            values: values,
            range: start..<position,
            gaps: gaps,
            lastGap: lastGap
        )
    }

    /// The end of the point or bracket behind a number, as in `1. ` or `2) `, unless the template has
    /// it itself.
    private func pointEnd(at position: Int, in text: [Character], before next: Int) -> Int {
        guard position < text.count, text[position] == "." || text[position] == ")",
            position + 1 == text.count || text[position + 1].isWhitespace
        else { return position }
        if next < parts.count, case .words(let words) = parts[next],
            let first = words.first(where: { !$0.isWhitespace })
        {
            return first == text[position] ? position : position + 1
        }
        return position + 1
    }

    private func gapRange(
        _ name: String,
        at start: Int,
        in text: [Character],
        before next: Int
    ) -> Range<Int>? {
        switch name.split(separator: ".").last ?? "" {
        case "number": return ItemReference.range(at: start, in: text)
        case "date", "period": return Self.dateRange(at: start, in: text)
        default:
            guard next < parts.count, case .words(let words) = parts[next] else {
                return start..<text.count
            }
            // A text may hold the words that follow it; then the last of them count.
            let isFree = name == "text" || name.hasSuffix(".text")
            var found: Int?
            var end = start
            while end <= text.count {
                if Self.skip(words, in: text, from: end) != nil {
                    found = end
                    guard isFree else { break }
                }
                end += 1
            }
            return found.map { start..<$0 }
        }
    }

    /// Skips the words of a template in a text, or says that they do not stand there.
    private static func skip(_ words: String, in text: [Character], from start: Int) -> Int? {
        var position = start
        var expectsSpace = false
        for character in words {
            if character.isWhitespace {
                expectsSpace = true
                continue
            }
            if expectsSpace || character.isDash {
                while position < text.count, text[position].isWhitespace { position += 1 }
            }
            // Words do not begin in the middle of one that stands before them.
            if expectsSpace, position == start, start > 0, isWord(text[start - 1]),
                isWord(character)
            {
                return nil
            }
            expectsSpace = false
            guard position < text.count, same(text[position], character) else { return nil }
            position += 1
        }
        if expectsSpace {
            let end = position
            while position < text.count, text[position].isWhitespace { position += 1 }
            // Words that end with a letter do not run into what follows.
            if position == end, end > start, position < text.count, isWord(text[end - 1]),
                isWord(text[position])
            {
                return nil
            }
        }
        return position
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
    }

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "´", "`"]
    private static let quotes: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

    private static func same(_ first: Character, _ second: Character) -> Bool {
        // Plain letters are most of what is compared, and cheap to fold.
        if let left = first.asciiValue, let right = second.asciiValue {
            let folded = left | 0x20
            return left == right || folded == right | 0x20 && (0x61...0x7A).contains(folded)
        }
        if first.isDash { return second.isDash }
        if apostrophes.contains(first) { return apostrophes.contains(second) }
        if quotes.contains(first) { return quotes.contains(second) }
        return first == second || first.lowercased() == second.lowercased()
    }

    /// Reads as much as looks like dates: digits, months, dashes, ordinals and "TBC".
    private static func dateRange(at start: Int, in text: [Character]) -> Range<Int>? {
        var end = start
        var kept = start
        while end < text.count {
            if text[end].isASCIIDigit {
                while end < text.count, text[end].isASCIIDigit || text[end] == "/" { end += 1 }
                for ordinal in ["st", "nd", "rd", "th"]
                where String(text[end..<min(end + 2, text.count)]).lowercased() == ordinal {
                    end += 2
                    break
                }
                kept = end
            } else if text[end].isLetter {
                var word = ""
                var position = end
                while position < text.count, text[position].isLetter {
                    word.append(text[position])
                    position += 1
                }
                guard Self.isDateWord(word.lowercased()) else { break }
                end = position
                if word.lowercased() != "to" { kept = end }
            } else if text[end].isWhitespace || text[end].isDash || text[end] == "," {
                end += 1
            } else {
                break
            }
        }
        return kept > start ? start..<kept : nil
    }

    private static func isDateWord(_ word: String) -> Bool {
        if ["to", "tbc", "spring", "summer", "autumn", "winter"].contains(word) { return true }
        return [
            "january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december",
        ].contains { $0 == word || (word.count >= 3 && $0.hasPrefix(word)) }
    }
}

extension Character {
    /// Whether the character is one of the dashes that stand for each other in typed text.
    package var isDash: Bool {
        switch self {
        case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": true
        default: false
        }
    }

    /// Whether the character is one of 0 to 9.
    package var isASCIIDigit: Bool { isASCII && isNumber }

    /// Whether the character is a letter from A to Z in either case.
    package var isASCIILetter: Bool { isASCII && isLetter }
}

extension Template {
    /// Whether the template has no words of its own.
    var isOnlyGaps: Bool {
        !parts.contains { part in
            if case .words(let words) = part { return !words.comparisonKey.isEmpty }
            return false
        }
    }
}
