// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// How a document stands on pages, for formats that have pages; the others ignore it.
    public struct Page: Hashable, Sendable {
        /// Which way round a page is.
        public enum Orientation: String, CaseIterable, Hashable, Sendable {
            /// The short edge is at the top.
            case portrait
            /// The long edge is at the top.
            case landscape
        }

        /// How large the paper is (ISO 216).
        public enum Size: String, CaseIterable, Hashable, Sendable {
            /// 210 by 297 millimetres.
            case a4
            /// 297 by 420 millimetres.
            case a3

            /// The short edge in millimetres.
            public var shortEdge: Int { self == .a4 ? 210 : 297 }
            /// The long edge in millimetres.
            public var longEdge: Int { self == .a4 ? 297 : 420 }
        }

        /// Which way round the pages are; nil leaves it to the tables.
        public var orientation: Orientation?
        /// How large the paper is.
        public var size: Size
        /// The words at the head of each page, such as the committee and the title.
        public var header: String
        /// The words at the foot of each page, such as the date and for whom the document is.
        public var footer: String
        /// Whether the foot of each page has its number and how many pages there are.
        public var isNumbered: Bool

        /// Creates a page.
        ///
        /// - Parameters:
        ///   - orientation: Which way round the pages are; nil leaves it to the tables.
        ///   - size: How large the paper is.
        ///   - header: The words at the head of each page.
        ///   - footer: The words at the foot of each page.
        ///   - isNumbered: Whether the foot of each page has its number.
        public init(
            orientation: Orientation? = nil,
            size: Size = .a4,
            header: String = "",
            footer: String = "",
            isNumbered: Bool = true
        ) {
            self.orientation = orientation
            self.size = size
            self.header = header
            self.footer = footer
            self.isNumbered = isNumbered
        }

        /// Whether there are words at the head or the foot of each page.
        var isNamed: Bool { !header.isEmpty || !footer.isEmpty }
    }

    /// Which way round the pages are: as the page says, else landscape where a table has five columns
    /// or more, or a drawing needs the room.
    ///
    /// - Complexity: O(*n*) in the number of blocks.
    public var orientation: Page.Orientation {
        page.orientation ?? (Self.needWidth(blocks) ? .landscape : .portrait)
    }

    private static func needWidth(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            switch block {
            case .table(let table): table.columns.count >= 5
            case .timeline: true
            case .heatMap(let map): map.columns.count >= 4
            case .section(let section): needWidth(section.blocks)
            case .figure(let figure): needWidth(figure.blocks)
            default: false
            }
        }
    }
}
