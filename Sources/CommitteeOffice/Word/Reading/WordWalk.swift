// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit

/// A walk over the text of a Word document, which makes a page of it.
struct WordWalk {
    /// What a note says, as markup and in words.
    private struct Note {
        var html = ""
        var words = ""
    }

    var links: [String: String] = [:]
    var styles = WordStyleSheet()
    var numbers = WordListNumbers()
    private(set) var converted = ConvertedDocument(page: [], lines: [], places: [])
    private var notes: [String: Note] = [:]
    private var markedNotes: [(label: String, text: Note)] = []
    private var noteCount = 0
    private var paragraphs = 0
    private var tables = 0
    private var changes = 0
    private var firstChange = 0
    private var counts: [Part: (count: Int, first: Int)] = [:]
    /// What text boxes say, which comes after the paragraph at which they stand.
    private var boxes: [XMLElement] = []

    /// What a document may have beside the words that people see and mean.
    enum Part: CaseIterable {
        case hidden
        case struck
        case contents
        case comment
        case picture
    }

    /// The number of the line that comes next.
    private var nextLine: Int { converted.lines.count + 1 }

    // MARK: What is found

    mutating func note(_ kind: SourceFinding.Kind, line: Int = 0, _ message: String) {
        converted.findings.append(SourceFinding(line: line, kind: kind, message: message))
    }

    mutating func noteChange() {
        changes += 1
        if firstChange == 0 { firstChange = nextLine }
    }

    /// Keeps what the notes at the foot of pages say.
    mutating func take(notes part: XMLElement) {
        for note in part.elements where note.name == "w:footnote" {
            guard let id = note.attributes["w:id"], note.attributes["w:type"] == nil else {
                continue
            }
            var kept = Note()
            for paragraph in note.elements where paragraph.name == "w:p" {
                var inline = WordInline()
                inline.isInNote = true
                inline.add(paragraph, to: &self)
                kept.html += kept.html.isEmpty ? inline.html : "<br>" + inline.html
                kept.words += kept.words.isEmpty ? inline.words : " " + inline.words
            }
            notes[id] = kept
        }
    }

    /// Says what was counted, and writes the notes.
    mutating func finish() {
        for (label, text) in markedNotes where !text.words.isEmpty {
            paragraphs += 1
            add(
                "<p><sup>\(WordInline.escaped(label))</sup> \(text.html)</p>",
                words: "\(label) \(text.words)",
                place: "note \(label)"
            )
        }
        if changes > 0 {
            note(
                .trackedChanges,
                line: firstChange,
                "The document has \(changes) tracked change\(changes == 1 ? "" : "s"), and was read as if "
                    + "all had been accepted. If that is wrong, settle them in Word and import it again."
            )
        }
        for part in Part.allCases {
            if let (count, first) = counts[part] { note(part, count, line: first) }
        }
    }

    private mutating func note(_ part: Part, _ count: Int, line: Int) {
        let (s, were) = count == 1 ? ("", "was") : ("s", "were")
        switch part {
        case .hidden:
            note(
                .hiddenText,
                line: line,
                "\(count) piece\(s) of text \(were) hidden in Word, and \(were) read like the rest. Take out in "
                    + "Word what should not be read."
            )
        case .struck:
            note(
                .struckText,
                line: line,
                "\(count) piece\(s) of text \(were) struck through, and \(were) read like the rest. Take out in "
                    + "Word what no longer holds."
            )
        case .contents:
            note(
                .partLeftOut,
                line: line,
                "The document has a list of contents of \(count) line\(s), which \(were) not read."
            )
        case .comment:
            note(.partLeftOut, "The document has \(count) comment\(s), which \(were) not read.")
        case .picture:
            note(
                .partLeftOut,
                "The document has \(count) picture\(s), which \(were) not read. Words in a picture must be "
                    + "typed."
            )
        }
    }

    mutating func count(_ part: Part) {
        let line = nextLine
        counts[part, default: (0, line)].count += 1
    }

    mutating func wait(for box: XMLElement) { boxes.append(box) }

    /// The mark of a note in the text.
    mutating func mark(note id: String, label: String?) -> String {
        noteCount += 1
        let label = label ?? String(noteCount)
        markedNotes.append((label, notes[id] ?? Note()))
        return label
    }

    // MARK: Blocks

    mutating func read(_ container: XMLElement) {
        for element in container.elements {
            switch element.name {
            case "w:p":
                read(paragraph: element)
                readBoxes()
            case "w:tbl":
                read(table: element)
                readBoxes()
            case "w:sdt": if let content = element.first("w:sdtContent") { read(content) }
            case "w:ins", "w:moveTo":
                noteChange()
                read(element)
            case "w:del", "w:moveFrom": noteChange()
            case "w:customXml", "w:smartTag": read(element)
            case "mc:AlternateContent":
                if let choice = element.first("mc:Choice") ?? element.first("mc:Fallback") {
                    read(choice)
                }
            default: break
            }
        }
    }

    private mutating func readBoxes() {
        while !boxes.isEmpty {
            let box = boxes.removeFirst()
            note(
                .textOutsideCells,
                line: nextLine,
                "A text box stands here; its words were read after the paragraph that it belongs to."
            )
            read(box)
        }
    }

    private mutating func add(_ html: String, words: String, place: String) {
        converted.page.append(contentsOf: html.utf8)
        converted.page.append(0x0A)
        converted.lines.append(words.split(separator: "\n").joined(separator: " "))
        converted.places.append(place)
    }

