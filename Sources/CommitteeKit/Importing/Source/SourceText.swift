// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The bytes of a document, once they are known to be UTF-8 text without NUL.
struct SourceText {
    let name: String
    let bytes: [UInt8]
    private let lineCount: Int

    init(_ input: [UInt8], name: String, limits: SourceLimits) throws(SourceError) {
        guard input.count <= limits.bytes else {
            throw SourceError(
                .tooLarge,
                source: name,
                line: nil,
                "The document has \(input.count) bytes; at most \(limits.bytes) can be read. "
                    + "Split it and import the parts."
            )
        }
        if let signature = FileSignature(of: input) {
            throw SourceError(
                .otherFormat,
                source: name,
                line: nil,
                "The document is \(signature.what), not text. \(signature.wayOut) Then import "
                    + "that file."
            )
        }
        if let encoding = Self.foreignMark(of: input) {
            throw SourceError(
                .wrongEncoding,
                source: name,
                line: 1,
                "The document is in \(encoding) (its byte order mark is at offset 0, line 1); "
                    + "expected UTF-8. Save it as UTF-8 and import it again."
            )
        }
        let hasMark = input.starts(with: [0xEF, 0xBB, 0xBF])
        lineCount = try Self.validate(input, name: name, limits: limits)
        self.name = name
        bytes = hasMark ? Array(input.dropFirst(3)) : input
    }

    /// The lines without their ends.
    func lines() -> [String] {
        var lines: [String] = []
        lines.reserveCapacity(lineCount)
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == SourceByte.newline || byte == SourceByte.carriageReturn {
                lines.append(SourceByte.text(bytes[start..<index]))
                index += Self.lengthOfLineEnd(in: bytes, at: index)
                start = index
            } else {
                index += 1
            }
        }
        if start < bytes.count { lines.append(SourceByte.text(bytes[start...])) }
        return lines
    }

    /// Refuses a line that is longer than text is, before copies of it are made.
    func checkLines(_ limits: SourceLimits) throws(SourceError) {
        var line = 1
        var start = 0
        for (index, byte) in bytes.enumerated()
        where byte == SourceByte.newline || byte == SourceByte.carriageReturn {
            try check(index - start, line, limits)
            start = index + 1
            let isPair = byte == SourceByte.carriageReturn && start < bytes.count
            if !(isPair && bytes[start] == SourceByte.newline) { line += 1 }
        }
        try check(bytes.count - start, line, limits)
    }

    private func check(_ count: Int, _ line: Int, _ limits: SourceLimits) throws(SourceError) {
        guard count > limits.bytesPerText else { return }
        throw SourceError(
            .textTooLong,
            source: name,
            line: line,
            "Line \(line) has \(count) bytes; at most \(limits.bytesPerText) can be read. Put each "
                + "paragraph and row on a line of its own and import it again."
        )
    }

    /// The number of bytes of the line end at `index`, which may be LF, CR or CRLF.
    static func lengthOfLineEnd(in bytes: [UInt8], at index: Int) -> Int {
        let next = index + 1
        let isPair =
            bytes[index] == SourceByte.carriageReturn && next < bytes.count
            && bytes[next] == SourceByte.newline
        return isPair ? 2 : 1
    }

    private static func foreignMark(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        return nil
    }

    /// Counts the lines and refuses what is not UTF-8 text, by the table of the Unicode Standard
    /// (section 3.9, "Well-Formed UTF-8 Byte Sequences").
    private static func validate(
        _ bytes: [UInt8],
        name: String,
        limits: SourceLimits
    ) throws(SourceError) -> Int {
        var line = 1
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0 { throw nulByte(bytes, name: name, offset: index, line: line) }
            if byte < 0x80 {
                if byte == SourceByte.newline || byte == SourceByte.carriageReturn {
                    index += lengthOfLineEnd(in: bytes, at: index)
                    line += 1
                    if line > limits.lines { throw tooManyLines(name: name, limits: limits) }
                } else {
                    index += 1
                }
                continue
            }
            let length = lengthOfCharacter(in: bytes, at: index)
            guard length > 0 else { throw notUTF8(bytes, name: name, offset: index, line: line) }
            index += length
        }
        return line
    }

    /// The number of bytes of the well-formed sequence at `index`; 0 when it is not well formed.
    private static func lengthOfCharacter(in bytes: [UInt8], at index: Int) -> Int {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    private static func nulByte(
        _ bytes: [UInt8],
        name: String,
        offset: Int,
        line: Int
    ) -> SourceError {
        if let order = orderOfUTF16(bytes) {
            return SourceError(
                .wrongEncoding,
                source: name,
                line: 1,
                "The document is in UTF-16 (\(order)) without a byte order mark: every other byte is "
                    + "NUL. Expected UTF-8. Save it as UTF-8 and import it again."
            )
        }
        return SourceError(
            .forbiddenByte,
            source: name,
            line: line,
            "There is a NUL byte at offset \(offset), line \(line), so this is not a text "
                + "document. Save it as UTF-8 text and import it again."
        )
    }

    /// The order of bytes of text in UTF-16 without a mark, told by its first characters.
    private static func orderOfUTF16(_ bytes: [UInt8]) -> String? {
        let start = bytes.prefix(64)
        guard start.count >= 8 else { return nil }
        let isNul = start.map { $0 == 0 }
        let odd = stride(from: 1, to: isNul.count, by: 2).allSatisfy { isNul[$0] }
        let even = stride(from: 0, to: isNul.count, by: 2).allSatisfy { isNul[$0] }
        guard odd != even else { return nil }
        return odd ? "low byte first" : "high byte first"
    }

    private static func notUTF8(
        _ bytes: [UInt8],
        name: String,
        offset: Int,
        line: Int
    ) -> SourceError {
        let byte = bytes[offset]
        var message =
            "The document is not UTF-8: byte 0x\(String(byte, radix: 16, uppercase: true)) at "
            + "offset \(offset), line \(line), is not part of a character. "
        if let word = windows1252Word(in: bytes, around: offset) {
            message +=
                "It seems to be Windows-1252, in which this word is “\(word)”. Save it as UTF-8 "
                + "and import it again."
        } else {
            message += "Save it as UTF-8 and import it again."
        }
        return SourceError(.wrongEncoding, source: name, line: line, message)
    }

    /// The word around an offset as Windows-1252 has it, when the whole document can be that.
    ///
    /// Text has no control characters but for tabs, line ends and page ends, and none of the five
    /// bytes that Windows-1252 leaves open.
    private static func windows1252Word(in bytes: [UInt8], around offset: Int) -> String? {
        func scalar(_ byte: UInt8) -> Unicode.Scalar {
            (0x80...0x9F).contains(byte)
                ? HTMLReferences.windows1252[Int(byte) - 0x80] : Unicode.Scalar(byte)
        }
        let open: [UInt8] = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
        let isText = bytes.allSatisfy { byte in
            byte >= 0x20 ? byte != 0x7F && !open.contains(byte) : (0x09...0x0D).contains(byte)
        }
        guard isText else { return nil }
        var start = offset
        var end = offset + 1
        func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0xA0 }
        while start > 0, offset - start < 30, isWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, end - offset < 30, isWord(bytes[end]) { end += 1 }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: bytes[start..<end].map(scalar))
        return String(word)
    }

    private static func tooManyLines(name: String, limits: SourceLimits) -> SourceError {
        SourceError(
            .tooLarge,
            source: name,
            line: limits.lines,
            "The document has more than \(limits.lines) lines. Split it and import the parts."
        )
    }
}
