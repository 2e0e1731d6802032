// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
/// What the styles of a Word document say of headings and lists.
struct WordStyleSheet {
    private struct Style {
        var name: String
        var basedOn: String?
        var outline: Int?
        var list: (id: String?, level: Int)?
    }

    private var styles: [String: Style] = [:]

    init() {}

    init(_ root: XMLElement) {
        for element in root.elements where element.name == "w:style" {
            guard let id = element.attributes["w:styleId"] else { continue }
            let look = element.first("w:pPr")
            var style = Style(
                name: element.first("w:name")?.value?.lowercased() ?? "",
                basedOn: element.first("w:basedOn")?.value
            )
            style.outline = look?.first("w:outlineLvl")?.value.flatMap { Int($0) }
            if let numbering = look?.first("w:numPr") {
                style.list = (
                    numbering.first("w:numId")?.value,
                    numbering.first("w:ilvl")?.value.flatMap { Int($0) } ?? 0
                )
            }
            styles[id] = style
        }
    }

    /// The level of a heading, 1 to 6, of a style; nil when it is none.
    func headingLevel(of id: String) -> Int? {
        for style in chain(id) {
            if style.name == "title" { return 1 }
            if style.name.hasPrefix("heading "), let level = Int(style.name.dropFirst(8)) {
                return min(max(level, 1), 6)
            }
            if let outline = style.outline { return outline < 6 ? max(outline, 0) + 1 : nil }
        }
        // Files that other programs write may name a style of Word without having it.
        guard styles[id] == nil, id.hasPrefix("Heading"), let level = Int(id.dropFirst(7)) else {
            return nil
        }
        return min(max(level, 1), 6)
    }

    /// Whether a style is that of a line of a list of contents.
    func isContents(_ id: String) -> Bool {
        let names = chain(id).map(\.name)
        return (names.isEmpty ? [id.lowercased()] : names).contains { name in
            guard name.hasPrefix("toc") else { return false }
            let rest = name.dropFirst(3)
            return rest == " heading" || rest == "heading"
                || Int(rest.hasPrefix(" ") ? rest.dropFirst() : rest) != nil
        }
    }

    /// The list to which a style makes its paragraphs belong.
    func list(of id: String) -> (id: String?, level: Int)? {
        chain(id).lazy.compactMap(\.list).first
    }

    /// A style and those on which it is based.
    private func chain(_ id: String) -> [Style] {
        var chain: [Style] = []
        var next: String? = id
        while let id = next, let style = styles[id], chain.count < 20 {
            chain.append(style)
            next = style.basedOn
        }
        return chain
    }
}

extension XMLElement {
    /// The value that elements of Word carry as `w:val`.
    var value: String? { attributes["w:val"] }

    /// Whether an element that switches something on is there and does so.
    func isOn(_ name: String) -> Bool {
        guard let element = first(name) else { return false }
        return !["0", "false", "off", "none"].contains(element.value ?? "1")
    }
}

/// The numbers that items of lists have, as Word counts them.
struct WordListNumbers {
    private struct Level {
        var format = "decimal"
        var text = ""
        var start = 1
    }

    /// What stands before an item.
    enum Marker {
        /// A bullet.
        case bullet
        /// The number of an item of a list that counts 1, 2, 3.
        case plainNumber(Int)
        /// Another marker, as it is printed.
        case words(String)

        /// The marker, when it is a number.
        var number: String? {
            switch self {
            case .bullet: nil
            case .plainNumber(let number): "\(number)"
            case .words(let words): words.contains { $0.isLetter || $0.isNumber } ? words : nil
            }
        }

        /// The marker as text.
        var text: String {
            switch self {
            case .bullet: "-"
            case .plainNumber(let number): "\(number)."
            case .words(let words): words
            }
        }
    }

    private var levels: [String: [Int: Level]] = [:]
    private var abstract: [String: String] = [:]
    private var restarts: [String: [Int: Int]] = [:]
    private var counts: [String: [Int: Int]] = [:]
    private var begun: Set<String> = []

    init() {}

    init(_ root: XMLElement) {
        for element in root.elements {
            switch element.name {
            case "w:abstractNum":
                guard let id = element.attributes["w:abstractNumId"] else { continue }
                for level in element.elements where level.name == "w:lvl" {
                    guard let depth = level.attributes["w:ilvl"].flatMap({ Int($0) }) else {
                        continue
                    }
                    levels[id, default: [:]][depth] = Level(
                        format: level.first("w:numFmt")?.value ?? "decimal",
                        text: level.first("w:lvlText")?.value ?? "",
                        start: level.first("w:start")?.value.flatMap { Int($0) } ?? 1
                    )
                }
            case "w:num":
                guard let id = element.attributes["w:numId"] else { continue }
                abstract[id] = element.first("w:abstractNumId")?.value
                for change in element.elements where change.name == "w:lvlOverride" {
                    guard let depth = change.attributes["w:ilvl"].flatMap({ Int($0) }),
                        let start = change.first("w:startOverride")?.value.flatMap({ Int($0) })
                    else { continue }
                    restarts[id, default: [:]][depth] = start
                }
            default: break
            }
        }
    }

    /// The marker of the next item of a list; nil for the list of no number, by which items end lists.
    mutating func next(of list: String, depth: Int) -> Marker? {
        guard list != "0" else { return nil }
        let depth = min(max(depth, 0), 8)
        let key = abstract[list] ?? list
        guard let level = levels[key]?[depth] else { return .bullet }
        if level.format == "bullet" { return .bullet }
        if level.format == "none" { return .words("") }
        if begun.insert("\(list) \(depth)").inserted, let start = restarts[list]?[depth] {
            counts[key, default: [:]][depth] = start
        } else {
            let earlier = counts[key]?[depth]
            counts[key, default: [:]][depth] = earlier.map { $0 &+ 1 } ?? level.start
        }
        for below in (depth + 1)..<9 where depth < 8 { counts[key]?[below] = nil }
        let number = counts[key]?[depth] ?? level.start
        if level.format == "decimal", level.text == "%\(depth + 1)." { return .plainNumber(number) }
        var words = level.text
        for part in 0...depth {
            let format = levels[key]?[part]?.format ?? "decimal"
            let number = counts[key]?[part] ?? levels[key]?[part]?.start ?? 1
            words = Self.replacing("%\(part + 1)", with: Self.written(number, format), in: words)
        }
        return .words(words)
    }

    private static func replacing(_ mark: String, with words: String, in text: String) -> String {
        text.split(separator: mark, omittingEmptySubsequences: false).joined(separator: words)
    }

    /// A number as a format writes it.
    private static func written(_ number: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter": letters(number)
        case "upperLetter": letters(number).uppercased()
        case "lowerRoman": roman(number)
        case "upperRoman": roman(number).uppercased()
        case "decimalZero": number < 10 ? "0\(number)" : String(number)
        default: String(number)
        }
    }

    /// a to z, then aa to zz, as Word goes on.
    private static func letters(_ number: Int) -> String {
        guard (1...780).contains(number) else { return String(number) }
        let letter = UInt8(ascii: "a") + UInt8((number - 1) % 26)
        return String(repeating: Character(Unicode.Scalar(letter)), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3_999).contains(number) else { return String(number) }
        let parts = [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
            (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ]
        var rest = number
        var words = ""
        for (value, letters) in parts {
            while rest >= value {
                words += letters
                rest -= value
            }
        }
        return words
    }
}
#endif
