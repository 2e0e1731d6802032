// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension MarkupReader {
    mutating func readLineFeed() {
        paragraph.add([ASCII.space])
        position += 1
        beginLine()
    }

    /// Reads what the line at the position begins with: nothing, a list marker, or words.
    mutating func beginLine() {
        guard !outline.hasOpenTagList else { return }
        var indent = 0
        while position < bytes.count {
            switch bytes[position] {
            case ASCII.space: indent += 1
            case ASCII.tab: indent += 4
            case ASCII.carriageReturn: break
            case ASCII.lineFeed:
                endBlock()
                followsBlankLine = true
                indent = 0
                position += 1
                continue
            default:
                return beginWords(indent: indent)
            }
            position += 1
        }
    }

    private mutating func endBlock() {
        flush()
        outline.endBullets()
    }

    private mutating func beginWords(indent: Int) {
        let followsBlankLine = self.followsBlankLine
        self.followsBlankLine = false
        if let marker = marker() {
            beginItem(indent: indent, marker)
        } else if followsBlankLine {
            endLists(beyond: indent)
        }
    }

    private struct Marker {
        var number: Int?
        var length: Int
    }

    /// Recognises a list marker at the position.
    private func marker() -> Marker? {
        switch peek(0) {
        case ASCII.minus, ASCII.plus, ASCII.star:
            guard peek(1) == ASCII.space || peek(1) == ASCII.tab else { return nil }
            return Marker(number: nil, length: 2)
        case ASCII.zero...ASCII.nine:
            var length = 0
            var number = 0
            while length < 9, ASCII.isDigit(peek(length)) {
                number = number * 10 + Int(peek(length) - ASCII.zero)
                length += 1
            }
            guard peek(length) == ASCII.dot || peek(length) == ASCII.closeParenthesis,
                position + length + 1 < bytes.count, peek(length + 1) == ASCII.space
            else { return nil }
            return Marker(number: number, length: length + 2)
        default: return nil
        }
    }

    private mutating func beginItem(indent: Int, _ marker: Marker) {
        endBlock()
        let words = indent + marker.length
        while case .line(let start, _)? = outline.innermostSource, indent < start {
            outline.endList()
        }
        let ordered = marker.number != nil
        if case .line(_, let start)? = outline.innermostSource, indent < start {
            if outline.innermostIsOrdered == ordered,
                marker.number == nil || marker.number == outline.nextNumber
            {
                outline.beginItem()
                position += marker.length
                return
            }
            outline.endList()
        }
        // A number that does not count on from 1 belongs to the words.
        guard marker.number ?? 1 == 1 else { return }
        outline.beginList(ordered: ordered, source: .line(marker: indent, words: words))
        outline.beginItem()
        position += marker.length
    }

    /// Ends the lists whose words are indented further than a paragraph that begins here.
    private mutating func endLists(beyond indent: Int) {
        while case .line(_, let words)? = outline.innermostSource, indent < words {
            outline.endList()
        }
    }
}
