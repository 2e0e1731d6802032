// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The rich text of a table's cell or of the text around a table.
///
/// Prose is paragraphs and lists of inline text. It says what was written (bold, a link, a nested
/// bullet) and nothing about how it looks in one format.
///
/// ```swift
/// let cell = Prose(markup: "Pilot **two** schools.<br>Then report.")
/// cell.plainText      // "Pilot two schools.\nThen report."
/// cell.markdownCell   // "Pilot **two** schools.<br>Then report."
/// ```
///
/// Text may carry a date of its own, such as "(@ October 2023)"; it stays in the text.
public struct Prose: Hashable, Sendable {
    // Nearly all prose is one text, which then needs no lists around it.
    private var storage: Storage

    private enum Storage: Hashable, Sendable {
        /// One paragraph of one text.
        case text(String)
        /// Anything else.
        case blocks([Block])

        init(_ blocks: [Block]) {
            if blocks.count == 1, case .paragraph(let inlines) = blocks[0], inlines.count == 1,
                case .text(let text) = inlines[0]
            {
                self = .text(text)
            } else {
                self = .blocks(blocks)
            }
        }
    }

    /// The paragraphs and lists, in reading order.
    public var blocks: [Block] {
        get {
            switch storage {
            case .text(let text): [.paragraph([.text(text)])]
            case .blocks(let blocks): blocks
            }
        }
        set { storage = Storage(newValue) }
    }

    /// Creates prose from blocks.
    ///
    /// - Parameter blocks: The paragraphs and lists, in reading order.
    public init(blocks: [Block] = []) {
        storage = Storage(blocks)
    }

    /// Creates prose of one paragraph of plain text; no character of it is read as markup.
    ///
    /// - Parameter plain: The words. An empty text gives empty prose.
    public init(_ plain: String) {
        storage = plain.isEmpty ? .blocks([]) : .text(plain)
    }

    /// Creates prose of one paragraph.
    ///
    /// - Parameter inlines: The inline text of the paragraph.
    public init(inlines: [Inline]) {
        storage = Storage(inlines.isEmpty ? [] : [.paragraph(inlines)])
    }

    /// The text, when the prose is one paragraph of plain text and nothing else.
    var onlyText: String? {
        if case .text(let text) = storage { text } else { nil }
    }

    /// Whether there are no blocks, not even such as hold white space alone.
    var hasNoBlocks: Bool {
        if case .blocks(let blocks) = storage { blocks.isEmpty } else { false }
    }
}

extension Prose {
    /// A paragraph or a list.
    public indirect enum Block: Hashable, Sendable {
        /// A paragraph of inline text.
        case paragraph([Inline])
        /// A list of items, numbered from 1 when it is ordered.
        case list(ordered: Bool, [Item])
    }

    /// An item of a list, with what is nested below it.
    public struct Item: Hashable, Sendable {
        /// The item's own words.
        public var inlines: [Inline]
        /// Further paragraphs of the item and lists nested in it.
        public var children: [Block]

        /// Creates an item.
        ///
        /// - Parameters:
        ///   - inlines: The item's own words.
        ///   - children: Further paragraphs and nested lists.
        public init(_ inlines: [Inline], children: [Block] = []) {
            self.inlines = inlines
            self.children = children
        }

        /// Creates an item of plain text.
        ///
        /// - Parameters:
        ///   - plain: The item's own words.
        ///   - children: Further paragraphs and nested lists.
        public init(_ plain: String, children: [Block] = []) {
            self.init(plain.isEmpty ? [] : [.text(plain)], children: children)
        }
    }

    /// A piece of text within a paragraph.
    public indirect enum Inline: Hashable, Sendable {
        /// Words.
        case text(String)
        /// Words that are printed bold.
        case strong([Inline])
        /// Words that are printed in italics.
        case emphasis([Inline])
        /// Words that lead somewhere. Renderers follow only destinations that are safe; see
        /// ``LinkDestination``.
        case link(text: [Inline], destination: String)
        /// A new line within the paragraph.
        case lineBreak
        /// A mark that points to a footnote by its label.
        case footnoteReference(String)
        /// Words that are raised, such as the "rd" of "3rd".
        case superscript([Inline])
    }
}

extension Prose: ExpressibleByStringLiteral {
    /// Creates prose of one paragraph of plain text.
    ///
    /// - Parameter value: The words, none of which is read as markup.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension Prose {
    /// Whether the prose has no words, marks or line breaks at all.
    ///
    /// - Complexity: O(*n*) in the number of blocks that hold nothing but white space.
    public var isEmpty: Bool {
        if hasNoBlocks { return true }
        // Nearly all prose begins with a letter, which settles it.
        if let byte = onlyText?.utf8.first, byte > ASCII.space, byte < 0x7F { return false }
        return normalized.hasNoBlocks
    }

    /// Returns this prose followed by other prose.
    ///
    /// - Parameter other: What comes after this prose, from a paragraph of its own.
    /// - Returns: The blocks of both.
    public func appending(_ other: Prose) -> Prose {
        if hasNoBlocks { return other }
        return other.hasNoBlocks ? self : Prose(blocks: blocks + other.blocks)
    }
}
