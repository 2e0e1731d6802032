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
        var reader = MarkupReader(Array(markup.utf8))
        self = Prose(blocks: reader.read()).normalized
    }
}
