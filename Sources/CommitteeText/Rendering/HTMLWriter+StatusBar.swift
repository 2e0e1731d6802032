// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension HTMLWriter {
    /// Draws the counts as one bar, with the same figures as a list below it.
    mutating func write(_ bar: Document.StatusBar) {
        let part = nextPart()
        let total = bar.total
        output.append("<figure class=\"status-bar\">\n<figcaption>")
        writeEscaped(bar.title)
        output.append("</figcaption>\n")
        if total > 0 {
            beginDrawing(part, width: Self.barWidth, height: 56, title: bar.title)
            writeEscaped(bar.lines.joined(separator: "; "))
            output.append(".</desc>\n")
            writeSegments(bar, total: total)
            output.append("</svg>\n")
        }
        output.append("<ul class=\"counts\">\n")
        for segment in bar.segments {
            output.append("<li>")
            output.append(segment.count)
            output.append(" of ")
            output.append(total)
            output.append(" ")
            write(segment.status)
            output.append("</li>\n")
        }
        output.append("</ul>\n</figure>\n")
    }

    private static let barWidth = 1000

    /// Begins a drawing up to the words of its description.
    mutating func beginDrawing(_ part: Int, width: Int, height: Int, title: String) {
        output.append("<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        output.append(width)
        output.append(ASCII.space)
        output.append(height)
        output.append("\" aria-labelledby=\"ck-title-")
        output.append(part)
        output.append(" ck-desc-")
        output.append(part)
        output.append("\">\n<title id=\"ck-title-")
        output.append(part)
        output.append("\">")
        writeEscaped(title)
        output.append("</title>\n<desc id=\"ck-desc-")
        output.append(part)
        output.append("\">")
    }

    /// Where a part of the whole ends on the bar.
    private static func place(_ part: Double, of total: Int) -> Int {
        min(Int(part / Double(total) * Double(barWidth) + 0.5), barWidth)
    }

    private mutating func writeSegments(_ bar: Document.StatusBar, total: Int) {
        var sum = 0.0
        for segment in bar.segments where segment.count > 0 {
            let start = Self.place(sum, of: total)
            sum += Double(segment.count)
            let end = Self.place(sum, of: total)
            let colour = segment.status.colour ?? .white
            output.append("<rect x=\"")
            output.append(start)
            output.append("\" y=\"2\" width=\"")
            output.append(max(end - start, 1))
            output.append("\" height=\"52\" fill=\"")
            output.append(words: colour.background.hexadecimal)
            output.append("\" stroke=\"#0b0c0c\" stroke-width=\"2\"/>\n")
            let label =
                segment.status.letter.isEmpty
                ? "\(segment.count)" : "\(segment.status.letter) \(segment.count)"
            // About 15 units a character; where it does not fit, the list below has it.
            guard end - start > label.unicodeScalars.count * 15 + 10 else { continue }
            output.append("<text x=\"")
            output.append((start + end) / 2)
            output.append("\" y=\"37\" text-anchor=\"middle\" font-size=\"26\" font-weight=\"700\"")
            output.append(" fill=\"")
            output.append(words: colour.foreground.hexadecimal)
            output.append("\">")
            writeEscaped(label)
            output.append("</text>\n")
        }
    }
}
