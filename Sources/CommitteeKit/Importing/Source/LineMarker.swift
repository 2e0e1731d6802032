// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What the beginning of a line says in Markdown, and in text that was extracted as Markdown.
enum LineMarker {
    /// A heading such as `## Text`, with its level and its text.
    static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
        let level = line.prefix { $0 == SourceByte.hash }.count
        guard (1...6).contains(level) else { return nil }
        var text = line.dropFirst(level)
        guard text.isEmpty || text.first.map(SourceByte.isSpace) == true else { return nil }
        text = SourceByte.trimmed(text)
        let closing = text.reversed().prefix { $0 == SourceByte.hash }.count
        let kept = text.dropLast(closing)
        if closing > 0, kept.isEmpty || kept.last.map(SourceByte.isSpace) == true {
            text = SourceByte.trimmed(kept)
        }
        return (level, text)
    }

    /// Whether a trimmed line is a rule such as `---` or `* * *`.
    static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first,
            first == SourceByte.dash || first == SourceByte.star || first == SourceByte.underscore
        else { return false }
        var count = 0
        for byte in line {
            if byte == first { count += 1 } else if !SourceByte.isSpace(byte) { return false }
        }
        return count >= 3
    }

    /// The heading level of an underline such as `===` or `---`.
    static func underline(_ line: ArraySlice<UInt8>) -> Int? {
        guard let first = line.first, first == SourceByte.equals || first == SourceByte.dash,
            line.allSatisfy({ $0 == first })
        else { return nil }
        return first == SourceByte.equals ? 1 : 2
    }

    /// The fence that opens a block of code, such as three backticks.
    static func fence(_ line: ArraySlice<UInt8>) -> (byte: UInt8, count: Int)? {
        guard let first = line.first, first == SourceByte.backtick || first == SourceByte.tilde
        else {
            return nil
        }
        let count = line.prefix { $0 == first }.count
        guard count >= 3 else { return nil }
        if first == SourceByte.backtick, line.dropFirst(count).contains(first) { return nil }
        return (first, count)
    }

    /// A list item's marker and the rest of its line.
    struct Item {
        var marker: String
        var isFirst: Bool
        var text: ArraySlice<UInt8>
    }

    /// The list item that a trimmed line begins, if it begins one.
    static func item(_ line: ArraySlice<UInt8>) -> Item? {
        guard let first = line.first else { return nil }
        if first == SourceByte.dash || first == SourceByte.star || first == SourceByte.plus {
            return bullet(line, length: 1)
        }
        if SourceByte.isDigit(first) { return number(line) }
        for bullet in bullets where line.starts(with: bullet) {
            return Self.bullet(line, length: bullet.count)
        }
        if first == 0xEF, line.count > 3, isPrivateBullet(line) { return bullet(line, length: 3) }
        return nil
    }

    private static let bullets: [[UInt8]] = ["•", "·", "▪", "‣", "◦"].map { Array($0.utf8) }

    /// Whether a line begins with U+F000...U+F0FF, where symbol fonts put their bullets.
    private static func isPrivateBullet(_ line: ArraySlice<UInt8>) -> Bool {
        (0x80...0x83).contains(line[line.startIndex + 1])
    }

    private static func bullet(_ line: ArraySlice<UInt8>, length: Int) -> Item? {
        let rest = line.dropFirst(length)
        guard rest.first.map(SourceByte.isSpace) == true else { return nil }
        return Item(
            marker: SourceByte.text(line.prefix(length)),
            isFirst: true,
            text: SourceByte.trimmed(rest)
        )
    }

    private static func number(_ line: ArraySlice<UInt8>) -> Item? {
        let digits = line.prefix(while: SourceByte.isDigit).count
        guard digits <= 9 else { return nil }
        let rest = line.dropFirst(digits)
        guard let end = rest.first, end == UInt8(ascii: ".") || end == UInt8(ascii: ")"),
            rest.dropFirst().first.map(SourceByte.isSpace) == true
        else { return nil }
        let marker = line.prefix(digits + 1)
        return Item(
            marker: SourceByte.text(marker),
            isFirst: digits == 1 && line.first == UInt8(ascii: "1"),
            text: SourceByte.trimmed(rest.dropFirst())
        )
    }
}
