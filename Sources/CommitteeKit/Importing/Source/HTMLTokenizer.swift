// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Cuts a web page into text and tags by the HTML Standard, section 13.2.5, in one pass.
///
/// It differs from the Standard in one thing: a tag, comment or script that is never closed is text,
/// since nothing may vanish because a mark is missing. Attributes are dropped but for those that say
/// what a table, a link or a list is.
struct HTMLTokenizer {
    enum Token {
        /// Text whose character references are still to be read.
        case text(Range<Int>)
        /// Text that has no character references.
        case raw(Range<Int>)
        case open(Tag)
        case close(String, Range<Int>)
        case comment(Range<Int>)
        /// Something that no reader of the page sees, such as a script, left out whole.
        case hidden(String, Int)
        /// The text of a style sheet, which comes after the token of its element.
        case style(Range<Int>)
        /// Something never closed, with its offset and what it is.
        case unclosed(String, Int)
        /// The value of an attribute that seems to have swallowed text of the page.
        case swallowed(Int)
    }

    struct Tag {
        var name: String
        var range: Range<Int>
        var href: String?
        var columns = 1
        var rows = 1
        var classes: Range<Int>?
        var style: Range<Int>?
        var background: Range<Int>?
        /// Whether it has the attribute that hides an element.
        var isHidden = false
        /// The words in the place of a picture.
        var alternative: Range<Int>?
        var isSelfClosing = false
    }

