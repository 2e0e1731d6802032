// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit

extension SourceDocument {
    /// The words, numbers and marks of the blocks in their order, markers of lists included.
    var tokens: [String] { tokens(withMarkers: true) }

    /// The words of the blocks, with or without the markers of lists, which web pages do not write.
    func tokens(withMarkers: Bool) -> [String] {
        var tokens: [String] = []
        for block in blocks {
            if let table = block.table {
                for cell in table.rows.flatMap(\.cells) { tokens += SourceTokens.of(cell.text) }
            } else if case .listItem(let marker, _, let text, _, _) = block {
                if withMarkers { tokens += SourceTokens.of(marker) }
                tokens += SourceTokens.of(text)
            } else {
                tokens += SourceTokens.of(block.text)
            }
        }
        return tokens
    }
}

/// What counts as a word in tests: a run of letters and digits, or another mark that can be seen.
enum SourceTokens {
    /// The tokens of a block's markup: its tags are no words, and its references are.
    static func of(_ markup: String) -> [String] {
        var plain = ""
        var rest = markup[...]
        while let next = rest.first {
            if next == "\\", rest.count > 1 {
                plain.append(rest[rest.index(after: rest.startIndex)])
                rest = rest.dropFirst(2)
            } else if next == "<", let tag = tag(at: rest) {
                if tag.isBlock { plain.append(" ") }
                rest = rest.dropFirst(tag.count)
            } else if next == "&", let end = rest.prefix(40).firstIndex(of: ";"),
                rest[..<end].dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || $0 == "#" })
            {
                plain += HTMLReferences.decode(Array(rest[...end].utf8)[...], in: .markdown)
                rest = rest[rest.index(after: end)...]
            } else {
                plain.append(next)
                rest = rest.dropFirst()
            }
        }
        return plainTokens(of: plain)
    }

    private static let blocks: Set<String> = ["p", "ul", "ol", "li", "br"]
    private static let inline: Set<String> = ["a", "b", "strong", "i", "em", "u", "sup"]

    private static func tag(at text: Substring) -> (count: Int, isBlock: Bool)? {
        guard let end = text.firstIndex(of: ">") else { return nil }
        let inner = text[..<end].dropFirst()
        let name = String((inner.first == "/" ? inner.dropFirst() : inner).prefix { $0 != " " })
        guard blocks.contains(name) || inline.contains(name) else { return nil }
        return (text[...end].count, blocks.contains(name))
    }

    /// The tokens of plain text.
    static func plainTokens(of text: String) -> [String] {
        var tokens: [String] = []
        var word = String.UnicodeScalarView()
        func close() {
            if !word.isEmpty { tokens.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            switch category {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                .otherLetter,
                .decimalNumber, .letterNumber, .otherNumber:
                word.append(scalar)
            case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator,
                .unassigned, .privateUse:
                // What cannot be seen does not divide a word, and space does.
                if category != .format { close() }
            default:
                close()
                if scalar != "_" { tokens.append(String(scalar)) }
            }
        }
        close()
        return tokens
    }
}
