// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// Draws the days against a calendar, with the same days as a table below it.
    mutating func write(_ timeline: Document.Timeline, sink: inout some ByteSink) {
        output.append("<figure class=\"timeline\">\n")
        if let scale = TimelineScale(timeline) {
            let part = nextPart()
            let height = timeline.rows.count * TimelineScale.rowHeight + 50
            output.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            let name = "Drawing: " + timeline.title
            let label = regionLabel(name) ?? name
            writeEscaped(label)
            output.append("\">\n")
            beginDrawing(part, width: TimelineScale.width, height: height, title: timeline.title)
            output.append("From ")
            output.append(words: scale.first.formatted(Document.Timeline.datePattern))
            output.append(" to ")
            output.append(words: scale.last.formatted(Document.Timeline.datePattern))
            if let today = timeline.today {
                output.append(", as at ")
                output.append(words: today.formatted(Document.Timeline.datePattern))
            }
            output.append(". The table below has the same days.</desc>\n")
            writeTicks(scale, height: height)
            for (index, row) in timeline.rows.enumerated() {
                write(row, at: 40 + index * TimelineScale.rowHeight, scale)
                output.drain(into: &sink)
            }
            if let today = timeline.today {
                writeMark(today, at: scale.position(of: today), height: height)
            }
            output.append("</svg>\n</div>\n")
        }
        write(timeline.table(), sink: &sink)
        output.append("</figure>\n")
    }

    private mutating func writeTicks(_ scale: TimelineScale, height: Int) {
        for tick in scale.ticks {
            let x = scale.position(of: tick)
            writeLine(x, 24, x, height, "#b1b4b6")
            writeLabel(scale.label(of: tick), x: x + 4, y: 18)
        }
    }

    private mutating func writeMark(_ date: CivilDate, at x: Int, height: Int) {
        writeLine(x, 24, x, height, "#0b0c0c", isDashed: true)
        let fits = x < TimelineScale.width - 130
        output.append("<text x=\"")
        output.append(fits ? x + 5 : x - 5)
        output.append("\" y=\"")
        output.append(height - 2)
        output.append(fits ? "\" font-weight=\"700\">" : "\" text-anchor=\"end\">")
        output.append(words: date.formatted(Document.Timeline.datePattern))
        output.append("</text>\n")
    }

    private mutating func write(
        _ row: Document.Timeline.Row,
        at y: Int,
        _ scale: TimelineScale
    ) {
        let letter = row.status?.letter ?? ""
        writeLabel(
            TimelineScale.shortened(letter.isEmpty ? row.label : "\(row.label) (\(letter))"),
            x: 0,
            y: y + 5
        )
        if row.from != nil || row.until != nil {
            let start = row.from.map(scale.position) ?? TimelineScale.labelWidth
            let end = row.until.map(scale.position) ?? TimelineScale.width
            output.append("<rect x=\"")
            output.append(min(start, end))
            output.append("\" y=\"")
            output.append(y - 5)
            output.append("\" width=\"")
            output.append(max(abs(end - start), 3))
            output.append("\" height=\"10\" fill=\"#144e8c\"")
            // An end that is not known is drawn open.
            if row.from == nil || row.until == nil { output.append(" fill-opacity=\"0.6\"") }
            output.append("/>\n")
        }
        if let due = row.due {
            let x = scale.position(of: due)
            output.append("<path d=\"M")
            for (index, (dx, dy)) in [(0, -9), (9, 0), (0, 9), (-9, 0)].enumerated() {
                if index > 0 { output.append("L") }
                output.append(x + dx)
                output.append(ASCII.space)
                output.append(y + dy)
            }
            output.append("Z\" fill=\"#0b0c0c\" stroke=\"#ffffff\"/>\n")
        }
    }

    private mutating func writeLine(
        _ x1: Int,
        _ y1: Int,
        _ x2: Int,
        _ y2: Int,
        _ colour: StaticString,
        isDashed: Bool = false
    ) {
        output.append("<path d=\"M")
        output.append(x1)
        output.append(ASCII.space)
        output.append(y1)
        output.append("L")
        output.append(x2)
        output.append(ASCII.space)
        output.append(y2)
        output.append("\" stroke=\"")
        output.append(colour)
        output.append(isDashed ? "\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>\n" : "\"/>\n")
    }

    private mutating func writeLabel(_ words: String, x: Int, y: Int) {
        output.append("<text x=\"")
        output.append(x)
        output.append("\" y=\"")
        output.append(y)
        output.append("\">")
        writeEscaped(words)
        output.append("</text>\n")
    }
}

/// Where a day stands in the drawing of a timeline.
struct TimelineScale {
    static let width = 1000
    static let labelWidth = 300
    static let rowHeight = 30

    let first: CivilDate
    let last: CivilDate

    /// Creates the scale that shows every day of a timeline; nil when it has none.
    init?(_ timeline: Document.Timeline) {
        var days = timeline.rows.flatMap { [$0.from, $0.until, $0.due].compactMap { $0 } }
        guard !days.isEmpty else { return nil }
        if let today = timeline.today { days.append(today) }
        guard let first = days.min(), let last = days.max() else { return nil }
        self.first = first.firstOfMonth
        self.last = last.lastOfMonth
    }

    /// The place of a day, from left to right.
    func position(of date: CivilDate) -> Int {
        let span = max(last - first, 1)
        return Self.labelWidth + (date - first) * (Self.width - Self.labelWidth - 10) / span
    }

    /// The days that have a mark on the calendar: about a dozen beginnings of months or years.
    var ticks: [CivilDate] {
        let months = (last.year - first.year) * 12 + last.month - first.month + 1
        let step =
            [1, 2, 3, 6, 12, 24, 60, 120].first { months / $0 <= 8 } ?? (months / 96 + 1) * 12
        var ticks: [CivilDate] = []
        // Whole years and quarters are marked, whatever the first month.
        var month = (first.year * 12 + first.month - 1 + step - 1) / step * step
        while let tick = CivilDate(year: month / 12, month: month % 12 + 1, day: 1), tick <= last {
            ticks.append(tick)
            month += step
        }
        return ticks
    }

    func label(of tick: CivilDate) -> String {
        last - first > 366 * 6 ? tick.formatted("yyyy") : tick.formatted("MMM yyyy")
    }

    /// The words that have room beside the drawing.
    static func shortened(_ words: String) -> String {
        words.unicodeScalars.count <= 34 ? words : words.prefix(32) + "…"
    }
}
