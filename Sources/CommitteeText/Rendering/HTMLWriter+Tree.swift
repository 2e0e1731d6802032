// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// Draws what stands below what, with a list that says the same below it.
    mutating func write(_ tree: Document.Tree, sink: inout some ByteSink) {
        let lines = tree.lines
        output.append("<figure class=\"timeline\">\n<figcaption>")
        writeEscaped(tree.title)
        output.append("</figcaption>\n")
        if !lines.isEmpty {
            let part = nextPart()
            let height = lines.count * TreeScale.rowHeight + 10
            output.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            let name = "Drawing: " + tree.title
            let label = regionLabel(name) ?? name
            writeEscaped(label)
            output.append("\">\n")
            beginDrawing(part, width: TreeScale.width, height: height, title: tree.title)
            output.append("What stands below what. The list below it says the same.</desc>\n")
            for (row, line) in lines.enumerated() {
                write(line, at: row)
                output.drain(into: &sink)
            }
            output.append("</svg>\n</div>\n")
        }
        writeBlocks(tree.list)
        output.append("</figure>\n")
    }

    private mutating func write(_ line: Document.Tree.Line, at row: Int) {
        let (x, y) = (TreeScale.left(of: line.depth), TreeScale.top(of: row))
        let middle = y + TreeScale.boxHeight / 2
        if let parent = line.parent {
            // Down from the box above, then across to this one.
            let start = TreeScale.top(of: parent) + TreeScale.boxHeight
            output.append("<path d=\"M")
            output.append(x - TreeScale.step + 12)
            output.append(ASCII.space)
            output.append(start)
            output.append("V")
            output.append(middle)
            output.append("H")
            output.append(x)
            output.append("\" fill=\"none\" stroke=\"#6f777b\" stroke-width=\"2\"/>\n")
        }
        output.append("<rect x=\"")
        output.append(x)
        output.append("\" y=\"")
        output.append(y)
        output.append("\" width=\"")
        output.append(TreeScale.width - x - 10)
        output.append("\" height=\"")
        output.append(TreeScale.boxHeight)
        output.append("\" fill=\"#eef1f4\" stroke=\"#144e8c\"/>\n<text x=\"")
        output.append(x + 10)
        output.append("\" y=\"")
        output.append(middle + 6)
        output.append("\">")
        writeEscaped(TreeScale.shortened(line.node.words, at: line.depth))
        output.append("</text>\n")
    }
}

/// Where the boxes of a tree stand in its drawing.
enum TreeScale {
    static let width = 1000
    static let rowHeight = 42
    static let boxHeight = 32
    static let step = 40

    static func left(of depth: Int) -> Int { 5 + depth * step }

    static func top(of row: Int) -> Int { 5 + row * rowHeight }

    /// The words that have room in a box.
    static func shortened(_ words: String, at depth: Int) -> String {
        let most = (width - left(of: depth) - 30) / 9
        return words.unicodeScalars.count <= most ? words : words.prefix(most - 2) + "…"
    }
}
