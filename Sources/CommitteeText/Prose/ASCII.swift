// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The ASCII bytes that the readers and writers of text look for, by name.
@usableFromInline
package enum ASCII {
    static let tab: UInt8 = 0x09
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    static let carriageReturn: UInt8 = 0x0D
    @inlinable package static var space: UInt8 { 0x20 }
    static let exclamation: UInt8 = 0x21
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let dollar: UInt8 = 0x24
    static let percent: UInt8 = 0x25
    static let ampersand: UInt8 = 0x26
    static let apostrophe: UInt8 = 0x27
    static let openParenthesis: UInt8 = 0x28
    static let closeParenthesis: UInt8 = 0x29
    static let star: UInt8 = 0x2A
    static let plus: UInt8 = 0x2B
    @inlinable package static var comma: UInt8 { 0x2C }
    static let minus: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let nine: UInt8 = 0x39
    @inlinable package static var colon: UInt8 { 0x3A }
    @inlinable package static var semicolon: UInt8 { 0x3B }
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let at: UInt8 = 0x40
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let caret: UInt8 = 0x5E
    static let underscore: UInt8 = 0x5F
    static let backtick: UInt8 = 0x60
    static let openBrace: UInt8 = 0x7B
    @inlinable package static var pipe: UInt8 { 0x7C }
    static let closeBrace: UInt8 = 0x7D
    static let tilde: UInt8 = 0x7E

    package static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

    package static func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= 0x61 && lower <= 0x7A
    }

    package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// Whether a byte is a character of ASCII that leaves a mark.
    static func isSeen(_ byte: UInt8) -> Bool { byte > space && byte < 0x7F }

    /// Whether a byte is one of the white space characters of ASCII.
    static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == space || (byte >= 0x09 && byte <= 0x0D)
    }

    static func isPunctuation(_ byte: UInt8) -> Bool {
        byte > space && byte < 0x7F && !isAlphanumeric(byte)
    }

    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }

    static func upperHexDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? zero + nibble : 0x41 + nibble - 10
    }

    static func lowerHexDigit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? zero + nibble : 0x61 + nibble - 10
    }
}
