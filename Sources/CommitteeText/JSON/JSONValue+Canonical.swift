// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The one form of a value's bytes: members sorted, no spaces, each number in one way only.
///
/// The rules are those of RFC 8785 (JSON Canonicalization Scheme): members in the order of their
/// names' UTF-16 code units, the shortest escapes, numbers as ECMAScript prints them. Two things
/// differ, both for the sake of exactness: a whole number within `Int` is written with all its
/// digits, and infinity and NaN, for which JSON has no words, are written as `null`.
extension JSONValue {
    /// The canonical bytes, in UTF-8.
    ///
    /// - Complexity: O(*n* log *n*) in the number of members.
    public var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        appendCanonical(to: &bytes)
        return bytes
    }

    /// The canonical bytes as text.
    public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

    /// The value that is read when this value's canonical bytes are read.
    ///
    /// Members are sorted, and a number without a fraction, such as `2.0`, is a whole number.
    public var canonicalForm: JSONValue {
        switch self {
        case .null, .bool, .integer, .string: return self
        case .number(let number):
            guard number.isFinite else { return .null }
            let text = CanonicalNumber.text(of: number)
            return Int(text).map(JSONValue.integer) ?? self
        case .array(let elements): return .array(elements.map(\.canonicalForm))
        case .object(let members):
            guard !isCanonical else { return self }
            let sorted = members.inCanonicalOrder.map { ($0.key, $0.value.canonicalForm) }
            return .object(JSONObject(sorted))
        }
    }

    /// Whether the value is in canonical form as it stands.
    private var isCanonical: Bool {
        switch self {
        case .null, .bool, .integer, .string: true
        case .number: false
        case .array(let elements): elements.allSatisfy(\.isCanonical)
        case .object(let members):
            members.isInCanonicalOrder && members.allSatisfy { $0.value.isCanonical }
        }
    }

    /// Appends the canonical bytes to others.
    package func appendCanonical(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let truth): bytes += (truth ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): bytes += CanonicalNumber.text(of: number).utf8
        case .string(let text): JSONText.append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                element.appendCanonical(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in members.inCanonicalOrder.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.appendCanonical(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}

extension JSONObject {
    /// The members in the order of their names' UTF-16 code units.
    var inCanonicalOrder: [Member] {
        isInCanonicalOrder
            ? Array(self) : sorted { JSONText.precedes($0.key, $1.key) }
    }

    /// Whether the members stand in that order already, as those that were read from a journal do.
    fileprivate var isInCanonicalOrder: Bool {
        var before: String?
        for member in self {
            if let before, !JSONText.precedes(before, member.key) { return false }
            before = member.key
        }
        return true
    }
}

/// The writing of texts in JSON.
package enum JSONText {
    /// Whether a name comes before another by their UTF-16 code units.
    static func precedes(_ first: String, _ second: String) -> Bool {
        // UTF-8 gives the same order but for what begins with these bytes or later ones.
        let differs: (UInt8) -> Bool = { $0 >= 0xEE }
        guard first.utf8.contains(where: differs) || second.utf8.contains(where: differs) else {
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        return first.utf16.lexicographicallyPrecedes(second.utf16)
    }

    /// Appends a text in quotes, with the escapes of RFC 8785 and no others.
    package static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { all in
            var start = 0
            for place in all.indices where isEscaped(all[place]) {
                bytes += all[start..<place]
                escape(all[place], to: &bytes)
                start = place + 1
            }
            bytes += all[start...]
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): bytes += "\\\"".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case 0x08: bytes += "\\b".utf8
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0C: bytes += "\\f".utf8
        case 0x0D: bytes += "\\r".utf8
        default:
            bytes += "\\u00".utf8
            bytes += [hexDigit(byte >> 4), hexDigit(byte & 0x0F)]
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

/// Numbers as ECMAScript prints them (ECMA-262, Number::toString), which RFC 8785 asks for.
enum CanonicalNumber {
    static func text(of number: Double) -> String {
        guard number.isFinite else { return "null" }
        guard number != 0 else { return "0" }
        let (digits, point) = shortestDigits(of: number.magnitude)
        let sign = number < 0 ? "-" : ""
        let zeros = { (count: Int) in String(repeating: "0", count: count) }
        switch point {
        case digits.count...21:
            return sign + digits + zeros(point - digits.count)
        case 1...21:
            return sign + digits.prefix(point) + "." + digits.dropFirst(point)
        case -5...0:
            return sign + "0." + zeros(-point) + digits
        default:
            let exponent = (point > 0 ? "+" : "-") + String((point - 1).magnitude)
            let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
            return sign + digits.prefix(1) + fraction + "e" + exponent
        }
    }

    /// The shortest digits that give the number back, and where its point stands among them.
    ///
    /// The number is 0.digits times ten to the power of the point.
    private static func shortestDigits(of number: Double) -> (digits: String, point: Int) {
        let parts = number.description.split(separator: "e")
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        let whole = mantissa[0]
        let all = whole + (mantissa.count > 1 ? mantissa[1] : "")
        let leading = all.prefix { $0 == "0" }.count
        var digits = String(all.dropFirst(leading))
        while digits.hasSuffix("0") { digits.removeLast() }
        return (digits, whole.count + exponent - leading)
    }
}
