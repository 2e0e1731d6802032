// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit
import CommitteeText

/// The state of a Word document that is being written.
struct WordWriter {
    var body = XMLText(declared: false)
    /// What the document refers to, in order; the place tells the identifier.
    var relations: [WordRelation] = []
    /// Each list that begins anew, and whether it is numbered; the place tells its number.
    var lists: [Bool] = []
    /// The notes, in the order of their marks.
    var notes: [(label: String, content: Prose)] = []
    /// The pictures: their PNG and their SVG.
    var pictures: [(png: [UInt8], svg: [UInt8])] = []
    /// What must not be overlooked on any page.
    var marking = ""
    let room: WordRoom
    let picturing: WordRenderer.Picturing?
    /// Whether the foot of the pages is the template's own.
    private let hasForeignFoot: Bool

    private let knownNotes: [String: Prose]
    private var markedNotes: Set<String> = []
    private var bookmarks: Set<String> = []
    private var headingLevel = 0
    private var drawingCount = 0

    init(_ document: Document, picturing: WordRenderer.Picturing?, template: WordTemplate?) {
        room = WordRoom(document)
        self.picturing = picturing
        hasForeignFoot = template?.hasFooter ?? false
        var known: [String: Prose] = [:]
        Self.collectNotes(in: document.blocks, into: &known)
        knownNotes = known
    }

    private static func collectNotes(
        in blocks: [Document.Block],
        into known: inout [String: Prose]
    ) {
        for block in blocks {
            switch block {
            case .footnotes(let notes):
                for note in notes where known[note.label] == nil {
                    known[note.label] = note.content
                }
            case .section(let section): collectNotes(in: section.blocks, into: &known)
            case .figure(let figure): collectNotes(in: figure.blocks, into: &known)
            default: break
            }
        }
    }

    mutating func write(_ document: Document) {
        if hasForeignFoot, !document.page.footer.isEmpty {
            write([.text(document.page.footer)], as: .pageLine)
        }
        if !document.beginsWithTitle { write(Document.Heading(level: 1, text: document.title)) }
        write(document.blocks)
        for property in document.properties {
            write([.strong([.text(property.name + ":")]), .text(" " + property.value)], as: .fact)
        }
    }

