// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The backgrounds that a page's own style sheet gives to elements and classes.
///
/// Read are rules whose last part is an element, classes, or both, such as `td`, `.red` or
/// `table.plan td.red`. Rules for some media alone, and those with other selectors, are left alone.
struct StyleSheet {
    private struct Rule {
        var element: String
        var classes: [String]
        var colour: String
    }

    /// The rules that name a class, by their first; and the colours of whole elements.
    private var classRules: [String: [Rule]] = [:]
    private var elements: [String: String] = [:]
    private var count = 0
    private static let most = 10_000
    /// How many rules may name one class first, so that a cell is soon looked up.
    private static let mostOfClass = 64

    var isEmpty: Bool { count == 0 }

    /// The colour of a whole element.
    func colour(ofElement name: String) -> String? { elements[name] }

    /// The colour that the last rule gives to an element with these classes.
    func colour(of name: String, classes: [String]) -> String? {
        guard !classRules.isEmpty else { return nil }
        var colour: String?
        for word in classes.prefix(40) {
            for rule in classRules[word] ?? []
            where (rule.element.isEmpty || rule.element == name)
                && rule.classes.allSatisfy(classes.contains)
            {
                colour = rule.colour
            }
        }
        return colour
    }

    /// Reads the text of a style element.
    ///
    /// - Parameters:
    ///   - bytes: The page.
    ///   - range: Where the text stands.
    ///   - background: The background that declarations set.
    /// - Complexity: O(*n*) in the length of the text.
    mutating func read(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        background: (Range<Int>) -> String?
    ) {
        var place = range.lowerBound
        var start = place
        while place < range.upperBound, count < Self.most {
            switch bytes[place] {
            case UInt8(ascii: "/") where bytes[place...].starts(with: "/*".utf8):
                // A comment before a selector is no part of it.
                let isBefore = SourceByte.trimmed(bytes[start..<place]).isEmpty
                place = Self.endOfComment(bytes, place, range.upperBound)
                if isBefore { start = place }
            case SourceByte.less where bytes[place...].starts(with: "<!--".utf8):
                place += 4
                start = place
            case SourceByte.semicolon:
                place += 1
                start = place
            case UInt8(ascii: "}"):
                place += 1
                start = place
            case UInt8(ascii: "{"):
                let end = Self.endOfBlock(bytes, place, range.upperBound)
                let selectors = SourceByte.trimmed(bytes[start..<place])
                if selectors.count <= 2_000, selectors.first != UInt8(ascii: "@"),
                    let colour = background(place + 1..<max(end - 1, place + 1))
                {
                    for selector in selectors.split(separator: UInt8(ascii: ",")) {
                        add(selector, colour)
                    }
                }
                place = end
                start = end
            default: place += 1
            }
        }
    }

    private mutating func add(_ selector: ArraySlice<UInt8>, _ colour: String) {
        let parts = selector.split(whereSeparator: SourceByte.isSpace)
        guard let last = parts.last, last.count <= 200,
            last.allSatisfy({
                SourceByte.isLetter($0) || SourceByte.isDigit($0) || $0 == SourceByte.dash
                    || $0 == SourceByte.underscore || $0 == UInt8(ascii: ".") || $0 >= 0x80
            })
        else { return }
        let words = last.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let element = SourceByte.text(words[0].map(SourceByte.lowered))
        let classes = words.dropFirst().map { SourceByte.text($0) }
        guard !classes.contains("") else { return }
        count += 1
        if let first = classes.first {
            // A rule takes the place of an earlier one for the same; the last one counts.
            var rules = classRules[first] ?? []
            rules.removeAll { $0.element == element && $0.classes == classes }
            guard rules.count < Self.mostOfClass else { return }
            rules.append(Rule(element: element, classes: classes, colour: colour))
            classRules[first] = rules
        } else if parts.count == 1 {
            elements[element] = colour
        }
    }

    private static func endOfComment(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var place = start + 2
        while place + 1 < end {
            if bytes[place] == SourceByte.star, bytes[place + 1] == UInt8(ascii: "/") {
                return place + 2
            }
            place += 1
        }
        return end
    }

    /// The place behind the bracket that closes a block, with the blocks in it.
    private static func endOfBlock(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var depth = 0
        var place = start
        while place < end {
            if bytes[place] == UInt8(ascii: "{") { depth += 1 }
            if bytes[place] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return place + 1 }
            }
            place += 1
        }
        return end
    }
}
