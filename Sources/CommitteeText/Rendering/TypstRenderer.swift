// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes documents as markup of Typst 0.14 or later, of which the program `typst` makes a PDF.
///
/// All words of the document are strings of the language with their marks escaped, so that none of
/// them is read as markup or runs. The markup reads no file and asks for no clock.
///
/// ```swift
/// let markup = document.render(with: TypstRenderer())
/// ```
///
/// The PDF has tags, headings in order, tables with headings that repeat, alternatives of drawings, a
/// title and a language, as PDF/UA-1 (ISO 14289-1) asks: `typst compile --pdf-standard ua-1`.
public struct TypstRenderer: DocumentRenderer {
    /// Creates a renderer.
    public init() {}

    /// The media type, which is not registered.
    public var mediaType: String { "text/x-typst; charset=utf-8" }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the document.
    public func render(_ document: Document, into sink: inout some ByteSink) {
        var writer = TypstWriter(document)
        writer.writeHead(document)
        if !document.beginsWithTitle {
            writer.write(Document.Heading(level: 1, text: document.title))
        }
        for block in document.blocks {
            writer.write(block)
            writer.output.drain(into: &sink)
        }
        for property in document.properties {
            writer.write(
                fact: Document.SummaryList.Row(property.name, Prose(property.value))
            )
        }
        writer.output.flush(into: &sink)
    }
}

/// The state of a document that is being written.
struct TypstWriter {
    var output = OutputBuffer()
    private let notes: [String: Prose]
    private let anchors: Set<String>
    private var markedNotes: Set<String> = []
    private var writtenAnchors: Set<String> = []
    private var headingLevel = 0
    let lineLength: Int

    init(_ document: Document) {
        var notes: [String: Prose] = [:]
        var anchors: Set<String> = []
        Self.collect(document.blocks, &notes, &anchors)
        self.notes = notes
        self.anchors = anchors
        lineLength = document.orientation == .landscape ? 160 : 105
    }

    private static func collect(
        _ blocks: [Document.Block],
        _ notes: inout [String: Prose],
        _ anchors: inout Set<String>
    ) {
        for block in blocks {
            switch block {
            case .heading(let heading):
                if let anchor = heading.anchor { anchors.insert(anchor) }
            case .footnotes(let all):
                for note in all where notes[note.label] == nil { notes[note.label] = note.content }
            case .section(let section): collect(section.blocks, &notes, &anchors)
            case .figure(let figure): collect(figure.blocks, &notes, &anchors)
            default: break
            }
        }
    }

    // MARK: The page

    mutating func writeHead(_ document: Document) {
        let tags = document.language.split(separator: "-").map(String.init)
        output.append("#set document(title: ")
        string(document.title)
        output.append(", date: none)\n#set text(lang: ")
        string((tags.first ?? "en").lowercased())
        if let region = tags.dropFirst().first(where: { $0.utf8.count == 2 }) {
            output.append(", region: ")
            string(region.lowercased())
        }
        let isLandscape = document.orientation == .landscape
        output.append(isLandscape ? ", size: 9.5pt" : ", size: 10.5pt")
        output.append(", font: (\"Arial\", \"Liberation Sans\", \"DejaVu Sans\", ")
        output.append("\"Libertinus Serif\"))\n#set page(paper: \"")
        output.append(words: document.page.size.rawValue)
        output.append("\", flipped: ")
        output.append(isLandscape ? "true" : "false")
        output.append(", margin: (x: 15mm, top: 20mm, bottom: 18mm), header: text(size: 9pt, ")
        string(document.page.header.isEmpty ? document.title : document.page.header)
        output.append("), footer: context text(size: 9pt, {\n  ")
        string(document.page.footer)
        if document.page.isNumbered {
            output.append("\n  h(1fr)\n  \"Page \" + counter(page).display() + \" of \" + ")
            output.append("str(counter(page).final().first())")
        }
        output.append("\n}))\n#set par(leading: 0.55em, spacing: 0.8em)\n")
        output.append("#set table(stroke: 0.5pt + rgb(\"#8a9199\"), inset: 4pt)\n")
        output.append("#show table: set text(size: 8pt)\n#show table: set par(spacing: 0.6em)\n")
        output.append("#show heading: set block(above: 1.4em, below: 0.8em, sticky: true)\n")
        output.append("#show link: underline\n")
    }

    // MARK: Blocks

    mutating func write(_ block: Document.Block) {
        switch block {
        case .heading(let heading): write(heading)
        case .paragraph(let inlines): write(Prose(inlines: inlines))
        case .prose(let prose): write(prose)
        case .list(let ordered, let items):
            write(Prose(blocks: [.list(ordered: ordered, items.map(\.asItem))]))
        case .table(let table): write(table)
        case .legend(let legend): write(legend.table())
        case .summaryList(let list): list.rows.forEach { write(fact: $0) }
        case .statusBar(let bar):
            caption(bar.title)
            draw(block)
            write(Prose(blocks: [.list(ordered: false, bar.lines.map { .init($0) })]))
        case .sparkline(let line):
            caption(line.title)
            draw(block)
            write(Prose(line.summary))
        case .timeline(let timeline):
            draw(block)
            write(timeline.table())
        case .heatMap(let map):
            draw(block)
            write(map.table())
            write(Prose(blocks: [.list(ordered: false, map.notes.map { .init($0) })]))
        case .tree(let tree):
            caption(tree.title)
            draw(block)
            write(tree.list)
        case .figure(let figure):
            caption(figure.caption)
            figure.blocks.forEach { write($0) }
        case .footnotes(let notes): write(notes)
        case .notice(let notice): write(notice)
        case .pageBreak: output.append("#pagebreak(weak: true)\n")
        case .section(let section): section.blocks.forEach { write($0) }
        }
    }