    let bytes: [UInt8]
    var index = 0
    private let lastQuotes: (double: Int, single: Int)
    private var tagsEnd: Int
    /// What was once looked for to the end of the page in vain.
    var neverClosed: Set<String> = []
    var pending: [Token] = []
    private var foreign = HTMLForeignContent()
    /// How many bytes have been looked at, so that a test can tell that no input is read twice.
    var examined = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tagsEnd = bytes.lastIndex(of: SourceByte.greater) ?? -1
        lastQuotes = (
            bytes.lastIndex(of: SourceByte.quote) ?? -1,
            bytes.lastIndex(of: SourceByte.apostrophe) ?? -1
        )
    }

    mutating func next() -> Token? {
        if !pending.isEmpty { return pending.removeFirst() }
        guard index < bytes.count else { return nil }
        let start = index
        while index < bytes.count {
            if bytes[index] == SourceByte.less, index < tagsEnd {
                let tokenStart = index
                let token = readMarkup()
                examined += index - tokenStart
                if let token {
                    guard tokenStart > start else { return token }
                    pending.insert(token, at: 0)
                    return .text(start..<tokenStart)
                }
                index = tokenStart + 1
                // What is never closed is said before the text that it is read as.
                guard pending.isEmpty else {
                    pending.append(.text(start..<index))
                    return pending.removeFirst()
                }
            } else {
                index += 1
                examined += 1
            }
        }
        return .text(start..<bytes.count)
    }

    /// Reads what begins with `<` at the index; nothing when it is only a character.
    private mutating func readMarkup() -> Token? {
        let next = bytes[index + 1]
        if next == SourceByte.bang { return readDeclaration() }
        if next == SourceByte.question { return skipToGreater(from: index) }
        if next == SourceByte.slash { return readEnd() }
        guard SourceByte.isLetter(next) else { return nil }
        let start = index
        let name = readTagName(from: index + 1)
        guard var tag = readAttributes(of: name, from: start) else { return nil }
        let isForeign = foreign.open(tag)
        if isForeign, tag.isSelfClosing || (name != "script" && name != "style") {
            tag.name = HTMLForeignContent.prefix + name
            return .open(tag)
        }
        switch name {
        case "script", "style":
            if isForeign { _ = foreign.close(name) }
            return skipRawText(tag)
        case "iframe", "noembed", "noframes": return skipRawText(tag)
        case "template": return skipTemplate(tag)
        case "textarea", "title", "xmp": return readRawText(tag)
        case "plaintext":
            pending.append(.raw(index..<bytes.count))
            index = bytes.count
            return .open(tag)
        default: return .open(tag)
        }
    }

    private mutating func readEnd() -> Token? {
        let start = index
        guard index + 2 < bytes.count else { return nil }
        // "</3>" is a comment by the Standard, and "</>" is nothing at all.
        guard SourceByte.isLetter(bytes[index + 2]) else { return skipToGreater(from: start) }
        let name = readTagName(from: index + 2)
        guard let tag = readAttributes(of: name, from: start) else { return nil }
        return .close(foreign.close(name) ? HTMLForeignContent.prefix + name : name, tag.range)
    }

    // MARK: Comments

    private mutating func readDeclaration() -> Token? {
        let start = index
        let rest = bytes[(start + 2)...]
        if rest.starts(with: [SourceByte.dash, SourceByte.dash]) { return readComment() }
        if foreign.isForeign, rest.starts(with: "[CDATA[".utf8) { return readCharacterData() }
        return skipToGreater(from: start)
    }

    private mutating func readComment() -> Token? {
        let start = index
        guard !neverClosed.contains("!--") else { return nil }
        let text = start + 4
        // "<!-->" and "<!--->" are whole comments.
        for end in text..<min(text + 2, bytes.count) {
            if bytes[end] == SourceByte.greater {
                index = end + 1
                return .comment(start..<index)
            }
            guard bytes[end] == SourceByte.dash else { break }
        }
        index = text
        while index + 2 < bytes.count {
            if bytes[index] == SourceByte.dash, bytes[index + 1] == SourceByte.dash {
                if bytes[index + 2] == SourceByte.greater {
                    index += 3
                    return .comment(start..<index)
                }
                if bytes[index + 2] == SourceByte.bang, index + 3 < bytes.count,
                    bytes[index + 3] == SourceByte.greater
                {
                    index += 4
                    return .comment(start..<index)
                }
            }
            index += 1
        }
        neverClosed.insert("!--")
        pending.append(.unclosed("comment", start))
        return nil
    }

    /// Reads `<![CDATA[…]]>`, which is text in a drawing or a formula and a comment elsewhere.
    private mutating func readCharacterData() -> Token? {
        let start = index
        guard !neverClosed.contains("[CDATA[") else { return nil }
        var end = start + 9
        while end + 2 < bytes.count {
            if bytes[end] == UInt8(ascii: "]"), bytes[end + 1] == UInt8(ascii: "]"),
                bytes[end + 2] == SourceByte.greater
            {
                index = end + 3
                return .raw(start + 9..<end)
            }
            end += 1
        }
        index = end
        neverClosed.insert("[CDATA[")
        pending.append(.unclosed("section of character data", start))
        return nil
    }

    /// Skips a declaration or instruction, which nobody sees; `tagsEnd` says that it does end.
    private mutating func skipToGreater(from start: Int) -> Token {
        while index < bytes.count, bytes[index] != SourceByte.greater { index += 1 }
        index += 1
        let whole = bytes[start..<index]
        // Declarations and what word processors put around their lists are not worth a word.
        let isCommon =
            whole.allSatisfy { !SourceByte.isLetter($0) && !SourceByte.isDigit($0) }
            || SourceByte.hasPrefix(whole, "<!doctype") || SourceByte.hasPrefix(whole, "<?xml")
            || SourceByte.hasPrefix(whole, "<![if ") || SourceByte.hasPrefix(whole, "<![endif]")
        return isCommon ? .text(start..<start) : .comment(start..<index)
    }

    // MARK: Tags

    private mutating func readTagName(from start: Int) -> String {
        index = start
        while index < bytes.count, !endsName(bytes[index]) { index += 1 }
        return SourceByte.text(bytes[start..<min(index, start + 40)].map(SourceByte.lowered))
    }

    private func endsName(_ byte: UInt8) -> Bool {
        SourceByte.isSpace(byte) || byte == SourceByte.slash || byte == SourceByte.greater
    }

    /// Reads on to the end of a tag; when it has none, no later `<` begins a tag either.
    mutating func readAttributes(of name: String, from start: Int) -> Tag? {
        var tag = Tag(name: name, range: start..<start)
        var known: Set<String> = []
        while index < bytes.count, bytes[index] != SourceByte.greater {
            if SourceByte.isSpace(bytes[index]) || bytes[index] == SourceByte.slash {
                index += 1
                continue
            }
            let nameStart = index
            index += 1
            while index < bytes.count, !endsName(bytes[index]), bytes[index] != SourceByte.equals {
                index += 1
            }
            let attribute = Self.kept(bytes[nameStart..<index])
            let value = readValue()
            // Of two attributes with one name the first counts.
            if let attribute, known.insert(attribute).inserted {
                set(attribute, to: value, on: &tag)
            }
        }
        guard index < bytes.count else {
            tagsEnd = start
            pending.append(.unclosed("tag", start))
            return nil
        }
        tag.isSelfClosing = bytes[index - 1] == SourceByte.slash
        index += 1
        tag.range = start..<index
        return tag
    }

    /// The name of an attribute that is looked at, in small letters.
    private static func kept(_ name: ArraySlice<UInt8>) -> String? {
        guard name.count <= 7 else { return nil }
        let name = SourceByte.text(name.map(SourceByte.lowered))
        return [
            "href", "colspan", "rowspan", "class", "style", "bgcolor", "hidden", "alt",
        ].contains(name) ? name : nil
    }

    private mutating func readValue() -> Range<Int>? {
        var ahead = index
        while ahead < bytes.count, SourceByte.isSpace(bytes[ahead]) { ahead += 1 }
        guard ahead < bytes.count, bytes[ahead] == SourceByte.equals else {
            index = ahead
            return nil
        }
        ahead += 1
        while ahead < bytes.count, SourceByte.isSpace(bytes[ahead]) { ahead += 1 }
        guard ahead < bytes.count else {
            index = ahead
            return nil
        }
        let quote = bytes[ahead]
        let last = quote == SourceByte.quote ? lastQuotes.double : lastQuotes.single
        if quote == SourceByte.quote || quote == SourceByte.apostrophe, ahead < last {
            var end = ahead + 1
            var first: UInt8?
            var hasSwallowed = false
            while end < bytes.count, bytes[end] != quote {
                if bytes[end] == SourceByte.greater { first = first ?? SourceByte.greater }
                if bytes[end] == SourceByte.less {
                    // A tag ends and another begins: a quote is missing.
                    if first == SourceByte.greater { hasSwallowed = true }
                    first = first ?? SourceByte.less
                }
                end += 1
            }
            if hasSwallowed { pending.append(.swallowed(ahead)) }
            index = end + 1
            return ahead + 1..<end
        }
        index = ahead
        while index < bytes.count, !SourceByte.isSpace(bytes[index]),
            bytes[index] != SourceByte.greater
        {
            index += 1
        }
        return ahead..<index
    }

    private func set(_ attribute: String, to range: Range<Int>?, on tag: inout Tag) {
        if attribute == "hidden" { tag.isHidden = true }
        guard let range else { return }
        switch attribute {
        case "href": tag.href = HTMLReferences.decode(bytes[range], in: .attribute)
        case "colspan": tag.columns = number(range).map { min(max($0, 1), 1_000) } ?? 1
        case "rowspan": tag.rows = number(range).map { $0 == 0 ? 65_534 : min($0, 65_534) } ?? 1
        case "class": tag.classes = range
        case "bgcolor": tag.background = range
        case "alt": tag.alternative = range
        case "hidden": break
        default: tag.style = range
        }
    }

    private func number(_ range: Range<Int>) -> Int? {
        let digits = SourceByte.trimmed(bytes[range]).prefix(while: SourceByte.isDigit)
        guard !digits.isEmpty else { return nil }
        return Int(SourceByte.text(digits.prefix(9)))
    }
}
