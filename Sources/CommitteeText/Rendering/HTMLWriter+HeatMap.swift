// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// Draws the map as a grid, with the same figures as a table below it.
    mutating func write(_ map: Document.HeatMap, sink: inout some ByteSink) {
        output.append("<figure class=\"heat-map\">\n")
        if !map.rows.isEmpty, !map.columns.isEmpty {
            let layout = HeatMapLayout(map)
            let part = nextPart()
            output.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            let name = "Drawing: " + map.title
            let label = regionLabel(name) ?? name
            writeEscaped(label)
            output.append("\">\n")
            beginDrawing(part, width: layout.width, height: layout.height, title: map.title)
            writeEscaped(map.summary)
            output.append(" The table below has the same figures.</desc>\n")
            writeAxes(map, layout)
            for row in map.rows.indices {
                for column in map.columns.indices {
                    write(map.cell(row: row, column: column), row, column, layout)
                }
                output.drain(into: &sink)
            }
            output.append("</svg>\n</div>\n")
        }
        write(map.table(), sink: &sink)
        if !map.notes.isEmpty {
            output.append("<ul>\n")
            for note in map.notes {
                output.append("<li>")
                writeEscaped(note)
                output.append("</li>\n")
            }
            output.append("</ul>\n")
        }
        output.append("</figure>\n")
    }

    private mutating func writeAxes(_ map: Document.HeatMap, _ layout: HeatMapLayout) {
        writeWords(map.rowTitle, x: 0, y: 18, anchor: "start", isStrong: true)
        writeWords(
            map.columnTitle,
            x: HeatMapLayout.left + (layout.width - HeatMapLayout.left) / 2,
            y: layout.height - 6,
            anchor: "middle",
            isStrong: true
        )
        for (row, name) in map.rows.enumerated() {
            writeWords(
                HeatMapLayout.shortened(name, to: 20),
                x: HeatMapLayout.left - 10,
                y: layout.top(row) + HeatMapLayout.cellHeight / 2 + 6,
                anchor: "end"
            )
        }
        for (column, name) in map.columns.enumerated() {
            writeWords(
                HeatMapLayout.shortened(name, to: layout.cellWidth / 9),
                x: layout.left(column) + layout.cellWidth / 2,
                y: layout.height - 30,
                anchor: "middle"
            )
        }
    }

    private mutating func write(
        _ cell: Document.HeatMap.Cell,
        _ row: Int,
        _ column: Int,
        _ layout: HeatMapLayout
    ) {
        let colour = cell.band?.colour ?? .white
        let x = layout.left(column)
        let y = layout.top(row)
        output.append("<rect x=\"")
        output.append(x)
        output.append("\" y=\"")
        output.append(y)
        output.append("\" width=\"")
        output.append(layout.cellWidth)
        output.append("\" height=\"")
        output.append(HeatMapLayout.cellHeight)
        output.append("\" fill=\"")
        output.append(words: colour.background.hexadecimal)
        output.append("\" stroke=\"#0b0c0c\" stroke-width=\"2\"/>\n")
        let fill = colour.foreground.hexadecimal
        let word = [cell.score, cell.band?.letter ?? "", cell.band?.word ?? ""]
        writeWords(
            HeatMapLayout.shortened(
                word.filter { !$0.isEmpty }.joined(separator: " "),
                to: layout.cellWidth / 9 - 1
            ),
            x: x + 8,
            y: y + 20,
            anchor: "start",
            fill: fill
        )
        guard cell.count > 0 else { return }
        writeWords(
            String(cell.count),
            x: x + layout.cellWidth / 2,
            y: y + 56,
            anchor: "middle",
            isStrong: true,
            size: 30,
            fill: fill
        )
    }

    private mutating func writeWords(
        _ words: String,
        x: Int,
        y: Int,
        anchor: StaticString,
        isStrong: Bool = false,
        size: Int = 16,
        fill: String = "#0b0c0c"
    ) {
        guard !words.isEmpty else { return }
        output.append("<text x=\"")
        output.append(x)
        output.append("\" y=\"")
        output.append(y)
        output.append("\" text-anchor=\"")
        output.append(anchor)
        output.append("\" font-size=\"")
        output.append(size)
        if isStrong { output.append("\" font-weight=\"700") }
        output.append("\" fill=\"")
        output.append(words: fill)
        output.append("\">")
        writeEscaped(words)
        output.append("</text>\n")
    }
}

/// Where things stand on the drawing of a heat map.
private struct HeatMapLayout {
    /// Where the first column begins; the names of the rows stand left of it.
    static let left = 200
    static let cellHeight = 72
    let width = 1000
    let height: Int
    let cellWidth: Int

    init(_ map: Document.HeatMap) {
        cellWidth = max((width - Self.left) / map.columns.count, 1)
        height = 28 + map.rows.count * Self.cellHeight + 56
    }

    func left(_ column: Int) -> Int { Self.left + column * cellWidth }

    func top(_ row: Int) -> Int { 28 + row * Self.cellHeight }

    /// Words that fit into about so many characters.
    static func shortened(_ words: String, to count: Int) -> String {
        guard words.count > count, count > 1 else { return words }
        return String(words.prefix(count - 1)) + "…"
    }
}