    mutating func write(_ heading: Document.Heading) {
        // A level is never skipped on the way down: PDF/UA does not allow it.
        headingLevel = min(heading.level, headingLevel + 1)
        output.append("#heading(level: ")
        output.append(headingLevel)
        output.append(", ")
        string(heading.text)
        output.append(")")
        if let anchor = heading.anchor, writtenAnchors.insert(anchor).inserted {
            output.append("#label(")
            string("ck-" + anchor)
            output.append(")")
        }
        output.lineFeed()
    }

    private mutating func caption(_ words: String) {
        output.append("#block(sticky: true, strong(")
        string(words)
        output.append("))\n")
    }

    mutating func write(fact row: Document.SummaryList.Row) {
        var item = row.value.asItem
        item.inlines = [.strong([.text(row.name + ":")]), .text(" ")] + item.inlines
        write(Prose(blocks: [.paragraph(item.inlines)] + item.children))
    }

    private mutating func write(_ notice: Document.Notice) {
        output.append("#block(width: 100%, inset: 8pt, stroke: 1.5pt + rgb(\"#144e8c\"), {\n")
        output.append("par(strong(")
        string(notice.kind.word)
        output.append("))\n")
        writeBlocks(notice.content.normalized.blocks)
        output.append("})\n")
    }

    /// Writes the notes to which no mark points; the others stand at the foot of their pages.
    private mutating func write(_ all: [Document.Footnote]) {
        for note in all where !markedNotes.contains(note.label) {
            var item = note.content.normalized.asItem
            item.inlines = [.superscript([.text(note.label)]), .text(" ")] + item.inlines
            write(Prose(blocks: [.paragraph(item.inlines)] + item.children))
        }
    }

    /// Writes a block as a picture with its words.
    private mutating func draw(_ block: Document.Block) {
        guard let drawing = block.drawing else { return }
        output.append("#image(bytes(")
        string(String(decoding: drawing.svg, as: UTF8.self))
        output.append("), format: \"svg\", width: 100%, alt: ")
        string("\(drawing.title). \(drawing.description)")
        output.append(")\n")
    }

    // MARK: Rich text

    private mutating func write(_ prose: Prose) {
        for block in prose.normalized.blocks {
            output.append("#")
            write(block)
            output.lineFeed()
        }
    }

    /// Writes rich text within code.
    mutating func writeBlocks(_ blocks: [Prose.Block]) {
        for block in blocks {
            write(block)
            output.lineFeed()
        }
    }

    private mutating func write(_ block: Prose.Block) {
        switch block {
        case .paragraph(let inlines):
            output.append("par(")
            content(inlines)
            output.append(")")
        case .list(let ordered, let items):
            output.append(ordered ? "enum(" : "list(")
            for item in items {
                output.append("{")
                content(item.inlines)
                output.lineFeed()
                writeBlocks(item.children)
                output.append("}, ")
            }
            output.append(")")
        }
    }

    /// Writes inline text as one value.
    mutating func content(_ inlines: [Prose.Inline]) {
        output.append("{")
        for inline in inlines {
            write(inline)
            output.append("; ")
        }
        output.append("}")
    }

    private mutating func write(_ inline: Prose.Inline) {
        switch inline {
        case .text(let text): string(text)
        case .strong(let children): call("strong(", children)
        case .emphasis(let children): call("emph(", children)
        case .superscript(let children): call("super(", children)
        case .lineBreak: output.append("linebreak()")
        case .footnoteReference(let label): writeMark(label)
        case .link(let children, let destination):
            // Normal prose has only links that may be followed. PDF has no folder of its own, so
            // what stands beside the document cannot be followed.
            if destination.hasPrefix("#") {
                let anchor = String(destination.dropFirst())
                guard anchors.contains(anchor) else { return content(children) }
                output.append("link(label(")
                string("ck-" + anchor)
                output.append("), ")
            } else {
                guard destination.contains(":") else { return content(children) }
                output.append("link(")
                string(destination)
                output.append(", ")
            }
            content(children)
            output.append(")")
        }
    }

    private mutating func call(_ function: StaticString, _ inlines: [Prose.Inline]) {
        output.append(function)
        content(inlines)
        output.append(")")
    }

    private mutating func writeMark(_ label: String) {
        guard let note = notes[label], markedNotes.insert(label).inserted else {
            output.append("super(")
            string(label)
            return output.append(")")
        }
        output.append("footnote(numbering: (..all) => ")
        string(label)
        output.append(", ")
        string(note.singleLine)
        output.append(")")
    }

    /// Writes words as a string of the language.
    mutating func string(_ text: String) {
        output.append("\"")
        output.append(text) { byte in
            switch byte {
            case ASCII.quote: "\\\""
            case ASCII.backslash: "\\\\"
            case ASCII.lineFeed: "\\n"
            case ASCII.tab: "\\t"
            case 0..<ASCII.space, 0x7F: "\u{FFFD}"
            default: nil
            }
        }
        output.append("\"")
    }
}
