// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CivilDate: CustomStringConvertible, LosslessStringConvertible {
    /// The date as ISO 8601 writes it, such as "2026-07-31".
    public var description: String {
        let (year, month, day) = parts
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// Creates a date from the text that ``description`` gives, or returns nil.
    ///
    /// - Parameter description: The text, such as "2026-07-31".
    public init?(_ description: String) {
        self.init(iso: description)
    }

    /// Creates a date from strict ISO 8601 text, or returns nil.
    ///
    /// Exactly ten characters are accepted: four digits, a hyphen, two digits, a hyphen, two digits.
    /// Spaces, signs, other digits and days that do not exist are refused.
    ///
    /// - Parameter iso: The text, such as "2026-07-31".
    public init?(iso: some StringProtocol) {
        var digits = 0
        var position = 0
        for byte in iso.utf8 {
            switch (position, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (4, _), (7, _): return nil
            case (0..<10, UInt8(ascii: "0")...UInt8(ascii: "9")):
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            position += 1
        }
        guard position == 10 else { return nil }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// Returns the date written by a pattern, with English names.
    ///
    /// | letters | meaning | example |
    /// | --- | --- | --- |
    /// | `d`, `dd` | day | 5, 05 |
    /// | `M`, `MM` | month as a number | 7, 07 |
    /// | `MMM`, `MMMM` | month as a name | Jul, July |
    /// | `yy`, `yyyy` | year | 26, 2026 |
    /// | `EEE`, `EEEE` | weekday | Fri, Friday |
    ///
    /// Text between single quotes is written as it stands; two single quotes write one. Everything
    /// else, letters of no meaning included, is written as it stands too: check a pattern that a
    /// person wrote with ``problem(inPattern:)`` first. Takes time linear in the pattern.
    ///
    /// - Parameter pattern: The pattern, such as "EEEE d MMMM yyyy".
    /// - Returns: The text.
    public func formatted(_ pattern: String) -> String {
        let (year, month, day) = parts
        return Self.pieces(of: pattern).reduce(into: "") { text, piece in
            switch piece {
            case .text(let words): text += words
            case .field("d"): text += String(day)
            case .field("dd"): text += padded(day, to: 2)
            case .field("M"): text += String(month)
            case .field("MM"): text += padded(month, to: 2)
            case .field("MMM"): text += MonthName.all[month - 1].prefix(3)
            case .field("MMMM"): text += MonthName.all[month - 1]
            case .field("yy"): text += padded(year % 100, to: 2)
            case .field("yyyy"): text += padded(year, to: 4)
            case .field("EEE"): text += weekday.name.prefix(3)
            case .field("EEEE"): text += weekday.name
            case .field(let letters): text += letters
            }
        }
    }

    /// Returns what is wrong with a pattern for ``formatted(_:)``, or nil when nothing is.
    ///
    /// - Parameter pattern: The pattern that a person wrote.
    /// - Returns: A sentence that says what was found and what may be written instead.
    public static func problem(inPattern pattern: String) -> String? {
        for case .field(let letters) in pieces(of: pattern) where !fields.contains(letters) {
            return "\"\(letters)\" means nothing in a date pattern; write "
                + "\(fields.joined(separator: ", ")), or put text between single quotes."
        }
        return nil
    }

    private static let fields = [
        "d", "dd", "M", "MM", "MMM", "MMMM", "yy", "yyyy", "EEE", "EEEE",
    ]

    private enum Piece {
        case field(String)
        case text(String)
    }

    private static func pieces(of pattern: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = Substring(pattern)
        while let first = rest.first {
            if first == "'" {
                pieces.append(.text(quoted(&rest)))
            } else if first.isASCII, first.isLetter {
                let run = rest.prefix { $0 == first }
                pieces.append(.field(String(run)))
                rest = rest.dropFirst(run.count)
            } else {
                let run = rest.prefix { $0 != "'" && !($0.isASCII && $0.isLetter) }
                pieces.append(.text(String(run)))
                rest = rest.dropFirst(run.count)
            }
        }
        return pieces
    }

    /// Takes quoted text from the front of the rest; a missing closing quote ends with the pattern.
    private static func quoted(_ rest: inout Substring) -> String {
        rest = rest.dropFirst()
        guard rest.first != "'" else {
            rest = rest.dropFirst()
            return "'"
        }
        var text = ""
        while let next = rest.popFirst() {
            guard next == "'" else {
                text.append(next)
                continue
            }
            guard rest.first == "'" else { break }
            rest = rest.dropFirst()
            text.append("'")
        }
        return text
    }

    private func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// The English names of the months.
enum MonthName {
    static let all = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The number of each folded name and usual abbreviation, 1 to 12.
    static let numbers: [String: Int] = {
        var numbers = ["sept": 9]
        for (index, name) in all.enumerated() {
            numbers[name.lowercased()] = index + 1
            numbers[name.lowercased().prefix(3).description] = index + 1
        }
        return numbers
    }()
}
