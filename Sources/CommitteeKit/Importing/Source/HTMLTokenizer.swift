// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Cuts a web page into text and tags, tolerantly and in one pass.
///
/// Attributes are dropped but for those that say what a table or link is. A tag, comment or script
/// that is never closed is text: nothing may vanish because a mark is missing.
struct HTMLTokenizer {
    enum Token {
        case text(Range<Int>)
        case open(Tag)
        case close(String, Range<Int>)
        case comment(Int)
        /// A script or style sheet, left out whole.
        case script(String, Int)
        /// Something never closed, with its offset and what it is.
        case unclosed(String, Int)
    }

    struct Tag {
        var name: String
        var range: Range<Int>
        var href: String?
        var columns = 1
        var rows = 1
    }

    let bytes: [UInt8]
    private var index = 0
    private let lastCommentEnd: Int
    private let lastQuotes: (double: Int, single: Int)
    private var tagsEnd: Int
    private var namesNeverClosed: Set<String> = []
    private var pending: [Token] = []
    /// How many bytes have been looked at, so that a test can tell that no input is read twice.
    private(set) var examined = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        tagsEnd = bytes.lastIndex(of: SourceByte.greater) ?? -1
        lastQuotes = (
            bytes.lastIndex(of: SourceByte.quote) ?? -1,
            bytes.lastIndex(of: SourceByte.apostrophe) ?? -1
        )
        var end = tagsEnd
        while end >= 2,
            !(bytes[end] == SourceByte.greater && bytes[end - 1] == SourceByte.dash
                && bytes[end - 2] == SourceByte.dash)
        {
            end -= 1
        }
        lastCommentEnd = end >= 2 ? end : -1
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
                    pending.append(token)
                    return .text(start..<tokenStart)
                }
                index = tokenStart + 1
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
        if next == SourceByte.slash {
            guard index + 2 < bytes.count, SourceByte.isLetter(bytes[index + 2]) else { return nil }
            let start = index
            let name = readName(from: index + 2)
            guard let tag = readAttributes(of: name, from: start) else { return nil }
            return .close(tag.name, tag.range)
        }
        guard SourceByte.isLetter(next) else { return nil }
        let start = index
        let name = readName(from: index + 1)
        guard let tag = readAttributes(of: name, from: start) else { return nil }
        if name == "script" || name == "style" { return skipScript(tag) }
        return .open(tag)
    }

    private mutating func readDeclaration() -> Token? {
        let start = index
        guard index + 3 < bytes.count, bytes[index + 2] == SourceByte.dash,
            bytes[index + 3] == SourceByte.dash
        else { return skipToGreater(from: start) }
        guard start + 4 <= lastCommentEnd else {
            guard !namesNeverClosed.contains("!--") else { return nil }
            namesNeverClosed.insert("!--")
            pending.append(.unclosed("comment", start))
            return nil
        }
        index += 4
        while index < bytes.count {
            if bytes[index] == SourceByte.greater, bytes[index - 1] == SourceByte.dash,
                bytes[index - 2] == SourceByte.dash
            {
                break
            }
            index += 1
        }
        index += 1
        return .comment(start)
    }

    /// Skips a declaration or instruction, which nobody sees; `tagsEnd` says that it does end.
    private mutating func skipToGreater(from start: Int) -> Token {
        while index < bytes.count, bytes[index] != SourceByte.greater { index += 1 }
        index += 1
        return .text(start..<start)
    }

    private mutating func readName(from start: Int) -> String {
        index = start
        while index < bytes.count, isNameByte(bytes[index]), index - start < 40 { index += 1 }
        return SourceByte.text(bytes[start..<index].map(SourceByte.lowered))
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        SourceByte.isLetter(byte) || SourceByte.isDigit(byte) || byte == SourceByte.colon
            || byte == SourceByte.dash
    }

    /// Reads on to the end of a tag; when it has none, no later `<` begins a tag either.
    private mutating func readAttributes(of name: String, from start: Int) -> Tag? {
        var tag = Tag(name: name, range: start..<start)
        while index < bytes.count, bytes[index] != SourceByte.greater {
            if SourceByte.isLetter(bytes[index]) {
                let attribute = readName(from: index)
                while index < bytes.count, !endsAttributeName(bytes[index]) { index += 1 }
                set(attribute, to: readValue(), on: &tag)
            } else {
                index += 1
            }
        }
        guard index < bytes.count else {
            tagsEnd = start
            pending.append(.unclosed("tag", start))
            return nil
        }
        index += 1
        tag.range = start..<index
        return tag
    }

    private func endsAttributeName(_ byte: UInt8) -> Bool {
        SourceByte.isSpace(byte) || byte == SourceByte.equals || byte == SourceByte.greater
            || byte == SourceByte.slash
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
            while end < bytes.count, bytes[end] != quote { end += 1 }
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
        guard let range else { return }
        switch attribute {
        case "href": tag.href = HTMLEntities.decode(bytes[range])
        case "colspan": tag.columns = number(range).map { min(max($0, 1), 1_000) } ?? 1
        case "rowspan": tag.rows = number(range).map { $0 == 0 ? 65_534 : min($0, 65_534) } ?? 1
        default: break
        }
    }

    private func number(_ range: Range<Int>) -> Int? {
        let digits = SourceByte.trimmed(bytes[range]).prefix(while: SourceByte.isDigit)
        guard !digits.isEmpty else { return nil }
        return Int(SourceByte.text(digits.prefix(9)))
    }

    private mutating func skipScript(_ tag: Tag) -> Token {
        guard !namesNeverClosed.contains(tag.name) else { return .open(tag) }
        let wanted = Array("</\(tag.name)".utf8)
        var end = index
        while end + wanted.count <= bytes.count {
            if bytes[end] == SourceByte.less, matches(wanted, at: end) { break }
            end += 1
        }
        guard end + wanted.count <= bytes.count else {
            examined += bytes.count - index
            namesNeverClosed.insert(tag.name)
            return .unclosed(tag.name, tag.range.lowerBound)
        }
        index = end + wanted.count
        while index < bytes.count, bytes[index] != SourceByte.greater { index += 1 }
        index = min(index + 1, bytes.count)
        return .script(tag.name, tag.range.lowerBound)
    }

    private func matches(_ wanted: [UInt8], at start: Int) -> Bool {
        for (offset, byte) in wanted.enumerated()
        where SourceByte.lowered(bytes[start + offset]) != byte {
            return false
        }
        return true
    }
}
