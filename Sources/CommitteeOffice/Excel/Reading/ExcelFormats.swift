// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit

/// How the cells of a workbook show their numbers.
struct ExcelFormats {
    /// What a number is.
    enum Kind: Hashable {
        case plain
        /// So many digits after the point.
        case fixed(Int)
        case percent(Int)
        case date
    }

    private var kinds: [Kind] = []

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
    }

    func kind(ofStyle style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .plain }

    /// The formats that every workbook has (ISO/IEC 29500-1, 18.8.30).
    private static func usual(_ id: Int) -> Kind {
        switch id {
        case 1, 3: .fixed(0)
        case 2, 4: .fixed(2)
        case 9: .percent(0)
        case 10: .percent(2)
        case 14...17, 22, 27...36, 50...58: .date
        default: .plain
        }
    }

    /// What a format is by its code: letters of days and years outside of quotes make it a day.
    private static func kind(_ code: String) -> Kind {
        var letters = ""
        var isQuoted = false
        var isBracketed = false
        var skips = false
        for character in code.lowercased() {
            if skips {
                skips = false
                continue
            }
            switch character {
            case "\\", "_", "*": skips = true
            case "\"": isQuoted.toggle()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case ";" where !isQuoted: return kind(plain: letters)
            default: if !isQuoted, !isBracketed { letters.append(character) }
            }
        }
        return kind(plain: letters)
    }

    private static func kind(plain code: String) -> Kind {
        if code.contains("y") || code.contains("d") { return .date }
        let digits = code.firstIndex(of: ".").map { point in
            code[code.index(after: point)...].prefix { $0 == "0" || $0 == "#" }.count
        }
        if code.contains("%") { return .percent(digits ?? 0) }
        guard code.contains("0") else { return .plain }
        return .fixed(digits ?? 0)
    }
}
#endif
