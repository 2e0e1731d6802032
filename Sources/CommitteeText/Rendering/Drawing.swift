// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Document {
    /// A block as a drawing, for formats that show pictures beside the words.
    public struct Drawing: Hashable, Sendable {
        /// What the drawing shows.
        public var title: String
        /// The drawing in words, for those who do not see it.
        public var description: String
        /// How wide it is, in its own units.
        public var width: Int
        /// How high it is, in its own units.
        public var height: Int
        /// The drawing as SVG, a file of its own.
        public var svg: [UInt8]

        /// Creates a drawing.
        ///
        /// - Parameters:
        ///   - title: What the drawing shows.
        ///   - description: The drawing in words.
        ///   - width: How wide it is, in its own units.
        ///   - height: How high it is, in its own units.
        ///   - svg: The drawing as SVG.
        public init(title: String, description: String, width: Int, height: Int, svg: [UInt8]) {
            self.title = title
            self.description = description
            self.width = width
            self.height = height
            self.svg = svg
        }
    }
}

extension Document.Block {
    /// The block as a drawing; nil for a block that is none, or has nothing to draw.
    ///
    /// - Complexity: O(*n*) in the size of the block.
    public var drawing: Document.Drawing? {
        let (title, words): (String, String)
        switch self {
        case .statusBar(let bar):
            (title, words) = (bar.title, bar.lines.joined(separator: "; ") + ".")
        case .sparkline(let line): (title, words) = (line.title, line.summary)
        case .timeline(let timeline):
            (title, words) = (timeline.title, "The table has the same days.")
        case .heatMap(let map): (title, words) = (map.title, map.summary)
        case .tree(let tree): (title, words) = (tree.title, "The list says the same.")
        default: return nil
        }
        var page: [UInt8] = []
        var writer = HTMLWriter(Document(title: ""))
        writer.write([self], sink: &page)
        writer.output.flush(into: &page)
        guard let start = Self.place(of: "<svg ", in: page[...]),
            let end = Self.place(of: "</svg>", in: page[start...])
        else { return nil }
        let size = Self.size(in: page[start...])
        guard size.width > 0, size.height > 0 else { return nil }
        var svg = Array("<svg width=\"\(size.width)\" height=\"\(size.height)\" ".utf8)
        // What the page's style says, which a file of its own does not have.
        svg += Array("font-family=\"Arial, Liberation Sans, sans-serif\" ".utf8)
        svg += Array("font-size=\"16\" fill=\"#0b0c0c\" ".utf8)
        svg += page[(start + 5)..<(end + 6)]
        svg.append(ASCII.lineFeed)
        return Document.Drawing(
            title: title,
            description: words,
            width: size.width,
            height: size.height,
            svg: svg
        )
    }

    private static func place(of mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let mark = Array(mark.utf8)
        var rest = bytes
        while let place = rest.firstIndex(of: mark[0]) {
            rest = rest[place...]
            if rest.starts(with: mark) { return place }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// The width and the height that the drawing's view has.
    private static func size(in svg: ArraySlice<UInt8>) -> (width: Int, height: Int) {
        guard let start = place(of: "viewBox=\"0 0 ", in: svg) else { return (0, 0) }
        let words = svg[(start + 13)...].prefix { $0 != ASCII.quote }
        let numbers = words.split(separator: ASCII.space).map { part in
            part.reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
    }
}