    private mutating func read(paragraph: XMLElement) {
        let look = WordParagraphLook(paragraph, styles)
        var inline = WordInline()
        inline.look = look
        inline.add(paragraph, to: &self)
        let marker = look.list.flatMap { numbers.next(of: $0.id, depth: $0.level) }
        guard !inline.isEmpty else { return }
        guard !look.isContents else { return count(.contents) }
        // Our own line, which stands where a template's foot does not say the day.
        if look.style == "PageLine" { return }
        paragraphs += 1
        let place = "paragraph \(paragraphs)"
        if let level = look.heading {
            let number = marker.map { $0.text + " " } ?? ""
            // A number that Word counts is part of what people see of the heading.
            let text = number == "- " ? "" : number
            return add(
                "<h\(level)>\(WordInline.escaped(text))\(inline.html)</h\(level)>",
                words: text + inline.words,
                place: place
            )
        }
        if look.style == "Notice", let (word, rest) = inline.noticeParts {
            return add(
                "<p class=\"notice-kind\">\(word)</p><p>\(rest)</p>",
                words: inline.words,
                place: place
            )
        }
        guard let marker, let list = look.list else {
            return add("<p>\(inline.html)</p>", words: inline.words, place: place)
        }
        let sign = WordInline.escaped(marker.text)
        let span = sign.isEmpty ? "" : "<span style=\"mso-list:Ignore\">\(sign)</span>"
        add(
            "<p style=\"mso-list:l0 level\(min(max(list.level, 0), 8) + 1) lfo1\">\(span) \(inline.html)</p>",
            words: "\(marker.text) \(inline.words)",
            place: place
        )
    }

    // MARK: Tables

    private mutating func read(table: XMLElement) {
        tables += 1
        let (number, first) = (tables, nextLine)
        let grid = WordTableGrid(table)
        if grid.hasHidden {
            note(
                .hiddenRow,
                line: first,
                "Table \(number) has hidden rows, which were read like the others."
            )
        }
        for _ in 0..<grid.changes { noteChange() }
        for (index, row) in grid.rows.enumerated() {
            let (html, words) = html(of: row)
            var line = index == 0 ? "<table>" : ""
            line += html
            if index == grid.rows.count - 1 { line += "</table>" }
            add(line, words: words, place: "table \(number), row \(index + 1)")
        }
    }

    private mutating func html(
        of row: WordTableGrid.Row
    ) -> (html: String, words: String) {
        var html = "<tr>"
        var words: [String] = []
        if row.before > 0 { html += "<td colspan=\"\(row.before)\"></td>" }
        for cell in row.cells {
            let content = content(of: cell.element)
            // What a merged cell covers is empty, unless somebody left words in it.
            if cell.isCovered, content.html.isEmpty { continue }
            let isHead = row.isHead || content.isSection
            html += isHead ? "<th" : "<td"
            if cell.columns > 1 { html += " colspan=\"\(cell.columns)\"" }
            if cell.rows > 1 { html += " rowspan=\"\(cell.rows)\"" }
            if let colour = cell.colour { html += " style=\"background-color:#\(colour)\"" }
            html += ">\(content.html)</\(isHead ? "th" : "td")>"
            words.append(content.words)
        }
        return (html + "</tr>", words.joined(separator: "\t"))
    }

    /// What stands in a cell: paragraphs, lists, and tables within it.
    private mutating func content(
        of cell: XMLElement
    ) -> (html: String, words: String, isSection: Bool) {
        var builder = WordCellContent()
        fill(&builder, from: cell)
        return builder.finish()
    }

    private mutating func fill(_ builder: inout WordCellContent, from container: XMLElement) {
        for element in container.elements {
            switch element.name {
            case "w:p":
                let look = WordParagraphLook(element, styles)
                var inline = WordInline()
                inline.look = look
                inline.add(element, to: &self)
                let marker = look.list.flatMap { numbers.next(of: $0.id, depth: $0.level) }
                if inline.isEmpty, let number = marker?.number, container.isOneParagraph {
                    inline.take(number: number)
                }
                guard !inline.isEmpty else { continue }
                if look.style == "TableSection" { builder.isSection = true }
                let isNumber = inline.isNumber
                builder.add(inline, marker: isNumber ? nil : marker, depth: look.list?.level ?? 0)
                // Boxes in cells belong to the cell.
                while !boxes.isEmpty { fill(&builder, from: boxes.removeFirst()) }
            case "w:tbl":
                let grid = WordTableGrid(element)
                var html = "<table>"
                var words: [String] = []
                for row in grid.rows {
                    let inner = self.html(of: row)
                    html += inner.html
                    words.append(inner.words)
                }
                builder.add(block: html + "</table>", words: words.joined(separator: " "))
            case "w:sdt":
                if let content = element.first("w:sdtContent") { fill(&builder, from: content) }
            case "w:ins", "w:moveTo":
                noteChange()
                fill(&builder, from: element)
            case "w:del", "w:moveFrom": noteChange()
            case "w:customXml", "w:smartTag": fill(&builder, from: element)
            default: break
            }
        }
    }
}
extension XMLElement {
    /// Whether one paragraph and nothing else stands in a cell.
    fileprivate var isOneParagraph: Bool {
        elements.filter { $0.name != "w:tcPr" }.map(\.name) == ["w:p"]
    }
}
#endif
