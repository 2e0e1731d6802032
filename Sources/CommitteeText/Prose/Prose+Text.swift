// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Prose {
    /// The words alone, with a line for each paragraph and item.
    ///
    /// An item begins with "• " or its number. A nested list is indented by two spaces. Bold and italics are dropped, a link is its words,
    /// a footnote mark its label in square brackets.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public var plainText: String {
        if let text = onlyText { return text }
        var lines: [String] = []
        Self.appendLines(of: blocks, indent: "", to: &lines)
        return lines.joined(separator: "\n")
    }

    /// The words alone on one line, with "• " or the number before each item of a list.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public var singleLine: String {
        let plainText = plainText
        if plainText.isSingleSpaced { return plainText }
        var words = ""
        var pendingSpace = false
        for scalar in plainText.unicodeScalars {
            if ProseRun.isCollapsible(scalar) {
                pendingSpace = true
                continue
            }
            if pendingSpace, !words.isEmpty { words.unicodeScalars.append(" ") }
            pendingSpace = false
            words.unicodeScalars.append(scalar)
        }
        return words
    }

    private static func appendLines(
        of blocks: [Block],
        indent: String,
        to lines: inout [String]
    ) {
        for block in blocks {
            switch block {
            case .paragraph(let inlines):
                for line in plainLines(of: inlines) { lines.append(indent + line) }
            case .list(let ordered, let items):
                for (index, item) in items.enumerated() {
                    let marker = ordered ? "\(index + 1). " : "• "
                    let words = plainLines(of: item.inlines)
                    for (number, line) in words.enumerated() {
                        lines.append(indent + (number == 0 ? marker : "  ") + line)
                    }
                    appendLines(of: item.children, indent: indent + "  ", to: &lines)
                }
            }
        }
    }

    private static func plainLines(of inlines: [Inline]) -> [Substring] {
        plainText(of: inlines).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Returns the words of inline text, without markup.
    ///
    /// - Parameter inlines: The inline text.
    /// - Returns: The words, with a line feed for each line break.
    /// - Complexity: O(*n*) in the length of the text.
    public static func plainText(of inlines: [Inline]) -> String {
        var words = ""
        append(inlines, to: &words)
        return words
    }

    private static func append(_ inlines: [Inline], to words: inout String) {
        for inline in inlines {
            switch inline {
            case .text(let text): words += text
            case .strong(let children), .emphasis(let children), .superscript(let children),
                .link(let children, _):
                append(children, to: &words)
            case .lineBreak: words += "\n"
            case .footnoteReference(let label): words += "[\(label)]"
            }
        }
    }
}
