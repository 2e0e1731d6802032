// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Takes out of text what cannot be seen and what only looks like a Latin letter.
enum TextCleaner {
    struct Change {
        var what: Cleaning.What
        var before: String
        var after: String
        var count: Int
    }

    struct Result {
        var text: String
        /// UTF-8 offsets in `text` of spaces that stand for several.
        var wideSpaces: [Int] = []
        var changes: [Change] = []
        /// The first word with letters of another alphabet that was kept in Latin surroundings.
        var foreignWord: String?
    }

    /// Cleans a text; newlines are kept, and white space around them is not.
    static func clean(_ raw: String, scripts: ScriptMix) -> Result {
        if let text = plain(raw) { return Result(text: text) }
        var result = Result(text: "")
        var scalars = Array(raw.unicodeScalars)
        scalars = substituteCharacters(scalars, into: &result)
        if scripts.hasForeign { substituteWords(&scalars, scripts: scripts, into: &result) }
        collapse(scalars, into: &result)
        return result
    }

    /// The trimmed text, when it is printable ASCII without two spaces in a row.
    private static func plain(_ raw: String) -> String? {
        let bytes = SourceByte.trimmed(Array(raw.utf8)[...])
        var last: UInt8 = 0
        for byte in bytes {
            guard byte >= 0x20, byte < 0x7F else { return nil }
            if byte == SourceByte.space, last == SourceByte.space { return nil }
            last = byte
        }
        return bytes.count == raw.utf8.count ? raw : SourceByte.text(bytes)
    }

    // MARK: Characters

