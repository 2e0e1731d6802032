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
        guard let (scalar, end) = Self.reference(in: bytes[...], at: position) else {
            return readLiterally(1)
        }
        paragraph.add(Array(String(Character(scalar)).utf8)[...])
        position = end
    }

    /// Returns text with its character references replaced.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(ASCII.ampersand) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == ASCII.ampersand, let (scalar, end) = reference(in: bytes, at: index)
            {
                result.append(contentsOf: String(Character(scalar)).utf8)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads the reference that begins at an ampersand.
    private static func reference(
        in bytes: ArraySlice<UInt8>,
        at start: Int
    ) -> (Unicode.Scalar, end: Int)? {
        var end = start + 1
        while end < bytes.endIndex, end - start < 12,
            ASCII.isAlphanumeric(bytes[end]) || bytes[end] == ASCII.hash
        {
            end += 1
        }
        guard end < bytes.endIndex, bytes[end] == ASCII.semicolon, end > start + 1 else {
            return nil
        }
        let name = bytes[(start + 1)..<end]
        guard name.first == ASCII.hash else {
            return named[String(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
        }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let code =
            isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        guard let code else { return nil }
        // As in HTML: a code that is no character stands for the replacement character.
        return (code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}", end + 1)
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
        "ndash": "\u{2013}", "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
        "ldquo": "\u{201C}", "rdquo": "\u{201D}", "bull": "\u{2022}", "middot": "\u{B7}",
        "hellip": "\u{2026}", "pound": "\u{A3}", "copy": "\u{A9}", "reg": "\u{AE}",
        "deg": "\u{B0}", "frac12": "\u{BD}", "times": "\u{D7}", "sup2": "\u{B2}",
        "eacute": "\u{E9}", "euro": "\u{20AC}", "trade": "\u{2122}",
    ]
}
