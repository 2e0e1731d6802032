// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Scripting

/// One word, text or mark of a Lua file, with the line on which it begins.
struct LuaToken: Hashable, Sendable {
    /// What a token is.
    enum Kind: Hashable, Sendable {
        /// A name or a keyword.
        case name
        /// A text between quotation marks or long brackets, without them.
        case text
        /// A number.
        case number
        /// A mark, such as `{` or `==`.
        case mark
    }

    var kind: Kind
    var text: String
    var line: Int
    /// The bytes of the file that it takes, quotation marks included.
    var bytes: Range<Int> = 0..<0

    /// Whether the token is this mark.
    func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
    /// Whether the token is this name or keyword.
    func isName(_ name: String) -> Bool { kind == .name && text == name }
}

/// Splits a Lua file into its tokens, leaving out remarks.
///
/// It is for looking around in a file that compiles, not for judging whether it does: what it does
/// not understand it passes over.
struct LuaTokens {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private(set) var tokens: [LuaToken] = []

    /// Returns the tokens of a file.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    static func read(_ bytes: [UInt8]) -> [LuaToken] {
        var reader = LuaTokens(bytes: bytes)
        reader.readAll()
        return reader.tokens
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func byte(_ offset: Int = 0) -> UInt8? {
        bytes.indices.contains(at + offset) ? bytes[at + offset] : nil
    }

    private mutating func readAll() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        while let next = byte() {
            switch next {
            case UInt8(ascii: "\n"):
                line += 1
                at += 1
            case 0x00...0x20: at += 1
            case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-"): skipRemark()
            case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(next)
            case UInt8(ascii: "[") where longBracket() != nil: readLong(.text)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
            case let letter where Self.isNamePart(letter): readName()
            default: readMark()
            }
        }
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte == 95 || (48...57).contains(byte) || (65...90).contains(byte)
            || (97...122).contains(byte)
    }

    private mutating func add(
        _ kind: LuaToken.Kind,
        _ text: ArraySlice<UInt8>,
        line: Int,
        from start: Int? = nil
    ) {
        let text = String(decoding: text, as: UTF8.self)
        let token = LuaToken(kind: kind, text: text, line: line, bytes: (start ?? at)..<at)
        tokens.append(token)
    }

    private mutating func readName() {
        let start = at
        while let next = byte(), Self.isNamePart(next) { at += 1 }
        add(.name, bytes[start..<at], line: line, from: start)
    }

    private mutating func readNumber() {
        let start = at
        while let next = byte(), Self.isNamePart(next) || next == UInt8(ascii: ".") {
            if next == UInt8(ascii: "."), byte(1) == next { break }
            at += 1
        }
        add(.number, bytes[start..<at], line: line, from: start)
    }

    private mutating func readMark() {
        let pairs = ["..", "==", "~=", "<=", ">=", "::", "//", "<<", ">>"]
        let two = String(decoding: bytes[at..<min(at + 2, bytes.count)], as: UTF8.self)
        let length = byte() == byte(1) && byte(1) == byte(2) && two == ".." ? 3 : 2
        let start = at
        at += pairs.contains(two) ? length : 1
        add(.mark, bytes[start..<min(at, bytes.count)], line: line, from: start)
    }

    private mutating func readQuoted(_ mark: UInt8) {
        let begins = line
        let first = at
        var text: [UInt8] = []
        at += 1
        while let next = byte(), next != mark, next != UInt8(ascii: "\n") {
            if next == UInt8(ascii: "\\"), let escaped = byte(1) {
                if escaped == UInt8(ascii: "\n") { line += 1 }
                text.append(escaped)
                at += 2
            } else {
                text.append(next)
                at += 1
            }
        }
        at = min(at + 1, bytes.count)
        add(.text, text[...], line: begins, from: first)
    }

    /// The number of equals signs of a long bracket that begins here.
    private func longBracket() -> Int? {
        var count = 0
        while byte(1 + count) == UInt8(ascii: "=") { count += 1 }
        return byte(1 + count) == UInt8(ascii: "[") ? count : nil
    }

    private mutating func readLong(_ kind: LuaToken.Kind?) {
        guard let level = longBracket() else { return }
        let begins = line
        let first = at
        at += level + 2
        let start = at
        let close =
            [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level)
            + [UInt8(ascii: "]")]
        while at < bytes.count, !bytes[at...].starts(with: close) {
            if bytes[at] == UInt8(ascii: "\n") { line += 1 }
            at += 1
        }
        let text = bytes[start..<min(at, bytes.count)]
        at = min(at + close.count, bytes.count)
        if let kind { add(kind, text, line: begins, from: first) }
    }

    private mutating func skipRemark() {
        at += 2
        if byte() == UInt8(ascii: "["), longBracket() != nil { return readLong(nil) }
        while let next = byte(), next != UInt8(ascii: "\n") { at += 1 }
    }
}
#endif
