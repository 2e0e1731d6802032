// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLTokenizer {
    /// Reads an element whose content is text, such as a title.
    mutating func readRawText(_ tag: Tag) -> Token {
        guard let (end, next) = endOfRawText(of: tag) else {
            pending.append(.unclosed(tag.name, tag.range.lowerBound))
            return .open(tag)
        }
        let text = index..<end
        pending.append(tag.name == "xmp" ? .raw(text) : .text(text))
        pending.append(.close(tag.name, end..<next))
        index = next
        return .open(tag)
    }

    /// Skips an element whose content nobody sees, such as a script.
    mutating func skipRawText(_ tag: Tag) -> Token {
        guard !neverClosed.contains(tag.name) else { return .open(tag) }
        guard let (end, next) = endOfRawText(of: tag) else {
            return .unclosed(tag.name, tag.range.lowerBound)
        }
        if tag.name == "style" { pending.append(.style(index..<end)) }
        index = next
        return .hidden(tag.name, tag.range.lowerBound)
    }

    /// Skips a template with the templates in it; its content is for scripts.
    mutating func skipTemplate(_ tag: Tag) -> Token {
        guard !neverClosed.contains(tag.name) else { return .open(tag) }
        var ahead = self
        // The search does not look for the templates inside by itself.
        ahead.neverClosed.insert(tag.name)
        var depth = 1
        while depth > 0, let token = ahead.next() {
            if case .open(let inner) = token, inner.name == tag.name { depth += 1 }
            if case .close(tag.name, _) = token { depth -= 1 }
        }
        examined = ahead.examined
        guard depth == 0 else {
            neverClosed.insert(tag.name)
            return .unclosed(tag.name, tag.range.lowerBound)
        }
        let known = neverClosed.contains(tag.name)
        self = ahead
        if !known { neverClosed.remove(tag.name) }
        return .hidden(tag.name, tag.range.lowerBound)
    }

    /// Finds where the content of an element ends, and where its end tag does.
    private mutating func endOfRawText(of tag: Tag) -> (end: Int, next: Int)? {
        guard !neverClosed.contains(tag.name) else { return nil }
        let wanted = Array("</\(tag.name)".utf8)
        var search = ScriptSearch()
        var end = index
        while end + wanted.count < bytes.count {
            if tag.name == "script", search.skips(bytes, &end) { continue }
            if bytes[end] == SourceByte.less, !search.isDoubled, isEnd(wanted, at: end) {
                // Its attributes mean nothing, but a ">" in one does not end it.
                var ahead = self
                ahead.index = end + wanted.count
                if let closing = ahead.readAttributes(of: tag.name, from: end) {
                    return (end, closing.range.upperBound)
                }
                break
            }
            end += 1
        }
        examined += bytes.count - index
        neverClosed.insert(tag.name)
        return nil
    }

    private func isEnd(_ wanted: [UInt8], at start: Int) -> Bool {
        SourceByte.hasWord(wanted, at: start, of: bytes)
    }
}

/// Where a script is while its end is looked for: one inside a comment of a script does not end it.
///
/// Source: HTML Standard, sections 13.2.5.18 to 13.2.5.31.
private struct ScriptSearch {
    private var isEscaped = false
    private(set) var isDoubled = false

    private static let opening = Array("<script".utf8)
    private static let closing = Array("</script".utf8)

    /// Moves over what changes the state; returns whether it did.
    mutating func skips(_ bytes: [UInt8], _ index: inout Int) -> Bool {
        guard bytes[index] == SourceByte.less || bytes[index] == SourceByte.dash else {
            return false
        }
        let rest = bytes[index...]
        if !isEscaped {
            guard rest.starts(with: "<!--".utf8) else { return false }
            isEscaped = true
            // Its dashes may be those that end it.
            index += 2
            return true
        }
        if rest.starts(with: "-->".utf8) {
            isEscaped = false
            isDoubled = false
            index += 3
            return true
        }
        let word = isDoubled ? Self.closing : Self.opening
        guard bytes[index] == SourceByte.less, SourceByte.hasWord(word, at: index, of: bytes)
        else { return false }
        isDoubled.toggle()
        index += word.count
        return true
    }
}

extension SourceByte {
    /// Whether the beginning of a tag stands at an index, and its name ends there.
    fileprivate static func hasWord(_ word: [UInt8], at start: Int, of bytes: [UInt8]) -> Bool {
        let end = start + word.count
        guard end < bytes.count else { return false }
        for (offset, byte) in word.enumerated() where lowered(bytes[start + offset]) != byte {
            return false
        }
        return isSpace(bytes[end]) || bytes[end] == slash || bytes[end] == greater
    }
}