    private static func substituteCharacters(
        _ scalars: [Unicode.Scalar],
        into result: inout Result
    ) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        output.reserveCapacity(scalars.count)
        var firsts: [Cleaning.What: Int] = [:]
        var counts: [Cleaning.What: Int] = [:]
        for (index, scalar) in scalars.enumerated() {
            let (what, replacement) = substitute(scalar, at: index, in: scalars)
            guard let what else {
                output.append(scalar)
                continue
            }
            if let replacement { output.append(replacement) }
            if firsts[what] == nil { firsts[what] = index }
            counts[what, default: 0] += 1
        }
        for (what, index) in firsts.sorted(by: { $0.value < $1.value }) {
            let word = Array(scalars[wordRange(around: index, in: scalars)])
            let after = word.indices.compactMap { place -> Unicode.Scalar? in
                let (what, replacement) = substitute(word[place], at: place, in: word)
                return what == nil ? word[place] : replacement
            }
            result.changes.append(
                Change(
                    what: what,
                    before: string(word),
                    after: string(after),
                    count: counts[what] ?? 1
                )
            )
        }
        return output
    }

    /// What becomes of one character: nothing special, or a kind of cleaning and its replacement.
    private static func substitute(
        _ scalar: Unicode.Scalar,
        at index: Int,
        in scalars: [Unicode.Scalar]
    ) -> (Cleaning.What?, Unicode.Scalar?) {
        switch scalar.value {
        case 0x0A: (nil, nil)
        case 0x09: (nil, nil)
        case 0x0B, 0x0C, 0x0D, 0x85: (.control, " ")
        case 0x00...0x1F, 0x7F...0x9F: (.control, nil)
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: (.space, " ")
        case 0x200C, 0x200D:
            joinsForeignText(at: index, in: scalars) ? (nil, nil) : (.invisible, nil)
        case 0xAD, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069,
            0xFEFF:
            (.invisible, nil)
        default: (nil, nil)
        }
    }

    /// Whether a joiner stands after a character that needs it, such as one of Arabic or an emoji.
    private static func joinsForeignText(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
        index > 0 && scalars[index - 1].value >= 0x0600 && scalars[index - 1].value != 0x200B
    }

    private static func wordRange(
        around index: Int,
        in scalars: [Unicode.Scalar]
    ) -> Range<Int> {
        let reach = 30
        var start = index
        var end = index + 1
        while start > 0, index - start < reach, !isPlainSpace(scalars[start - 1]) { start -= 1 }
        while end < scalars.count, end - index < reach, !isPlainSpace(scalars[end]) { end += 1 }
        return start..<end
    }

    // MARK: Words

    private static func substituteWords(
        _ scalars: inout [Unicode.Scalar],
        scripts: ScriptMix,
        into result: inout Result
    ) {
        var start = 0
        while start < scalars.count {
            guard isLetter(scalars[start]) else {
                start += 1
                continue
            }
            var end = start + 1
            while end < scalars.count, isLetter(scalars[end]) { end += 1 }
            substituteWord(start..<end, of: &scalars, scripts: scripts, into: &result)
            start = end
        }
    }

    private static func substituteWord(
        _ range: Range<Int>,
        of scalars: inout [Unicode.Scalar],
        scripts: ScriptMix,
        into result: inout Result
    ) {
        let word = WordLetters(scalars[range])
        guard word.hasForeign else { return }
        guard !word.hasTrulyForeign, word.hasLatin || scripts.isOtherwiseLatin else {
            if scripts.hasLatin, result.foreignWord == nil {
                result.foreignWord = string(scalars[range].prefix(60))
            }
            return
        }
        // No slice of the scalars may live on here: writing to them would copy them all.
        let before = string(scalars[range].prefix(60))
        for index in range {
            if let letter = LookAlikes.latin[scalars[index]] { scalars[index] = letter }
        }
        let after = string(scalars[range].prefix(60))
        if let last = result.changes.indices.last,
            result.changes[last].what == .lookAlike, result.changes[last].before == before
        {
            result.changes[last].count += 1
        } else {
            result.changes.append(
                Change(what: .lookAlike, before: before, after: after, count: 1)
            )
        }
    }

    /// Which kinds of letters one word has.
    private struct WordLetters {
        var hasLatin = false
        var hasForeign = false
        var hasTrulyForeign = false

        init(_ word: ArraySlice<Unicode.Scalar>) {
            for scalar in word {
                if LookAlikes.isForeign(scalar) {
                    hasForeign = true
                    if LookAlikes.latin[scalar] == nil { hasTrulyForeign = true }
                } else if LookAlikes.isLatin(scalar) {
                    hasLatin = true
                }
            }
        }
    }

    // MARK: Spaces

    private static func collapse(_ scalars: [Unicode.Scalar], into result: inout Result) {
        var text = String.UnicodeScalarView()
        var length = 0
        var spaces = 0
        var isAtStart = true
        var collapsed = 0
        for scalar in scalars {
            if isPlainSpace(scalar), scalar != "\n" {
                spaces += 1
                continue
            }
            if scalar == "\n" {
                spaces = 0
                isAtStart = true
                text.append(scalar)
                length += 1
                continue
            }
            if spaces > 0, !isAtStart {
                if spaces > 1 {
                    collapsed += 1
                    result.wideSpaces.append(length)
                }
                text.append(" ")
                length += 1
            }
            spaces = 0
            isAtStart = false
            text.append(scalar)
            length += UTF8.width(scalar)
        }
        (result.text, result.wideSpaces) = trimNewlines(String(text), result.wideSpaces)
        if collapsed > 0 {
            result.changes.append(
                Change(what: .spaces, before: "  ", after: " ", count: collapsed)
            )
        }
    }

    private static func trimNewlines(_ text: String, _ spaces: [Int]) -> (String, [Int]) {
        let bytes = Array(text.utf8)
        let trimmed = SourceByte.trimmed(bytes[...])
        guard trimmed.count < bytes.count else { return (text, spaces) }
        return (SourceByte.text(trimmed), spaces.map { $0 - trimmed.startIndex })
    }

    private static func isPlainSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\n"
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? SourceByte.isLetter(UInt8(scalar.value)) : scalar.properties.isAlphabetic
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
