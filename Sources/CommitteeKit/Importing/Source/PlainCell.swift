// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Text that holds no markup, such as a cell of a sheet: each of its words stays as it stands.
///
/// Its lines are lines. Those that begin with "•", or with numbers that count on from 1, are the items
/// of a list, as ``Prose/plainText`` writes them: an item's further lines and lists are indented.
struct PlainCell {
    private struct Line {
        var indent: Int
        /// The number of an item; 0 for a bullet, nil for words alone.
        var number: Int?
        var words: Substring
    }

    private var lines: [Line] = []
    private var place = 0
    private var markup = ProseMarkdown(isCell: true)
    private static let deepest = 8

    /// The text as markup that is read as its words.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func markup(_ text: String) -> String {
        guard text.utf8.contains(SourceByte.newline) else { return escaped(text[...]) }
        var cell = PlainCell(text)
        cell.writeBlocks(from: 0, depth: 0)
        return String(decoding: cell.markup.output.bytes, as: UTF8.self)
    }

    private static func escaped(_ words: Substring) -> String {
        var markup = ProseMarkdown(isCell: true)
        markup.keepsBullets = true
        markup.writeEscaped(String(words))
        return String(decoding: markup.output.bytes, as: UTF8.self)
    }

    private init(_ text: String) {
        markup.keepsBullets = true
        var isBlank = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.drop { $0 == " " || $0 == "\t" }
            guard !words.isEmpty else {
                isBlank = true
                continue
            }
            // A blank line parts paragraphs.
            if isBlank, !lines.isEmpty { lines.append(Line(indent: 0, number: nil, words: "")) }
            isBlank = false
            let indent = line.utf8.count - words.utf8.count
            if words.hasPrefix("• ") {
                lines.append(Line(indent: indent, number: 0, words: words.dropFirst(2)))
                continue
            }
            let digits = words.prefix { $0.isASCII && $0.isNumber }
            let rest = words.dropFirst(digits.count)
            if rest.hasPrefix(". "), digits.count < 5, let number = Int(digits), number > 0 {
                lines.append(Line(indent: indent, number: number, words: words))
            } else {
                lines.append(Line(indent: indent, number: nil, words: words))
            }
        }
        numberItems()
    }

    /// Leaves numbers to the words where they do not count on from 1, in two lines at least.
    private mutating func numberItems() {
        var start = 0
        while start < lines.count {
            guard lines[start].number == 1 else {
                if lines[start].number ?? 0 > 0 { lines[start].number = nil }
                start += 1
                continue
            }
            let indent = lines[start].indent
            var places = [start]
            var next = start + 1
            while next < lines.count, lines[next].indent >= indent, !lines[next].words.isEmpty {
                if lines[next].indent == indent {
                    guard lines[next].number == places.count + 1 else { break }
                    places.append(next)
                }
                next += 1
            }
            for place in places {
                if places.count < 2 {
                    lines[place].number = nil
                } else if let space = lines[place].words.firstIndex(of: " ") {
                    lines[place].words = lines[place].words[space...].dropFirst()
                    lines[place].number = -1
                }
            }
            start += 1
        }
    }

    // MARK: Writing

    /// Writes the blocks of the lines that are indented so far at least.
    private mutating func writeBlocks(from indent: Int, depth: Int) {
        while place < lines.count, lines[place].indent >= indent || depth == 0 {
            if lines[place].words.isEmpty {
                guard depth == 0 else { return }
                place += 1
            } else if lines[place].number == nil {
                writeParagraph(from: indent, depth: depth)
            } else {
                writeList(depth: depth)
            }
        }
    }

    private mutating func writeParagraph(from indent: Int, depth: Int) {
        // A cell of one paragraph needs no tags.
        let isWhole = depth == 0 && lines.allSatisfy { $0.number == nil && !$0.words.isEmpty }
        if !isWhole { markup.output.append("<p>") }
        let first = place
        while place < lines.count, lines[place].number == nil, !lines[place].words.isEmpty,
            lines[place].indent >= indent || depth == 0
        {
            if place > first { markup.output.append("<br>") }
            markup.writeEscaped(String(lines[place].words))
            place += 1
        }
        if !isWhole { markup.output.append("</p>") }
    }

    private mutating func writeList(depth: Int) {
        let indent = lines[place].indent
        let isOrdered = lines[place].number != 0
        markup.output.append(isOrdered ? "<ol>" : "<ul>")
        while place < lines.count, lines[place].indent >= indent, let number = lines[place].number,
            (number != 0) == isOrdered
        {
            markup.output.append("<li>")
            markup.writeEscaped(String(lines[place].words))
            place += 1
            while place < lines.count, lines[place].number == nil, lines[place].indent > indent {
                markup.output.append("<br>")
                markup.writeEscaped(String(lines[place].words))
                place += 1
            }
            if depth < Self.deepest { writeBlocks(from: indent + 1, depth: depth + 1) }
            markup.output.append("</li>")
        }
        markup.output.append(isOrdered ? "</ol>" : "</ul>")
    }
}
