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
            if byte == 0 { throw nulByte(name: name, offset: index, line: line) }
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
            guard length > 0 else { throw notUTF8(byte, name: name, offset: index, line: line) }
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

    private static func nulByte(name: String, offset: Int, line: Int) -> SourceError {
        SourceError(
            .forbiddenByte,
            source: name,
            line: line,
            "There is a NUL byte at offset \(offset), line \(line), so this is not a text "
                + "document. Save it as UTF-8 text and import it again."
        )
    }

    private static func notUTF8(
        _ byte: UInt8,
        name: String,
        offset: Int,
        line: Int
    ) -> SourceError {
        SourceError(
            .wrongEncoding,
            source: name,
            line: line,
            "The document is not UTF-8: byte 0x\(String(byte, radix: 16, uppercase: true)) at "
                + "offset \(offset), line \(line), is not part of a character. It may be "
                + "Windows-1252. Save it as UTF-8 and import it again."
        )
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
