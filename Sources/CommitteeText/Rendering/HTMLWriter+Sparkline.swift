// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// Draws the numbers as a small line, with the line in words below it.
    mutating func write(_ line: Document.Sparkline) {
        let part = nextPart()
        output.append("<figure class=\"sparkline\">\n<figcaption>")
        writeEscaped(line.title)
        output.append("</figcaption>\n")
        let places = line.places(width: 600, height: 80, margin: 8)
        if !places.isEmpty {
            beginDrawing(part, width: 600, height: 80, title: line.title)
            writeEscaped(line.summary)
            output.append("</desc>\n")
            draw(places)
            output.append("</svg>\n")
        }
        output.append("<p>")
        writeEscaped(line.summary)
        output.append("</p>\n</figure>\n")
    }

    /// Draws each run without a gap as a line, and a dot for each number.
    private mutating func draw(_ places: [(x: Int, y: Int)?]) {
        var run: [(x: Int, y: Int)] = []
        for place in places + [nil] {
            if let place {
                run.append(place)
                continue
            }
            if run.count > 1 {
                output.append(
                    "<polyline fill=\"none\" stroke=\"#0b0c0c\" stroke-width=\"3\" points=\""
                )
                for (number, point) in run.enumerated() {
                    if number > 0 { output.append(ASCII.space) }
                    output.append(point.x)
                    output.append(ASCII.comma)
                    output.append(point.y)
                }
                output.append("\"/>\n")
            }
            run = []
        }
        for case let place? in places {
            output.append("<circle r=\"4\" fill=\"#0b0c0c\" cx=\"")
            output.append(place.x)
            output.append("\" cy=\"")
            output.append(place.y)
            output.append("\"/>\n")
        }
    }
}
