// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Prose {
    /// The prose as one line of GitHub Flavored Markdown, for the cell of a table.
    ///
    /// A single paragraph is inline Markdown; several paragraphs and lists are `<p>`, `<ul>`, `<ol>`
    /// and `<li>`, which Markdown allows in cells. Whatever could be taken for markup is escaped,
    /// pipes too. ``init(markup:)`` reads it back: the result equals ``normalized``.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public var markdownCell: String {
        var writer = ProseMarkdown(isCell: true)
        if let text = onlyText, text.isSingleSpaced {
            writer.writeEscaped(text)
            // Most words hold nothing to escape.
            if writer.output.bytes.count == text.utf8.count { return text }
        } else {
            writer.writeCell(normalized.blocks)
        }
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }

    /// The prose as a piece of a page in GitHub Flavored Markdown.
    ///
    /// It ends with a line feed unless it is empty. ``init(markup:)`` reads it back: the result
    /// equals ``normalized``.
    ///
    /// - Complexity: O(*n*) in the length of the text, times the depth of the lists.
    public var markdown: String {
        var writer = ProseMarkdown(isCell: false)
        writer.writePage(normalized.blocks)
        return String(decoding: writer.output.bytes, as: UTF8.self)
    }
}

/// Writes normalised prose as Markdown.
package struct ProseMarkdown {
    let isCell: Bool
    /// Whether a character that may be a bullet stays as it is, to be read as one.
    package var keepsBullets = false
    package var output = OutputBuffer()

    package init(isCell: Bool) {
        self.isCell = isCell
    }

    // MARK: Cells

    mutating func writeCell(_ blocks: [Prose.Block]) {
        if blocks.count == 1, case .paragraph(let inlines) = blocks[0] {
            write(inlines)
        } else {
            for block in blocks { writeTagged(block) }
        }
    }

    private mutating func writeTagged(_ block: Prose.Block) {
        switch block {
        case .paragraph(let inlines):
            output.append("<p>")
            write(inlines)
            output.append("</p>")
        case .list(let ordered, let items):
            output.append(ordered ? "<ol>" : "<ul>")
            for item in items {
                output.append("<li>")
                write(item.inlines)
                for child in item.children { writeTagged(child) }
                output.append("</li>")
            }
            output.append(ordered ? "</ol>" : "</ul>")
        }
    }

    // MARK: Pages

    mutating func writePage(_ blocks: [Prose.Block], indent: Int = 0) {
        for (index, block) in blocks.enumerated() {
            if index > 0 { output.lineFeed() }
            writeLines(of: block, indent: indent)
        }
    }

    private mutating func writeLines(of block: Prose.Block, indent: Int) {
        switch block {
        case .paragraph(let inlines):
            output.append(count: indent, of: ASCII.space)
            writeAtLineStart(inlines)
            output.lineFeed()
        case .list(let ordered, let items):
            for (index, item) in items.enumerated() {
                output.append(count: indent, of: ASCII.space)
                let start = output.bytes.count
                if ordered {
                    output.append(index + 1)
                    output.append(". ")
                } else {
                    output.append("- ")
                }
                let width = output.bytes.count - start
                writeAtLineStart(item.inlines)
                output.lineFeed()
                for child in item.children {
                    if case .paragraph = child { output.lineFeed() }
                    writeLines(of: child, indent: indent + width)
                }
            }
        }
    }

    /// Writes inline text whose first characters could be taken for the marker of a block.
    private mutating func writeAtLineStart(_ inlines: [Prose.Inline]) {
        let start = output.bytes.count
        write(inlines)
        guard start < output.bytes.count else { return }
        switch output.bytes[start] {
        case ASCII.minus, ASCII.plus, ASCII.equals, ASCII.greater, ASCII.colon:
            output.bytes.insert(ASCII.backslash, at: start)
        case ASCII.zero...ASCII.nine:
            var index = start
            while index < output.bytes.count, ASCII.isDigit(output.bytes[index]) { index += 1 }
            guard index < output.bytes.count else { return }
            if output.bytes[index] == ASCII.dot || output.bytes[index] == ASCII.closeParenthesis {
                output.bytes.insert(ASCII.backslash, at: index)
            }
        default: break
        }
    }

    // MARK: Inline text

    /// Writes inline text; `isWhole` says that it ends where its paragraph ends.
    mutating func write(_ inlines: [Prose.Inline], isWhole: Bool = true) {
        for (index, inline) in inlines.enumerated() {
            let next = index + 1 < inlines.count ? inlines[index + 1] : nil
            let endsFreely: Bool
            if case .text(let words)? = next {
                endsFreely = words.utf8.first == ASCII.space
            } else {
                endsFreely = next == nil && isWhole
            }
            write(inline, endsFreely: endsFreely)
        }
    }

    private mutating func write(_ inline: Prose.Inline, endsFreely: Bool) {
        switch inline {
        case .text(let text): writeEscaped(text)
        case .lineBreak: output.append("<br>")
        case .footnoteReference(let label):
            escapeExclamation()
            output.append("[^")
            output.append(words: label)
            output.append("]")
        case .superscript(let children):
            output.append("<sup>")
            write(children, isWhole: false)
            output.append("</sup>")
        case .link(let children, let destination):
            escapeExclamation()
            output.append("[")
            write(children, isWhole: false)
            output.append("](")
            output.append(destination) { $0 == ASCII.ampersand ? "&amp;" : nil }
            output.append(")")
        case .emphasis(let children):
            write(children, endsFreely, stars: "*", open: "<i>", close: "</i>")
        case .strong(let children):
            if children.count == 1, case .emphasis(let inner) = children[0],
                canUseStars(around: inner, endsFreely)
            {
                write(inner, endsFreely, stars: "***", open: "<b><i>", close: "</i></b>")
            } else {
                write(children, endsFreely, stars: "**", open: "<b>", close: "</b>")
            }
        }
    }

    /// Keeps an exclamation mark before a link from making an image of it.
    private mutating func escapeExclamation() {
        guard output.bytes.last == ASCII.exclamation else { return }
        output.bytes.insert(ASCII.backslash, at: output.bytes.count - 1)
    }

    private mutating func write(
        _ children: [Prose.Inline],
        _ endsFreely: Bool,
        stars: StaticString,
        open: StaticString,
        close: StaticString
    ) {
        let usesStars = canUseStars(around: children, endsFreely)
        output.append(usesStars ? stars : open)
        write(children, isWhole: false)
        output.append(usesStars ? stars : close)
    }

    /// Whether stars are understood here by every reader of Markdown.
    ///
    /// Stars open before and close after a letter or a digit wherever they stand; beside other
    /// characters only where a space or the end of the paragraph is on their other side. HTML is
    /// used otherwise.
    private func canUseStars(around children: [Prose.Inline], _ endsFreely: Bool) -> Bool {
        guard output.bytes.last != ASCII.star, case .text(let first)? = children.first,
            case .text(let last)? = children.last,
            let opening = first.unicodeScalars.first, let closing = last.unicodeScalars.last
        else { return false }
        let beginsFreely = output.bytes.last.map { $0 == ASCII.space } ?? true
        return (beginsFreely || Self.isWord(opening)) && (endsFreely || Self.isWord(closing))
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ASCII.isAlphanumeric(UInt8(truncatingIfNeeded: scalar.value)) }
        return scalar.properties.isAlphabetic
    }

    /// Writes text so that no character of it is taken for markup.
    package mutating func writeEscaped(_ text: String) {
        _ = write(text, asLine: false)
    }

    /// Writes a text of one line; false, with nothing written, when it holds anything that takes
    /// more than escaping: a control character, or what may be one.
    mutating func writeLine(_ text: String) -> Bool {
        write(text, asLine: true)
    }

    private mutating func write(_ text: String, asLine: Bool) -> Bool {
        var text = text
        let before = output.bytes.count
        return text.withUTF8 { utf8 in
            var start = 0
            var index = 0
            while true {
                index = MarkdownBytes.endOfPlain(in: utf8, from: index)
                guard index < utf8.count else { break }
                let byte = utf8[index]
                if byte == ASCII.dot, !endsAddress(utf8, at: index) {
                    index += 1
                    continue
                }
                guard !asLine || byte >= ASCII.space && byte != 0x7F && byte != 0xC2 else {
                    output.bytes.removeLast(output.bytes.count - before)
                    return false
                }
                output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                index += writeEscaped(utf8, at: index)
                start = index
            }
            output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
            return true
        }
    }

    /// Whether a dot stands where it may end "www", which makes a link of what follows; the words
    /// may be cut in two there.
    private func endsAddress(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let before = index > 0 ? utf8[index - 1] : output.bytes.last
        return before == UInt8(ascii: "w") || before == UInt8(ascii: "W")
    }

    /// Writes the character at an index and returns how many bytes it has.
    private mutating func writeEscaped(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let byte = utf8[index]
        let next = index + 1 < utf8.count ? utf8[index + 1] : 0
        switch byte {
        case ASCII.backslash, ASCII.star, ASCII.underscore, ASCII.openBracket,
            ASCII.closeBracket, ASCII.less, ASCII.pipe, ASCII.backtick, ASCII.tilde, ASCII.hash,
            ASCII.at, ASCII.dollar:
            output.append(ASCII.backslash)
        case ASCII.greater where index == 0:
            output.append(ASCII.backslash)
        case ASCII.ampersand where ASCII.isLetter(next) || next == ASCII.hash:
            output.append(ASCII.backslash)
        case ASCII.colon where next == ASCII.slash:
            output.append(ASCII.backslash)
        case ASCII.dot where endsWithWorldWideWeb:
            output.append(ASCII.backslash)
        case 0xC2, 0xE2, 0xEF:
            let length = byte == 0xC2 ? 2 : 3
            guard !keepsBullets, index + length <= utf8.count else { break }
            let last = utf8[index + length - 1]
            guard ProseBullet(byte, next, last) != nil || Self.turns(byte, next, last) else {
                break
            }
            // A reference is never read as a bullet, and a mark that turns the words round is seen.
            let character = String(decoding: utf8[index..<(index + length)], as: UTF8.self)
            let scalar = character.unicodeScalars.first
            output.append("&#")
            output.append(Int(scalar?.value ?? 0x2022))
            output.append(";")
            return length
        default: break
        }
        output.append(byte)
        return 1
    }

    /// Whether three bytes are a mark that sets the direction of the words behind it: U+200E, U+200F,
    /// U+202A to U+202E, U+2066 to U+2069.
    private static func turns(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        guard first == 0xE2 else { return false }
        switch (second, third) {
        case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return true
        default: return false
        }
    }

    private var endsWithWorldWideWeb: Bool {
        output.bytes.suffix(3).elementsEqual("www".utf8)
            || output.bytes.suffix(3).elementsEqual("WWW".utf8)
    }
}