    mutating func write(_ blocks: [Document.Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Document.Block) {
        switch block {
        case .heading(let heading): write(heading)
        case .paragraph(let inlines): write(Prose(inlines: inlines), in: .body)
        case .prose(let prose): write(prose, in: .body)
        case .list(let ordered, let items):
            write(Prose(blocks: [.list(ordered: ordered, items.map(\.asItem))]), in: .body)
        case .table(let table): write(table)
        case .legend(let legend): write(legend.table())
        case .summaryList(let list): list.rows.forEach { write(fact: $0) }
        case .statusBar(let bar):
            write([.text(bar.title)], as: .caption)
            draw(block)
            write(Prose(blocks: [.list(ordered: false, bar.lines.map { .init($0) })]), in: .body)
        case .sparkline(let line):
            write([.text(line.title)], as: .caption)
            draw(block)
            write(Prose(line.summary), in: .body)
        case .timeline(let timeline):
            draw(block)
            write(timeline.table())
        case .heatMap(let map):
            draw(block)
            write(map.table())
            let notes = map.notes.map { Prose.Item($0) }
            write(Prose(blocks: [.list(ordered: false, notes)]), in: .body)
        case .tree(let tree):
            write([.text(tree.title)], as: .caption)
            draw(block)
            write(tree.list, in: .body)
        case .figure(let figure):
            write([.text(figure.caption)], as: .caption)
            write(figure.blocks)
        case .footnotes(let notes): write(notes)
        case .notice(let notice): write(notice)
        case .pageBreak: body.raw("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n")
        case .section(let section): write(section.blocks)
        @unknown default: break
        }
    }

    private mutating func write(_ heading: Document.Heading) {
        // A level is never skipped on the way down, so that the outline has no holes.
        headingLevel = min(heading.level, headingLevel + 1)
        openParagraph(.heading(headingLevel))
        let mark = heading.anchor.flatMap { openBookmark($0) }
        write(plain: heading.text, style: WordRunStyle())
        if let mark { closeBookmark(mark) }
        body.raw("</w:p>\n")
    }

    private mutating func write(fact row: Document.SummaryList.Row) {
        var item = row.value.asItem
        item.inlines = [.strong([.text(row.name + ":")]), .text(" ")] + item.inlines
        write(item.inlines, as: .fact)
        write(Prose(blocks: item.children), in: .body)
    }

    private mutating func write(_ notice: Document.Notice) {
        let words = notice.content.normalized.singleLine
        if notice.kind == .watermark || notice.kind == .draft {
            marking = marking.isEmpty ? "\(notice.kind.word): \(words)" : marking
        }
        var blocks = notice.content.normalized.blocks
        let word: [Prose.Inline] = [.strong([.text(notice.kind.word + ":")]), .text(" ")]
        if case .paragraph(let inlines)? = blocks.first {
            blocks[0] = .paragraph(word + inlines)
        } else {
            blocks.insert(.paragraph(word), at: 0)
        }
        write(Prose(blocks: blocks), in: .notice)
    }

    /// Writes the notes to which no mark points; the others stand at the foot of their pages.
    private mutating func write(_ notes: [Document.Footnote]) {
        for note in notes where !markedNotes.contains(note.label) {
            var item = note.content.normalized.asItem
            item.inlines = [.superscript([.text(note.label)]), .text(" ")] + item.inlines
            write(item.inlines, as: .note)
            write(Prose(blocks: item.children), in: .body)
        }
    }

    /// Writes the mark of a note, with the note itself at its first mark.
    mutating func writeMark(_ label: String) {
        guard let content = knownNotes[label], markedNotes.insert(label).inserted else {
            var style = WordRunStyle()
            style.isRaised = true
            return write(plain: label, style: style)
        }
        notes.append((label, content))
        body.raw("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>")
        body.raw("<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"")
        body.number(notes.count)
        body.raw("\"/><w:t>")
        body.words(label)
        body.raw("</w:t></w:r>")
    }

    // MARK: Places that links point to

    /// Opens a place that links can point to; nil where there is one of the name.
    mutating func openBookmark(_ anchor: String) -> Int? {
        let name = Self.bookmark(anchor)
        guard bookmarks.insert(name).inserted else { return nil }
        body.raw("<w:bookmarkStart w:id=\"")
        body.number(bookmarks.count)
        body.raw("\" w:name=\"")
        body.words(name)
        body.raw("\"/>")
        return bookmarks.count
    }

    mutating func closeBookmark(_ id: Int) {
        body.raw("<w:bookmarkEnd w:id=\"")
        body.number(id)
        body.raw("\"/>")
    }

    /// The name of a place as Word allows it: letters, digits and underscores, 40 at most.
    static func bookmark(_ anchor: String) -> String {
        let name = anchor.unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "_"
        }
        return "a_" + name.prefix(38).joined()
    }

    /// Notes what the document refers to, and returns its identifier.
    mutating func relate(_ relation: WordRelation) -> String {
        if let place = relations.firstIndex(of: relation) { return "ck\(place + 1)" }
        relations.append(relation)
        return "ck\(relations.count)"
    }

    mutating func nextDrawing() -> Int {
        drawingCount += 1
        return drawingCount
    }
}

/// Something outside of a part to which the part refers.
struct WordRelation: Hashable {
    /// The last word of the kind, such as `hyperlink`.
    var kind: String
    /// Where it is.
    var target: String
    /// Whether it is outside of the file.
    var isExternal = false
}

/// How much room a page has, in twentieths of a point.
struct WordRoom {
    let isLandscape: Bool
    let width: Int
    let height: Int
    /// The space between the edges and the text.
    let margin = 850
    /// The width between the margins.
    var text: Int { width - 2 * margin }
    /// About how many characters of a table stand in a line.
    var lineLength: Int { text / WordRoom.letter }
    /// About how wide a letter of a table is.
    static let letter = 84

    init(_ document: Document) {
        isLandscape = document.orientation == .landscape
        let size = document.page.size
        let (short, long) = (size.shortEdge * 14_400 / 254, size.longEdge * 14_400 / 254)
        (width, height) = isLandscape ? (long, short) : (short, long)
    }
}
#endif
