// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit

/// How the cells of a workbook show their numbers.
struct ExcelFormats {
    /// What a number is.
    enum Kind: Hashable {
        case plain
        /// So many digits after the point, and at least so many before it, between words.
        case fixed(Int, least: Int, before: String, after: String)
        case percent(Int)
        case date
        /// A month of a year, without a day.
        case month
        /// A time of day.
        case time

        static func fixed(_ digits: Int) -> Self { .fixed(digits, least: 1, before: "", after: "") }
    }

    private var kinds: [Kind] = []
    /// The colours of the cells of each style, six digits; nil where there is none.
    private var colours: [String?] = []

    init() {}

    init(_ styles: XMLElement) {
        var own: [Int: String] = [:]
        for format in styles.first("x:numFmts")?.elements ?? [] {
            guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
            own[id] = format.attributes["formatCode"]
        }
        kinds = (styles.first("x:cellXfs")?.elements ?? []).map { look in
            let id = look.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            return own[id].map { Self.kind($0) } ?? Self.usual(id)
        }
        let fills = (styles.first("x:fills")?.elements ?? []).map(Self.colour)
        colours = (styles.first("x:cellXfs")?.elements ?? []).map { look in
            let id = look.attributes["fillId"].flatMap { Int($0) } ?? 0
            return fills.indices.contains(id) ? fills[id] : nil
        }
    }

    /// The colour of the cells of a style, six digits; nil where there is none.
    func colour(ofStyle style: Int) -> String? {
        colours.indices.contains(style) ? colours[style] : nil
    }

    /// The colour of a fill.
    ///
    /// Those of the workbook's theme, which stand elsewhere, are not read.
    private static func colour(_ fill: XMLElement) -> String? {
        guard let pattern = fill.first("x:patternFill"),
            pattern.attributes["patternType"] == "solid",
            let colour = pattern.first("x:fgColor")
        else { return nil }
        if let digits = colour.attributes["rgb"], digits.count == 8, digits.allSatisfy(\.isHexDigit)
        {
            return digits.suffix(6).lowercased()
        }
        guard let place = colour.attributes["indexed"].flatMap({ Int($0) }) else { return nil }
        return indexed[place]
    }

    /// The colours of old palettes that people use for statuses (ISO/IEC 29500-1, 18.8.27).
    private static let indexed: [Int: String] = [
        2: "ff0000", 3: "00ff00", 5: "ffff00", 10: "ff0000", 11: "00ff00", 13: "ffff00",
        17: "008000",
        50: "99cc00", 51: "ffcc00", 52: "ff9900", 53: "ff6600", 57: "339966",
    ]

    func kind(ofStyle style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .plain }

    /// The formats that every workbook has (ISO/IEC 29500-1, 18.8.30).
    private static func usual(_ id: Int) -> Kind {
        switch id {
        case 1, 3: .fixed(0)
        case 2, 4: .fixed(2)
        case 9: .percent(0)
        case 10: .percent(2)
        case 17: .month
        case 18...21, 45...47: .time
        case 14...16, 22, 27...36, 50...58: .date
        default: .plain
        }
    }

    /// What a format is by the first of its codes: letters of days and years outside of quotes make it a
    /// day, and what stands in quotes, or is a sign of money, is shown beside a number.
    private static func kind(_ code: String) -> Kind {
        var letters = ""
        var words = (before: "", after: "")
        var bracket = ""
        var isQuoted = false
        var isBracketed = false
        var skipped: Character?
        func say(_ character: Character) {
            if letters.contains(where: { "0#?".contains($0) }) {
                words.after.append(character)
            } else {
                words.before.append(character)
            }
        }
        scan: for character in code {
            if let mark = skipped {
                skipped = nil
                // A backslash shows the next sign; the others only make room for it.
                if mark == "\\" { say(character) }
                continue
            }
            switch character {
            case "\\", "_", "*": skipped = character
            case "\"": isQuoted.toggle()
            case _ where isQuoted: say(character)
            case "[":
                isBracketed = true
                bracket = ""
            case "]" where isBracketed:
                isBracketed = false
                // Money: the sign stands before the language.
                if bracket.hasPrefix("$") { bracket.dropFirst().prefix { $0 != "-" }.forEach(say) }
                if ["h", "hh", "m", "mm"].contains(bracket.lowercased()) { letters += bracket }
            case _ where isBracketed: bracket.append(character)
            case ";": break scan
            case "£", "$", "€", "+", " ": say(character)
            default: letters.append(character)
            }
        }
        return kind(plain: letters.lowercased(), words)
    }

    private static func kind(plain code: String, _ words: (before: String, after: String)) -> Kind {
        if code.contains("general") { return .plain }
        if code.contains("y") || code.contains("d") { return code.contains("d") ? .date : .month }
        if code.contains("h") || code.contains("s") { return .time }
        let digits = code.firstIndex(of: ".").map { point in
            code[code.index(after: point)...].prefix { $0 == "0" || $0 == "#" }.count
        }
        if code.contains("%") { return .percent(digits ?? 0) }
        guard code.contains("0") else { return .plain }
        let whole = code.prefix { $0 != "." }.count { $0 == "0" }
        return .fixed(digits ?? 0, least: whole, before: words.before, after: words.after)
    }
}
#endif
