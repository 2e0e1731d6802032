// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Takes HTML comments out of lines, over as many lines as a comment has.
///
/// A comment that is never closed is text: nothing may vanish because a mark is missing.
struct CommentStripper {
    private static let opening = Array("<!--".utf8)
    private static let closing = Array("-->".utf8)

    /// The last line that closes a comment, so that opening one is known to be safe.
    private let lastClosing: Int
    private var opened: Int?

    init(lines: [String]) {
        lastClosing =
            lines.lastIndex { line in
                Self.find(Self.closing, in: Array(line.utf8), from: 0) != nil
            } ?? -1
    }

    /// The line without comments; nothing when a comment was all that stood on it.
    mutating func strip(
        _ bytes: [UInt8],
        line: Int,
        into builder: inout SourceBuilder
    ) -> [UInt8]? {
        if opened == nil, !bytes.contains(SourceByte.less) { return bytes }
        var output: [UInt8] = []
        var position = 0
        var hasChanged = false
        while position < bytes.count {
            if let start = opened {
                hasChanged = true
                guard let end = Self.find(Self.closing, in: bytes, from: position) else { break }
                position = end + Self.closing.count
                opened = nil
                builder.log(
                    Cleaning(line: start, what: .comment, before: "<!-- … -->", after: "")
                )
            } else if let start = Self.findOpening(in: bytes, from: position),
                isClosed(after: start, in: bytes, line: line)
            {
                output.append(contentsOf: bytes[position..<start])
                position = start + Self.opening.count
                opened = line
                hasChanged = true
            } else {
                output.append(contentsOf: bytes[position...])
                break
            }
        }
        if opened != nil { hasChanged = true }
        let isBlank = SourceByte.trimmed(output[...]).isEmpty
        return hasChanged && isBlank ? nil : output
    }

    private func isClosed(after start: Int, in bytes: [UInt8], line: Int) -> Bool {
        if line - 1 < lastClosing { return true }
        return line - 1 == lastClosing
            && Self.find(Self.closing, in: bytes, from: start + Self.opening.count) != nil
    }

    /// The next mark that opens a comment; one after a backslash is text.
    private static func findOpening(in bytes: [UInt8], from start: Int) -> Int? {
        var from = start
        while let found = find(opening, in: bytes, from: from) {
            guard found > 0, bytes[found - 1] == SourceByte.backslash else { return found }
            from = found + 1
        }
        return nil
    }

    static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= wanted.count else { return nil }
        var index = start
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted)
            {
                return index
            }
            index += 1
        }
        return nil
    }
}
