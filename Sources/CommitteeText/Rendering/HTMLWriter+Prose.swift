// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// Writes text so that no character of it is taken for markup.
    ///
    /// Control characters, which HTML does not allow, become the replacement character.
    mutating func writeEscaped(_ text: String) {
        output.append(text) { byte in
            switch byte {
            case ASCII.ampersand: "&amp;"
            case ASCII.less: "&lt;"
            case ASCII.greater: "&gt;"
            case ASCII.quote: "&quot;"
            case ASCII.apostrophe: "&#39;"
            case ASCII.tab, ASCII.lineFeed: nil
            case 0..<ASCII.space, 0x7F: "\u{FFFD}"
            default: nil
            }
        }
    }

    mutating func writeBlocks(_ prose: Prose) {
        for block in prose.blocks { write(block) }
    }

    /// Writes a single paragraph as inline text, and anything else as blocks.
    mutating func writeInCell(_ prose: Prose) {
        if let text = prose.onlyText { return writeEscaped(text) }
        let blocks = prose.blocks
        if blocks.count == 1, case .paragraph(let inlines) = blocks[0] {
            write(inlines)
        } else {
            writeBlocks(prose)
        }
    }

    mutating func write(_ block: Prose.Block) {
        switch block {
        case .paragraph(let inlines):
            output.append("<p>")
            write(inlines)
            output.append("</p>\n")
        case .list(let ordered, let items):
            guard !items.isEmpty else { return }
            output.append(ordered ? "<ol>\n" : "<ul>\n")
            for item in items {
                output.append("<li>")
                write(item.inlines)
                for child in item.children { write(child) }
                output.append("</li>\n")
            }
            output.append(ordered ? "</ol>\n" : "</ul>\n")
        }
    }

    mutating func write(_ inlines: [Prose.Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Prose.Inline) {
        switch inline {
        case .text(let text): writeEscaped(text)
        case .lineBreak: output.append("<br>")
        case .footnoteReference(let label): writeNoteMark(label)
        case .strong(let children):
            output.append("<strong>")
            write(children)
            output.append("</strong>")
        case .emphasis(let children):
            output.append("<em>")
            write(children)
            output.append("</em>")
        case .superscript(let children):
            output.append("<sup>")
            write(children)
            output.append("</sup>")
        case .link(let children, let destination):
            let destination = LinkDestination.encoded(destination)
            guard LinkDestination.isSafe(destination) else {
                write(children)
                guard !destination.isEmpty else { return }
                output.append(" (")
                writeEscaped(destination)
                return output.append(")")
            }
            output.append("<a href=\"")
            writeEscaped(destination)
            output.append("\">")
            // A link within a link is not allowed; the words are enough.
            if children.contains(where: \.holdsLink) {
                writeEscaped(Prose.plainText(of: children))
            } else {
                write(children)
            }
            output.append("</a>")
        }
    }

    /// Writes a status as letter, colour and word.
    mutating func write(_ status: StatusTag) {
        output.append("<strong class=\"tag tag-")
        output.append(words: status.colour?.rawValue ?? "none")
        output.append("\">")
        writeEscaped(status.text)
        output.append("</strong>")
    }
}

extension Prose.Inline {
    /// Whether a link or a footnote mark, which is one too, stands within.
    var holdsLink: Bool {
        switch self {
        case .link, .footnoteReference: true
        case .text, .lineBreak: false
        case .strong(let children), .emphasis(let children), .superscript(let children):
            children.contains(where: \.holdsLink)
        }
    }
}
