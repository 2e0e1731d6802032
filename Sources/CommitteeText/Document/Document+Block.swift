// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// A block of a document.
    ///
    /// Each has a ``kind``, the name by which plugins and the JSON format know it.
    @nonexhaustive
    public indirect enum Block: Hashable, Sendable {
        /// A heading.
        case heading(Heading)
        /// A paragraph of inline text.
        case paragraph([Prose.Inline])
        /// Paragraphs and lists of rich text.
        case prose(Prose)
        /// A list whose items are rich text.
        case list(ordered: Bool, items: [Prose])
        /// A table.
        case table(Table)
        /// The key to the statuses that a document shows.
        case legend(Legend)
        /// Facts, each with its name.
        case summaryList(SummaryList)
        /// How many actions have which status, drawn as one bar.
        case statusBar(StatusBar)
        /// How a number went from one period to the next, drawn as a small line.
        case sparkline(Sparkline)
        /// When things begin, end and are due, drawn against a calendar.
        case timeline(Timeline)
        /// How many risks stand at which likelihood and impact, drawn as a grid.
        case heatMap(HeatMap)
        /// What stands below what, drawn as a tree.
        case tree(Tree)
        /// Blocks that belong together under a caption.
        case figure(Figure)
        /// The notes that footnote marks point to.
        case footnotes([Footnote])
        /// A notice that must not be overlooked.
        case notice(Notice)
        /// The end of a printed page.
        case pageBreak
        /// Blocks that form a part of the document of their own.
        case section(Section)

        /// The stable name of the kind of block, in kebab case.
        public var kind: String {
            switch self {
            case .heading: "heading"
            case .paragraph: "paragraph"
            case .prose: "prose"
            case .list: "list"
            case .table: "table"
            case .legend: "legend"
            case .summaryList: "summary-list"
            case .statusBar: "status-bar"
            case .sparkline: "sparkline"
            case .timeline: "timeline"
            case .heatMap: "heat-map"
            case .tree: "tree"
            case .figure: "figure"
            case .footnotes: "footnotes"
            case .notice: "notice"
            case .pageBreak: "page-break"
            case .section: "section"
            }
        }

        /// The names of all kinds of block.
        public static let kinds = [
            "heading", "paragraph", "prose", "list", "table", "legend", "summary-list",
            "status-bar", "sparkline", "timeline", "heat-map", "tree", "figure", "footnotes",
            "notice",
            "page-break", "section",
        ]
    }
}

extension Document.Block {
    /// Makes a heading.
    ///
    /// - Parameters:
    ///   - level: The level, 1 to 6; others are brought into that range.
    ///   - text: The words.
    ///   - anchor: A name that links can point to.
    /// - Returns: The block.
    public static func heading(_ level: Int, _ text: String, anchor: String? = nil) -> Self {
        .heading(Document.Heading(level: level, text: text, anchor: anchor))
    }

    /// Makes a paragraph of plain text.
    ///
    /// - Parameter text: The words, none of which is read as markup.
    /// - Returns: The block.
    public static func paragraph(_ text: String) -> Self {
        .paragraph([.text(text)])
    }

    /// Makes a list of bullets.
    ///
    /// - Parameter items: The items.
    /// - Returns: The block.
    public static func bullets(_ items: [Prose]) -> Self {
        .list(ordered: false, items: items)
    }

    /// Makes a numbered list.
    ///
    /// - Parameter items: The items.
    /// - Returns: The block.
    public static func numbered(_ items: [Prose]) -> Self {
        .list(ordered: true, items: items)
    }

    /// Makes a list of facts with their names.
    ///
    /// - Parameter pairs: The names and facts, in order.
    /// - Returns: The block.
    public static func summary(_ pairs: [(String, Prose)]) -> Self {
        .summaryList(
            Document.SummaryList(pairs.map { Document.SummaryList.Row($0.0, $0.1) })
        )
    }

    /// Makes a notice of plain text.
    ///
    /// - Parameters:
    ///   - kind: How strong the notice is.
    ///   - text: The words.
    /// - Returns: The block.
    public static func notice(_ kind: Document.Notice.Kind, _ text: String) -> Self {
        .notice(Document.Notice(kind, Prose(text)))
    }

    /// Makes a part of the document.
    ///
    /// - Parameters:
    ///   - label: What the part is called, for people who move from part to part.
    ///   - blocks: The blocks of the part.
    /// - Returns: The block.
    public static func section(_ label: String, _ blocks: [Document.Block]) -> Self {
        .section(Document.Section(label: label, blocks: blocks))
    }
}
