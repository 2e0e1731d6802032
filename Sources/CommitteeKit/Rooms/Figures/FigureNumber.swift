// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A number with up to three digits after the point: a target, a percentage, a rate.
///
/// ```swift
/// FigureNumber("92.5")?.description   // 92.5
/// FigureNumber(part: 1, in: 3, per: 100).rounded(to: 1)   // 33.3
/// ```
public struct FigureNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The number in thousandths.
    public let thousandths: Int

    /// Creates a number.
    ///
    /// - Parameter thousandths: The number in thousandths.
    public init(thousandths: Int) { self.thousandths = thousandths }

    /// Creates a whole number.
    ///
    /// - Parameter whole: The number, of at most twelve digits; a larger one is brought to that.
    public init(_ whole: Int) {
        thousandths = min(max(whole, -999_999_999_999), 999_999_999_999) * 1000
    }

    /// Creates a percentage or a rate, rounded half up to a thousandth.
    ///
    /// - Parameters:
    ///   - part: The number above the line, from 0 to a thousand million.
    ///   - whole: The number below it, at least 1.
    ///   - rate: The number in which the part is counted: 100 for a percentage.
    public init(part: Int, in whole: Int, per rate: Int) {
        let (whole, scaled) = (max(whole, 1), part * rate)
        let (units, rest) = (scaled / whole, scaled % whole)
        thousandths = units * 1000 + (2000 * rest + whole) / (2 * whole)
    }

    /// Reads a number such as `92.5`, `1,200` or `95%`.
    ///
    /// - Parameter text: The words.
    public init?(_ text: String) {
        var words = Substring(text).trimmingSpace
        if words.hasSuffix("%") { words = String(words.dropLast()).trimmingSpace }
        let isNegative = words.hasPrefix("-")
        if isNegative { words.removeFirst() }
        let parts = words.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let digits = Self.digits(of: String(parts[0])),
            digits.utf8.count <= 12, let whole = Int(digits)
        else { return nil }
        var rest = 0
        if parts.count == 2 {
            guard (1...3).contains(parts[1].utf8.count),
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let digits = Int(parts[1])
            else { return nil }
            rest = digits * [100, 10, 1][parts[1].utf8.count - 1]
        }
        thousandths = (whole * 1000 + rest) * (isNegative ? -1 : 1)
    }

    /// Returns the digits of a whole number, whose thousands may be set apart: `2530`, `2,530` or `2 530`.
    ///
    /// - Parameter text: The words.
    /// - Returns: The digits; nil when it is none, or commas stand elsewhere, as in `12,34`.
    static func digits(of text: String) -> String? {
        let groups = text.split(omittingEmptySubsequences: false) {
            ", \u{A0}\u{202F}".contains($0)
        }
        let areDigits = groups.allSatisfy { group in
            !group.isEmpty && group.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard areDigits, groups.count == 1 || groups[0].count <= 3,
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    /// The number without digits that say nothing, such as `92.5` or `90`.
    public var description: String {
        let size = thousandths.magnitude
        var digits = "\(size % 1000)"
        digits = String(repeating: "0", count: 3 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return (thousandths < 0 ? "-" : "") + "\(size / 1000)"
            + (digits.isEmpty ? "" : ".\(digits)")
    }

    /// Returns the number rounded half up, with just so many digits after the point.
    ///
    /// - Parameter decimals: How many digits, 0 to 3.
    /// - Returns: The digits, with commas between thousands.
    public func rounded(to decimals: Int) -> String {
        let decimals = min(max(decimals, 0), 3)
        let unit = [1000, 100, 10, 1][decimals]
        let size = (Int(thousandths.magnitude) + unit / 2) / unit
        let scale = [1, 10, 100, 1000][decimals]
        let sign = thousandths < 0 && size > 0 ? "-" : ""
        guard decimals > 0 else { return sign + Self.grouped(size) }
        let rest = "\(size % scale)"
        let digits = String(repeating: "0", count: decimals - rest.count) + rest
        return "\(sign)\(Self.grouped(size / scale)).\(digits)"
    }

    /// Returns a whole number with commas between thousands, such as `2,530`.
    ///
    /// - Parameter number: The number.
    /// - Returns: The digits.
    public static func grouped(_ number: Int) -> String {
        let digits = Array("\(number.magnitude)")
        var words = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { words.append(",") }
            words.append(digit)
        }
        return words
    }

    /// Orders numbers by size.
    ///
    /// - Parameters:
    ///   - first: A number.
    ///   - second: Another number.
    /// - Returns: Whether the first is less.
    public static func < (first: FigureNumber, second: FigureNumber) -> Bool {
        first.thousandths < second.thousandths
    }

    static func - (first: FigureNumber, second: FigureNumber) -> FigureNumber {
        FigureNumber(thousandths: first.thousandths - second.thousandths)
    }
}

extension FieldForm where Value == FigureNumber? {
    /// A number with up to three digits after the point that may be absent.
    static var figureNumber: FieldForm {
        FieldForm(
            "a number such as 92.5",
            empty: nil,
            samples: [FigureNumber(thousandths: 92_500), FigureNumber(90)],
            write: { .string(optional: $0?.description) },
            read: {
                $0.isNull ? .some(nil) : $0.text.flatMap { FigureNumber($0) }.map { .some($0) }
            },
            request: .orNull(.figureNumber),
            schema: ["type": ["string", "integer", "null"]],
            cell: { Prose($0?.description ?? "") },
            reading: { cell in
                cell.isEmpty
                    ? .some(nil) : FigureNumber(cell.singleLine).map { .some($0) }
            },
            plain: { .string(optional: $0?.description) },
            columns: { name, summary in [.optionalText(name, summary) { $0?.description }] }
        )
    }
}

extension JSONFieldType where Value == FigureNumber {
    /// A number with up to three digits after the point, as text or as a whole number.
    static var figureNumber: Self {
        Self("a number such as \"92.5\"") { (node, place) throws(JSONError) in
            switch node.content {
            case .integer(let whole): return FigureNumber(whole)
            case .string(let text): if let number = FigureNumber(text) { return number }
            default: break
            }
            throw place.expected("a number such as \"92.5\"", found: node)
        }
    }
}

extension FieldForm {
    /// One word of a closed set that may be absent; cells have it with a capital letter.
    static func word<Word>(_ expected: String) -> FieldForm
    where
        Value == Word?, Word: RawRepresentable & CaseIterable & Hashable & Sendable,
        Word.RawValue == String
    {
        let words = Word.allCases.map(\.rawValue)
        return FieldForm(
            expected,
            empty: nil,
            samples: Word.allCases.prefix(2).map { .some($0) },
            write: { .string(optional: $0?.rawValue) },
            read: {
                $0.isNull ? .some(nil) : $0.text.flatMap { Word(rawValue: $0) }.map { .some($0) }
            },
            request: .orNull(.word()),
            schema: ["enum": .array(words.map(JSONValue.string) + [.null])],
            cell: { Prose($0?.rawValue ?? "") },
            reading: { cell in
                let key = cell.singleLine.comparisonKey
                if key.isEmpty { return .some(nil) }
                return Word.allCases.first { $0.rawValue.comparisonKey == key }.map { .some($0) }
            },
            plain: { .string(optional: $0?.rawValue) },
            columns: { name, summary in [.optionalText(name, summary) { $0?.rawValue }] }
        )
    }
}
