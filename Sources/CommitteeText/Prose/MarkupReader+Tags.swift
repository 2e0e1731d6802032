// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension MarkupReader {
    /// The longest tag that is read; a longer one is text.
    private static let tagLimit = 4096

    mutating func readTag() {
        var end = position + 1
        while end < bytes.count, end - position < Self.tagLimit, bytes[end] != ASCII.greater,
            bytes[end] != ASCII.less
        {
            end += 1
        }
        guard end < bytes.count, bytes[end] == ASCII.greater else { return readLiterally(1) }
        let isEnd = peek(1) == ASCII.slash
        var nameEnd = position + (isEnd ? 2 : 1)
        let nameStart = nameEnd
        while nameEnd < end, nameEnd - nameStart < 8, ASCII.isAlphanumeric(bytes[nameEnd]) {
            nameEnd += 1
        }
        let after = bytes[nameEnd]
        let name = String(
            decoding: bytes[nameStart..<nameEnd].map(ASCII.lowercased),
            as: UTF8.self
        )
        guard after == ASCII.greater || after == ASCII.slash || ASCII.isWhitespace(after),
            apply(tag: name, isEnd: isEnd, rest: bytes[nameEnd..<end])
        else { return readLiterally(1) }
        position = end + 1
    }

    /// Does what a tag says; returns false when the tag is not one that is understood.
    private mutating func apply(tag: String, isEnd: Bool, rest: ArraySlice<UInt8>) -> Bool {
        switch tag {
        case "b", "strong": applyInline(.strongTag, isEnd)
        case "i", "em": applyInline(.emphasisTag, isEnd)
        case "sup": applyInline(.superscriptTag, isEnd)
        case "u": break  // Underlining has no meaning of its own here.
        case "a": applyLink(isEnd, rest)
        case "br": paragraph.addLineBreak()
        case "p":
            flush()
            outline.endBullets()
        case "ul", "ol":
            flush()
            outline.endListsWithinTags()
            if !isEnd {
                outline.beginList(ordered: tag == "ol", source: .tag)
            } else if outline.hasOpenTagList {
                outline.endList()
            }
        case "li":
            flush()
            if outline.hasOpenTagList { outline.endListsWithinTags() }
            if isEnd {
                if outline.hasOpenTagList { outline.endItem() }
            } else {
                if outline.innermostSource != .tag {
                    outline.beginList(ordered: false, source: .tag)
                }
                outline.beginItem()
            }
        default: return false
        }
        return true
    }

    private mutating func applyInline(_ mark: MarkupParagraph.Mark, _ isEnd: Bool) {
        if isEnd {
            paragraph.closeTag { $0 == mark }
        } else {
            _ = paragraph.open(mark, source: [])
        }
    }

    private mutating func applyLink(_ isEnd: Bool, _ rest: ArraySlice<UInt8>) {
        if isEnd {
            paragraph.closeTag { mark in
                if case .linkTag = mark { true } else { false }
            }
        } else {
            let destination = Self.destination(inAttributes: rest)
            _ = paragraph.open(.linkTag(destination), source: [])
        }
    }

    /// Finds the value of `href` among the attributes of a tag.
    private static func destination(inAttributes rest: ArraySlice<UInt8>) -> String {
        var index = rest.startIndex
        while index < rest.endIndex {
            guard ASCII.isLetter(rest[index]) else {
                index += 1
                continue
            }
            let nameStart = index
            while index < rest.endIndex, rest[index] != ASCII.equals,
                !ASCII.isWhitespace(rest[index])
            {
                index += 1
            }
            let isDestination = rest[nameStart..<index].map(ASCII.lowercased)
                .elementsEqual("href".utf8)
            while index < rest.endIndex, ASCII.isWhitespace(rest[index]) { index += 1 }
            guard index < rest.endIndex, rest[index] == ASCII.equals else { continue }
            index += 1
            while index < rest.endIndex, ASCII.isWhitespace(rest[index]) { index += 1 }
            let value = attributeValue(rest, &index)
            if isDestination { return decoded(value) }
        }
        return ""
    }

    private static func attributeValue(
        _ rest: ArraySlice<UInt8>,
        _ index: inout Int
    ) -> ArraySlice<UInt8> {
        guard index < rest.endIndex else { return [] }
        let quote = rest[index]
        guard quote == ASCII.quote || quote == ASCII.apostrophe else {
            let start = index
            while index < rest.endIndex, !ASCII.isWhitespace(rest[index]) { index += 1 }
            return rest[start..<index]
        }
        let start = index + 1
        index = start
        while index < rest.endIndex, rest[index] != quote { index += 1 }
        let value = rest[start..<index]
        index = min(index + 1, rest.endIndex)
        return value
    }
}

extension MarkupReader {
    /// Reads a character reference such as `&amp;`; an unknown one is text.
    mutating func readReference() {
        guard
            let found = HTMLReferences.reference(at: position, of: bytes[...], in: .markdown)
        else { return readLiterally(1) }
        var text: [UInt8] = []
        found.append(to: &text)
        paragraph.add(text[...])
        position = found.end
    }

    /// Returns text with its character references replaced.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        HTMLReferences.decode(bytes, in: .markdown)
    }
}
