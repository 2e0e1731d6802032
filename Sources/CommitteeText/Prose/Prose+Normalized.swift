// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Prose {
    /// The same prose in its one canonical form.
    ///
    /// Two ways of writing the same thing become equal:
    /// - white space is single spaces, none at the ends of a paragraph or beside a line break, and
    ///   none at the inner edge of bold, italics, raised text or a link;
    /// - control characters are U+FFFD, so that nothing hides in a text;
    /// - adjacent texts of one style are one text; links are outermost, then bold, italics, raised;
    /// - a link that may not be followed is its words with the destination in brackets;
    /// - empty paragraphs, items and lists are gone, as are line breaks at the ends of a paragraph;
    /// - adjacent lists of one kind are one list, and an item without words of its own takes those
    ///   of its first child.
    ///
    /// - Complexity: O(*n*) in the size of the text.
    public var normalized: Prose {
        if onlyText?.isSingleSpaced == true { return self }
        return Prose(blocks: Self.normalized(blocks))
    }

    static func normalized(_ blocks: [Block]) -> [Block] {
        var result: [Block] = []
        for block in blocks {
            switch block {
            case .paragraph(let inlines):
                let inlines = normalized(inlines)
                if !inlines.isEmpty { result.append(.paragraph(inlines)) }
            case .list(let ordered, let items):
                let items = items.flatMap(normalized)
                guard !items.isEmpty else { continue }
                if case .list(ordered, let earlier)? = result.last {
                    result[result.count - 1] = .list(ordered: ordered, earlier + items)
                } else {
                    result.append(.list(ordered: ordered, items))
                }
            }
        }
        return result
    }

    /// Normalises an item; one without words of its own may become several items or none.
    private static func normalized(_ item: Item) -> [Item] {
        let inlines = normalized(item.inlines)
        let children = normalized(item.children)
        guard inlines.isEmpty else { return [Item(inlines, children: children)] }
        switch children.first {
        case nil: return []
        case .paragraph(let words):
            return [Item(words, children: Array(children.dropFirst()))]
        case .list(_, var items):
            let last = items.count - 1
            let rest = children.dropFirst()
            items[last] = Item(
                items[last].inlines,
                children: normalized(items[last].children + rest)
            )
            return items
        }
    }

    static func normalized(_ inlines: [Inline]) -> [Inline] {
        ProseRun.inlines(of: ProseRun.normalized(ProseRun.runs(of: inlines)))
    }
}

extension ProseRun {
    /// Collapses white space and joins neighbours of one style.
    static func normalized(_ runs: [ProseRun]) -> [ProseRun] {
        var result: [ProseRun] = []
        var builder = RunBuilder()
        for run in runs { builder.append(run) }
        result = builder.finish()
        return result
    }

    /// Collects runs, holding white space and line breaks back until what follows is known.
    private struct RunBuilder {
        private var runs: [ProseRun] = []
        private var text = ""
        private var textStyle = Style()
        private var pendingSpace = false
        private var pendingBreaks = 0

        mutating func append(_ run: ProseRun) {
            switch run.content {
            case .lineBreak:
                pendingBreaks += 1
                pendingSpace = false
            case .footnoteReference(let label):
                guard let label = ProseRun.footnoteLabel(label) else { return }
                settle(before: run.style)
                endText()
                runs.append(ProseRun(content: .footnoteReference(label), style: run.style))
            case .text(let words):
                append(words, style: run.style)
            }
        }

        private mutating func append(_ words: String, style: Style) {
            if words.hasOnlySingleSpaces { return appendPlain(words, style: style) }
            for scalar in words.unicodeScalars {
                if ProseRun.isCollapsible(scalar) {
                    pendingSpace = true
                    continue
                }
                if pendingSpace || pendingBreaks > 0 || style != textStyle || text.isEmpty {
                    settle(before: style)
                    if style != textStyle {
                        endText()
                        textStyle = style
                    }
                }
                text.unicodeScalars.append(ProseRun.visible(scalar))
            }
        }

        /// Adds words that need no change but for a space at either end.
        private mutating func appendPlain(_ words: String, style: Style) {
            // Cut by scalars: a space and an accent after it are one character.
            var rest = Substring(words).unicodeScalars
            if rest.first == " " {
                rest = rest.dropFirst()
                pendingSpace = true
            }
            let endsInSpace = rest.last == " "
            if endsInSpace { rest = rest.dropLast() }
            if !rest.isEmpty {
                settle(before: style)
                if style != textStyle {
                    endText()
                    textStyle = style
                }
                text += Substring(rest)
            }
            if endsInSpace { pendingSpace = true }
        }

        /// Writes the white space and line breaks that stand before something in a style.
        private mutating func settle(before style: Style) {
            defer {
                pendingSpace = false
                pendingBreaks = 0
            }
            guard pendingSpace || pendingBreaks > 0 else { return }
            let previous = text.isEmpty ? runs.last?.style : textStyle
            guard let previous else { return }
            let shared = previous.shared(with: style)
            if pendingBreaks > 0 {
                endText()
                for _ in 0..<pendingBreaks {
                    runs.append(ProseRun(content: .lineBreak, style: shared))
                }
            } else {
                if shared != textStyle || text.isEmpty {
                    endText()
                    textStyle = shared
                }
                text.unicodeScalars.append(" ")
            }
        }

        private mutating func endText() {
            guard !text.isEmpty else { return }
            runs.append(ProseRun(content: .text(text), style: textStyle))
            text = ""
        }

        mutating func finish() -> [ProseRun] {
            endText()
            return runs
        }
    }

    /// Whether a character is white space that collapses; a non-breaking space does not.
    static func isCollapsible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// A character, or the sign for one that cannot be shown.
    static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
        default: scalar
        }
    }

    /// A label made of letters, digits, hyphens and underscores only; nil when nothing is left.
    static func footnoteLabel(_ label: String) -> String? {
        guard !label.isEmpty else { return nil }
        let bytes = label.utf8.map { byte in
            ASCII.isAlphanumeric(byte) || byte == ASCII.underscore ? byte : ASCII.minus
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// Whether the text has single spaces alone for white space, and no control characters.
    ///
    /// Bytes that begin a character of which some are white space or control characters count as
    /// if they were one; such text is looked at character by character.
    fileprivate var hasOnlySingleSpaces: Bool {
        var previous: UInt8 = 0
        for byte in utf8 {
            if byte < 0x20 || byte == 0x7F || byte == 0xC2 { return false }
            if byte == ASCII.space, previous == ASCII.space { return false }
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            if byte == 0xA8 || byte == 0xA9, previous == 0x80 { return false }
            previous = byte
        }
        return true
    }

    /// Whether the text is one line of words with a space between them, which nothing is to be done
    /// to.
    var isSingleSpaced: Bool {
        guard let first = utf8.first, first != ASCII.space, utf8.last != ASCII.space else {
            return false
        }
        return hasOnlySingleSpaces
    }
}
