// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A strict reader of JSON (RFC 8259) that knows where everything stands.
///
/// It refuses what other readers let pass in silence: a name twice in one object, a comma after
/// the last element, comments, `NaN`, bytes that are not UTF-8, half a surrogate pair, numbers with
/// leading zeros, text after the end, and nesting deeper than ``greatestDepth``. A byte order mark
/// at the very start is skipped.
///
/// A whole number outside `Int` is read as a number when that keeps it exactly as written, and is
/// refused otherwise: nothing is rounded in silence. A number too great to hold is refused as well.
///
/// ```swift
/// let node = try JSONReader.read(bytes, source: "plugin.json")
/// let value = node.value
/// ```
public struct JSONReader {
    /// How many lists and objects may stand inside one another.
    public static let greatestDepth = 128

    let bytes: [UInt8]
    let source: String
    var offset = 0
    private var line = 1
    /// How many bytes of this line lie before its first column.
    private var lineStart = 0
    /// How many bytes of this line, so far, only continue a character.
    private var continuations = 0
    private var depth = 0

    /// Returns what a JSON text says, with the place of every value.
    ///
    /// - Parameters:
    ///   - bytes: The text, in UTF-8.
    ///   - source: The name to use in errors, such as a file name.
    /// - Returns: The value that the text holds.
    /// - Throws: ``JSONError`` with the line and column of the first mistake.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], source: String) throws(JSONError) -> JSONNode {
        var reader = JSONReader(bytes: bytes, source: source)
        try reader.checkKind()
        try reader.checkEncoding()
        let node = try reader.readValue()
        try reader.skipSpace()
        guard reader.offset == bytes.count else {
            throw reader.error(
                .syntax,
                "Found \(reader.found) after the end of the value. Remove it."
            )
        }
        return node
    }

    private init(bytes: [UInt8], source: String) {
        self.bytes = bytes
        self.source = source
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            offset = 3
            lineStart = 3
        }
    }

    // MARK: Values

    private mutating func readValue() throws(JSONError) -> JSONNode {
        try skipSpace()
        let (line, column) = (line, column)
        let content: JSONNode.Content
        switch peek {
        case UInt8(ascii: "{"): content = try readObject()
        case UInt8(ascii: "["): content = try readArray()
        case UInt8(ascii: "\""): content = .string(try readText())
        case let byte? where JSONReader.startsNumber(byte): content = try readNumber()
        default: content = try readWord()
        }
        return JSONNode(content, line: line, column: column)
    }

    private mutating func readWord() throws(JSONError) -> JSONNode.Content {
        let words: [(String, JSONNode.Content)] = [
            ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
        ]
        for (word, content) in words where bytes[offset...].starts(with: word.utf8) {
            let end = offset + word.utf8.count
            guard end == bytes.count || !JSONReader.isLetter(bytes[end]) else { break }
            offset = end
            return content
        }
        throw error(
            .syntax,
            "Expected a value (a text in double quotes, a number, true, false, null, [ or {),"
                + " found \(found)."
        )
    }

    private mutating func readArray() throws(JSONError) -> JSONNode.Content {
        try enter()
        var nodes: [JSONNode] = []
        if try take(UInt8(ascii: "]")) {
            depth -= 1
            return .array(nodes)
        }
        while true {
            nodes.append(try readValue())
            if try take(UInt8(ascii: "]")) { break }
            try takeComma(orEnd: "]")
        }
        depth -= 1
        return .array(nodes)
    }

    private mutating func readObject() throws(JSONError) -> JSONNode.Content {
        try enter()
        var members: [JSONNode.Member] = []
        var lines: [String: Int] = [:]
        if try take(UInt8(ascii: "}")) {
            depth -= 1
            return .object(members)
        }
        while true {
            members.append(try readMember(&lines))
            if try take(UInt8(ascii: "}")) { break }
            try takeComma(orEnd: "}")
        }
        depth -= 1
        return .object(members)
    }

    private mutating func readMember(_ lines: inout [String: Int]) throws(JSONError)
        -> JSONNode.Member
    {
        try skipSpace()
        let start = self
        guard peek == UInt8(ascii: "\"") else {
            throw error(.syntax, "Expected a name in double quotes, found \(found).")
        }
        let key = try readText()
        if let earlier = lines.updateValue(start.line, forKey: key) {
            throw start.error(
                .syntax,
                "The name “\(JSONReader.shown(key))” is already on line \(earlier) of this object."
                    + " Keep one of the two."
            )
        }
        guard try take(UInt8(ascii: ":")) else {
            throw error(.syntax, "Expected “:” after the name, found \(found).")
        }
        let node = try readValue()
        return JSONNode.Member(key: key, line: start.line, column: start.column, node: node)
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= JSONReader.greatestDepth else {
            throw error(
                .limit,
                "Lists and objects stand more than \(JSONReader.greatestDepth) deep. Make the data"
                    + " flatter."
            )
        }
        offset += 1
    }

    // MARK: Moving on

    private mutating func takeComma(orEnd end: String) throws(JSONError) {
        let comma = self
        guard try take(UInt8(ascii: ",")) else {
            throw error(.syntax, "Expected “,” or “\(end)”, found \(found).")
        }
        try skipSpace()
        if peek == UInt8(ascii: "]") || peek == UInt8(ascii: "}") {
            throw comma.error(
                .syntax,
                "Found a comma after the last element. Remove the comma."
            )
        }
    }

    /// Skips space and takes a byte when it comes next.
    private mutating func take(_ byte: UInt8) throws(JSONError) -> Bool {
        try skipSpace()
        guard peek == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipSpace() throws(JSONError) {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09: offset += 1
            case 0x0A, 0x0D:
                let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                offset += isPair ? 2 : 1
                line += 1
                lineStart = offset
                continuations = 0
            case UInt8(ascii: "/"), UInt8(ascii: "#"):
                throw error(.syntax, "JSON has no comments. Remove the comment.")
            default: return
            }
        }
    }

    /// Counts a byte that continues a character, which makes no column of its own.
    mutating func noteContinuation() { continuations += 1 }

    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private var column: Int { offset - lineStart - continuations + 1 }

    // MARK: Errors

    func error(_ code: JSONError.Code, _ message: String) -> JSONError {
        JSONError(code, message, source: source, line: line, column: column)
    }

    /// What stands at this place, in words.
    var found: String {
        guard offset < bytes.count else { return "the end of the text" }
        let rest = String(decoding: bytes[offset..<min(bytes.count, offset + 24)], as: UTF8.self)
        let word = rest.prefix { $0.isLetter || $0.isNumber }
        return "“\(JSONReader.shown(word.isEmpty ? String(rest.prefix(1)) : String(word)))”"
    }

    /// Returns a short, printable form of something that was written.
    package static func shown(_ text: String) -> String {
        let short = text.count > 40 ? text.prefix(40) + "…" : text[...]
        return String(
            String.UnicodeScalarView(
                short.unicodeScalars.map { $0.properties.generalCategory == .control ? "␦" : $0 }
            )
        )
    }

    private static func startsNumber(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// Throws when the bytes are plainly something other than JSON, and says what.
    private mutating func checkKind() throws(JSONError) {
        if let signature = FileSignature(of: bytes) {
            throw error(
                .encoding,
                "This is \(signature.what), not JSON. Name a JSON file, which begins with “{” or “[”."
            )
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw error(.encoding, "This is in UTF-16. Save the file as UTF-8.")
        }
        var start = self
        while let byte = start.peek, byte <= 0x20 { start.moveThrough(to: start.offset + 1) }
        let what: String
        switch start.peek {
        case UInt8(ascii: "<"): what = "a web page or XML"
        case UInt8(ascii: "|"): what = "a Markdown document"
        case UInt8(ascii: "#") where !start.hasValueBelow: what = "a Markdown document"
        default: return
        }
        throw start.error(
            .syntax,
            "This looks like \(what), not JSON. Name a JSON file, which begins with “{” or “[”."
        )
    }

    /// Whether a line below begins as a value of JSON does, so that this line is a comment.
    private var hasValueBelow: Bool {
        bytes[offset...].split { $0 == 0x0A || $0 == 0x0D }.dropFirst().contains { line in
            guard let first = line.first(where: { $0 > 0x20 }) else { return false }
            return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
                || first == UInt8(ascii: "\"")
                || line.allSatisfy { JSONReader.startsNumber($0) || $0 <= 0x20 }
        }
    }

    /// Throws when the bytes are not UTF-8, with the place of the first that is not.
    private func checkEncoding() throws(JSONError) {
        guard let bad = UTF8Check.firstInvalidOffset(in: bytes) else { return }
        var place = self
        place.moveThrough(to: bad)
        throw place.error(
            .encoding,
            "Byte \(bytes[bad]) is not UTF-8 at this place. Save the file as UTF-8."
        )
    }

    /// Moves over valid text only to count its lines and columns.
    private mutating func moveThrough(to end: Int) {
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            if byte & 0xC0 == 0x80 { continuations += 1 }
            let isPair = byte == 0x0D && offset < end && bytes[offset] == 0x0A
            if byte == 0x0A || (byte == 0x0D && !isPair) {
                line += 1
                lineStart = offset
                continuations = 0
            }
        }
    }
}
