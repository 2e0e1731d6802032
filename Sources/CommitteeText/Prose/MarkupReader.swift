// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads light Markdown mixed with a little HTML, byte by byte, in one pass.
///
/// This file has the inline part; `MarkupReader+Tags.swift` has the HTML and
/// `MarkupReader+Lines.swift` what a line may begin with. ``MarkupOutline`` nests the blocks and
/// ``MarkupParagraph`` pairs what opens and closes within a paragraph.
struct MarkupReader {
    let bytes: [UInt8]
    var position = 0
    var outline = MarkupOutline()
    var paragraph = MarkupParagraph()
    /// Whether line feeds have a meaning.
    let readsLines: Bool
    var followsBlankLine = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        readsLines = bytes.contains(ASCII.lineFeed)
    }

    mutating func read() -> [Prose.Block] {
        if readsLines { beginLine() }
        while position < bytes.count { readNext() }
        flush()
        return outline.finish()
    }

    /// The byte at an offset from the position, or a space beyond the ends.
    func peek(_ offset: Int) -> UInt8 {
        let index = position + offset
        return index >= 0 && index < bytes.count ? bytes[index] : ASCII.space
    }

    /// Ends the paragraph and hands it to the outline.
    mutating func flush() {
        outline.add(paragraph.finish())
        paragraph = MarkupParagraph()
    }

    private mutating func readNext() {
        let byte = bytes[position]
        switch byte {
        case ASCII.backslash: readEscape()
        case ASCII.star: readStars()
        case ASCII.openBracket: readOpenBracket()
        case ASCII.closeBracket: readCloseBracket()
        case ASCII.less: readTag()
        case ASCII.ampersand: readReference()
        case ASCII.lineFeed: readLineFeed()
        case 0xC2, 0xE2, 0xEF: readPossibleBullet()
        default: readWords()
        }
    }

    /// Reads as far as no byte has a meaning of its own.
    private mutating func readWords() {
        let start = position
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case ASCII.backslash, ASCII.star, ASCII.openBracket, ASCII.closeBracket, ASCII.less,
                ASCII.ampersand, ASCII.lineFeed, 0xC2, 0xE2, 0xEF:
                paragraph.add(bytes[start..<position])
                return
            default: position += 1
            }
        }
        paragraph.add(bytes[start..<position])
    }

    mutating func readLiterally(_ count: Int) {
        let end = min(position + count, bytes.count)
        paragraph.add(bytes[position..<end])
        position = end
    }

    private mutating func readEscape() {
        let next = peek(1)
        if ASCII.isPunctuation(next) {
            position += 1
            readLiterally(1)
        } else if next == ASCII.lineFeed, readsLines {
            position += 1
            paragraph.addLineBreak()
        } else {
            readLiterally(1)
        }
    }

    private mutating func readStars() {
        var count = 1
        while position + count < bytes.count, bytes[position + count] == ASCII.star { count += 1 }
        let opens = !ASCII.isWhitespace(peek(count))
        let closes = !ASCII.isWhitespace(peek(-1))
        if count > 3 || !paragraph.readStars(count, opens: opens, closes: closes) {
            readLiterally(count)
        } else {
            position += count
        }
    }

    private mutating func readOpenBracket() {
        if peek(1) == ASCII.caret {
            var end = position + 2
            while end < bytes.count, end - position < 64,
                ASCII.isAlphanumeric(bytes[end]) || bytes[end] == ASCII.minus
                    || bytes[end] == ASCII.underscore
            {
                end += 1
            }
            if end < bytes.count, bytes[end] == ASCII.closeBracket, end > position + 2 {
                let label = String(decoding: bytes[(position + 2)..<end], as: UTF8.self)
                paragraph.addFootnoteReference(label)
                position = end + 1
                return
            }
        }
        if paragraph.open(.bracket, source: [ASCII.openBracket]) {
            position += 1
        } else {
            readLiterally(1)
        }
    }

    private mutating func readCloseBracket() {
        guard peek(1) == ASCII.openParenthesis else { return readLiterally(1) }
        var end = position + 2
        scan: while end < bytes.count {
            switch bytes[end] {
            case 0...0x20, ASCII.openParenthesis, ASCII.less, ASCII.closeParenthesis: break scan
            default: end += 1
            }
        }
        guard end < bytes.count, bytes[end] == ASCII.closeParenthesis else {
            return readLiterally(1)
        }
        let destination = MarkupReader.decoded(bytes[(position + 2)..<end])
        if paragraph.closeBracket(destination: destination) {
            position = end + 1
        } else {
            readLiterally(1)
        }
    }

    /// Reads a character of two or three bytes that may be a bullet within running text.
    private mutating func readPossibleBullet() {
        let length = bytes[position] == 0xC2 ? 2 : 3
        guard position + length <= bytes.count,
            let bullet = ProseBullet(peek(0), peek(1), peek(2)),
            ASCII.isWhitespace(peek(-1)) || startsAfterTag,
            bullet.isPrivate || ASCII.isWhitespace(peek(length))
        else { return readLiterally(length) }
        flush()
        outline.beginBullet()
        position += length
    }

    private var startsAfterTag: Bool { peek(-1) == ASCII.greater && paragraph.isEmpty }
}

/// A character that is printed as a bullet in the middle of a text.
struct ProseBullet {
    /// Whether the character has no other use: it comes from a symbol font.
    let isPrivate: Bool

    /// Recognises a bullet in its UTF-8 bytes; the last is ignored in a character of two.
    init?(_ first: UInt8, _ middle: UInt8, _ last: UInt8) {
        switch (first, middle, last) {
        // U+00B7.
        case (0xC2, 0xB7, _):
            isPrivate = false
        // U+2022, U+2023, U+25AA, U+25A0, U+25CB, U+25CF, U+25E6.
        case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x96, 0xAA), (0xE2, 0x96, 0xA0),
            (0xE2, 0x97, 0x8B), (0xE2, 0x97, 0x8F), (0xE2, 0x97, 0xA6):
            isPrivate = false
        // U+F0B7, U+F0A7, U+F0A8, U+F0D8, U+F0FC, U+F076: bullets of Symbol and Wingdings.
        case (0xEF, 0x82, 0xB7), (0xEF, 0x82, 0xA7), (0xEF, 0x82, 0xA8), (0xEF, 0x83, 0x98),
            (0xEF, 0x83, 0xBC), (0xEF, 0x81, 0xB6):
            isPrivate = true
        default: return nil
        }
    }
}
