// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit

/// Changes JSON as careless and hostile hands do: values in other places, of other kinds, and beyond all bounds.
struct HostileJSON {
    private(set) var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Values that have broken readers of JSON, days and numbers.
    private static let values: [JSONValue] = [
        .null, true, 0, -1, 1, 7, .integer(.max), .integer(.min), .integer(.max - 1),
        .integer(1 << 53),
        .integer(Int(Int32.max)), .integer(Int(Int32.min)), .number(0.5), .number(-0.0),
        .number(1e308), .number(.leastNonzeroMagnitude), "", "?", " ", "0", "-1", "1",
        "9223372036854775807",
        "0001-01-01", "9999-12-31", "9999-12-01", "2026-02-29", "2024-02-29", "0000-00-00",
        "-0001-01-01", "10000-01-01", "2026-13-01", "1 working day", "99999999999 months",
        "9223372036854775807 years", "24:00", "\u{0}", "\u{FEFF}", "\u{202E}x", "e\u{301}", "a#b#c",
        "#", "a/b", "committee/2026-05-12", "R1", "1.1", "glenmore-2026-2029", "main", "$text",
        [:], [], ["$text": "text"], ["$text": 1], [[[]]],
    ]

    /// Bytes that have broken readers of text.
    private static let words = [
        "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-", "1e999", "-1e999",
        "99999999999999999999", "-9223372036854775809", "0.1e-9999", "\\ud800", "\\udc00\\ud800",
        "\\u0000", "\u{FEFF}", "\u{0}", "// x\n", "\r", "\u{2028}", "{\"a\":", "[[[[[[[[",
    ]

    /// Returns a value in which a few places are changed.
    mutating func changed(_ value: JSONValue) -> JSONValue {
        var value = value
        for _ in 0...Int.random(in: 0...3, using: &random) {
            let count = Self.count(of: value)
            var place = Int.random(in: 0..<count, using: &random)
            var other = Int.random(in: 0..<count, using: &random)
            let donor = Self.value(at: &other, in: value) ?? .null
            value = replacing(&place, in: value, with: donor) ?? .null
        }
        return value
    }

    /// Returns bytes in which a few places are changed.
    mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0...3, using: &random) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where !bytes.isEmpty: bytes.remove(at: place)
            case 2:
                bytes.insert(
                    contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8),
                    at: place
                )
            case 3: bytes.removeLast(bytes.count - place)
            case 4: bytes.insert(contentsOf: Array(bytes[place...].prefix(4_000)), at: place)
            default: bytes.insert(UInt8.random(in: 32...126, using: &random), at: place)
            }
        }
        return bytes
    }

    /// A number below a bound.
    mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<max(1, bound), using: &random)
    }

    /// One of the values that have broken readers.
    mutating func value() -> JSONValue { Self.values.randomElement(using: &random) ?? .null }

    // MARK: Places

    private static func count(of value: JSONValue) -> Int {
        switch value {
        case .array(let elements): elements.reduce(1) { $0 + count(of: $1) }
        case .object(let members): members.reduce(1) { $0 + count(of: $1.value) }
        default: 1
        }
    }

    private static func value(at place: inout Int, in value: JSONValue) -> JSONValue? {
        if place == 0 { return value }
        place -= 1
        switch value {
        case .array(let elements):
            for element in elements {
                if let found = self.value(at: &place, in: element) { return found }
            }
        case .object(let members):
            for member in members {
                if let found = self.value(at: &place, in: member.value) { return found }
            }
        default: break
        }
        return nil
    }

    /// The value with another one in a place; nil to take it out.
    private mutating func replacing(_ place: inout Int, in value: JSONValue, with donor: JSONValue)
        -> JSONValue?
    {
        if place == 0 {
            place = -1
            return other(than: value, donor)
        }
        place -= 1
        switch value {
        case .array(let elements):
            var new: [JSONValue] = []
            for element in elements {
                guard place >= 0 else {
                    new.append(element)
                    continue
                }
                if let element = replacing(&place, in: element, with: donor) { new.append(element) }
            }
            return .array(new)
        case .object(let members):
            var new = JSONObject()
            for member in members {
                guard place >= 0 else {
                    new[member.key] = member.value
                    continue
                }
                new[member.key] = replacing(&place, in: member.value, with: donor)
            }
            return .object(new)
        default: return value
        }
    }

    private mutating func other(than value: JSONValue, _ donor: JSONValue) -> JSONValue? {
        switch (number(below: 10), value) {
        case (0, _): return nil
        case (1, _): return donor
        case (2, .array(let elements)):
            return .array(Array(repeating: elements, count: 2 + number(below: 40)).flatMap { $0 })
        case (3, .array(let elements)): return .array(elements.shuffled(using: &random))
        case (2, .object(let members)), (3, .object(let members)):
            var members = members
            let key = members.keys.randomElement(using: &random) ?? "text"
            members[key + (number(below: 2) == 0 ? "s" : " ")] = members[key] ?? donor
            return .object(members)
        case (2, .string(let text)): return .string(text + text)
        case (3, .string(let text)):
            return .string(String(repeating: text, count: 1 + 20_000 / max(1, text.count)))
        case (4, .integer(let number)): return .integer(number &* 1_000_003)
        case (4, .string(let text)): return .string(String(text.reversed()))
        case (5, _):
            return (0..<(1 + number(below: 600))).reduce(value) { value, _ in [value] }
        default: return self.value()
        }
    }
}
