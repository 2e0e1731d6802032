// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Prose {
    /// Reads the markup that is found in published documents and in what this library writes.
    ///
    /// Understood are inline Markdown (`**bold**`, `*italics*`, `[words](address)`, `[^1]`,
    /// backslash escapes), a small set of HTML (`b strong i em u p br ol ul li sup a`, and
    /// character references), and bullets within running text, such as "•" or the bullets of
    /// symbol fonts. Whatever else looks like markup is kept as words; nothing is an error.
    ///
    /// Text that contains a line feed is read as a piece of a page: blank lines part paragraphs
    /// and `-`, `*`, `+` and `1.` begin list items. Text of one line is a cell: the dash or the
    /// number at its start is part of its words.
    ///
    /// The result is ``normalized``.
    ///
    /// - Parameter markup: The text as it stands in the document.
    /// - Complexity: O(*n*) in the length of the text.
    public init(markup: String) {
        // Most cells hold words alone.
        if markup.isWithoutMarkup {
            self = Prose(blocks: [.paragraph([.text(markup)])])
            return
        }
        var reader = MarkupReader(Array(markup.utf8))
        self = Prose(blocks: reader.read()).normalized
    }
}

extension String {
    /// Whether the text is one line of plain ASCII words in which no character has a meaning of its
    /// own, so that it is read as it stands.
    fileprivate var isWithoutMarkup: Bool {
        var previous = ASCII.space
        for byte in utf8 {
            switch byte {
            case ASCII.backslash, ASCII.star, ASCII.openBracket, ASCII.closeBracket, ASCII.less,
                ASCII.ampersand:
                return false
            case ASCII.space: if previous == ASCII.space { return false }
            case 0x21...0x7E: break
            default: return false
            }
            previous = byte
        }
        return previous != ASCII.space
    }
}
