// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Writes documents as one accessible page of HTML.
///
/// The page needs no script and loads nothing: its style is in it, and a content security policy
/// forbids the rest. It has a skip link, landmarks, headings in order, tables with real headers and
/// a print style. Wide tables scroll on their own and can be reached by keyboard. A status is always
/// its letter, its word and the name of its colour.
///
/// ```swift
/// var page: [UInt8] = []
/// HTMLRenderer().render(document, into: &page)
/// ```
public struct HTMLRenderer: DocumentRenderer {
    /// Creates a renderer.
    public init() {}

    /// The media type of HTML.
    public var mediaType: String { "text/html; charset=utf-8" }

    /// Writes a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - sink: Where the bytes go, piece by piece.
    /// - Complexity: O(*n*) in the size of the document.
    public func render(_ document: Document, into sink: inout some ByteSink) {
        var writer = HTMLWriter(document)
        writer.writeHead(document)
        writer.write(document.blocks, sink: &sink)
        writer.writeFoot(document)
        writer.output.flush(into: &sink)
    }
}

/// The state of a page that is being written.
struct HTMLWriter {
    var output = OutputBuffer()
    /// The labels of the notes that the document has.
    private let noteLabels: Set<String>
    private var markedNotes: Set<String> = []
    private var writtenNotes: Set<String> = []
    private var usedAnchors: Set<String> = ["main"]
    private var partCount = 0
    /// How often each name of a part that scrolls was given.
    private var regionNames: [String: Int] = [:]
    private var headingLevel: Int

    init(_ document: Document) {
        var labels: Set<String> = []
        Self.collectNoteLabels(in: document.blocks, into: &labels)
        noteLabels = labels
        headingLevel = document.beginsWithTitle ? 0 : 1
    }

    private static func collectNoteLabels(
        in blocks: [Document.Block],
        into labels: inout Set<String>
    ) {
        for block in blocks {
            switch block {
            case .footnotes(let notes):
                labels.formUnion(notes.compactMap { ProseRun.footnoteLabel($0.label) })
            case .section(let section): collectNoteLabels(in: section.blocks, into: &labels)
            case .figure(let figure): collectNoteLabels(in: figure.blocks, into: &labels)
            default: break
            }
        }
    }

    /// Another name for a part of the page that scrolls, where one before it has the name: each has its own, so
    /// that people who are read the names can tell them apart.
    mutating func regionLabel(_ name: String) -> String? {
        let count = regionNames[name, default: 0] + 1
        regionNames[name] = count
        return count > 1 ? "\(name), part \(count)" : nil
    }

    /// Numbers the parts of the page that others refer to.
    mutating func nextPart() -> Int {
        partCount += 1
        return partCount
    }

    mutating func writeHead(_ document: Document) {
        output.append("<!DOCTYPE html>\n<html lang=\"")
        writeEscaped(document.language)
        output.append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        output.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
        output.append("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; ")
        output.append("form-action 'none'\">\n")
        output.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        output.append("<title>")
        writeEscaped(document.title)
        output.append("</title>\n<style>\n")
        HTMLStyle.write(to: &output, for: document)
        output.append("</style>\n</head>\n<body>\n")
        output.append("<a class=\"skip-link\" href=\"#main\">Skip to main content</a>\n")
        output.append("<header class=\"page-header\"><p>")
        writeEscaped(document.title)
        output.append("</p></header>\n<main id=\"main\" tabindex=\"-1\">\n")
        if !document.beginsWithTitle {
            output.append("<h1>")
            writeEscaped(document.title)
            output.append("</h1>\n")
        }
    }

    mutating func writeFoot(_ document: Document) {
        output.append("</main>\n<footer class=\"page-footer\">\n")
        if !document.properties.isEmpty {
            writeSummary(
                document.properties.map { Document.SummaryList.Row($0.name, Prose($0.value)) }
            )
        } else if document.page.isNamed {
            output.append("<p class=\"page-foot\">")
            let words = [document.page.header, document.page.footer].filter { !$0.isEmpty }
            writeEscaped(words.joined(separator: ". "))
            output.append("</p>\n")
        }
        output.append("</footer>\n</body>\n</html>\n")
    }

    mutating func write(_ blocks: [Document.Block], sink: inout some ByteSink) {
        for block in blocks {
            write(block, sink: &sink)
            output.drain(into: &sink)
        }
    }

    private mutating func write(_ block: Document.Block, sink: inout some ByteSink) {
        switch block {
        case .heading(let heading): write(heading)
        case .paragraph(let inlines):
            output.append("<p>")
            write(inlines)
            output.append("</p>\n")
        case .prose(let prose): writeBlocks(prose)
        case .list(let ordered, let items):
            write(Prose.Block.list(ordered: ordered, items.map(\.asItem)))
        case .table(let table): write(table, sink: &sink)
        case .legend(let legend): write(legend)
        case .summaryList(let list): writeSummary(list.rows)
        case .statusBar(let bar): write(bar)
        case .sparkline(let line): write(line)
        case .timeline(let timeline): write(timeline, sink: &sink)
        case .heatMap(let map): write(map, sink: &sink)
        case .tree(let tree): write(tree, sink: &sink)
        case .figure(let figure):
            output.append("<figure>\n<figcaption>")
            writeEscaped(figure.caption)
            output.append("</figcaption>\n")
            write(figure.blocks, sink: &sink)
            output.append("</figure>\n")
        case .footnotes(let notes): write(notes)
        case .notice(let notice): write(notice)
        case .pageBreak: output.append("<div class=\"page-break\"></div>\n")
        case .section(let section):
            output.append("<section class=\"")
            output.append(words: section.landmark.rawValue)
            if section.label.isEmpty {
                output.append("\">\n")
            } else {
                output.append("\" aria-label=\"")
                writeEscaped(section.label)
                output.append("\">\n")
            }
            write(section.blocks, sink: &sink)
            output.append("</section>\n")
        }
    }

    private mutating func write(_ heading: Document.Heading) {
        // A level is never skipped on the way down, so that the outline has no holes.
        let level = min(heading.level, headingLevel + 1)
        headingLevel = level
        output.append("<h")
        output.append(level)
        writeAnchor(heading.anchor)
        output.append(">")
        writeEscaped(heading.text)
        output.append("</h")
        output.append(level)
        output.append(">\n")
    }

    /// Writes the attribute by which links find a place; each name only once in a page.
    mutating func writeAnchor(_ anchor: String?) {
        guard let name = anchor.flatMap(ProseRun.footnoteLabel), !name.hasPrefix("ck-"),
            usedAnchors.insert(name).inserted
        else { return }
        output.append(" id=\"")
        output.append(words: name)
        output.append("\"")
    }

    private mutating func write(_ legend: Document.Legend) {
        output.append("<figure class=\"legend\">\n<figcaption>")
        writeEscaped(legend.title)
        output.append("</figcaption>\n")
        guard !legend.entries.isEmpty else { return output.append("</figure>\n") }
        output.append("<dl class=\"summary\">\n")
        for entry in legend.entries {
            output.append("<div><dt>")
            write(entry.status)
            output.append("</dt><dd>")
            writeInCell(entry.wording)
            output.append("</dd></div>\n")
        }
        output.append("</dl>\n</figure>\n")
    }

    private mutating func writeSummary(_ rows: [Document.SummaryList.Row]) {
        guard !rows.isEmpty else { return }
        output.append("<dl class=\"summary\">\n")
        for row in rows {
            output.append("<div><dt>")
            writeEscaped(row.name)
            output.append("</dt><dd>")
            writeInCell(row.value)
            output.append("</dd></div>\n")
        }
        output.append("</dl>\n")
    }

    private mutating func write(_ notice: Document.Notice) {
        output.append("<div class=\"notice notice-")
        output.append(words: notice.kind.rawValue)
        output.append("\">\n<p class=\"notice-kind\">")
        output.append(words: notice.kind.word)
        output.append("</p>\n")
        writeBlocks(notice.content)
        if notice.kind == .watermark {
            output.append("<p class=\"watermark\" aria-hidden=\"true\">")
            writeEscaped(notice.content.singleLine)
            output.append("</p>\n")
        }
        output.append("</div>\n")
    }

    private mutating func write(_ notes: [Document.Footnote]) {
        output.append("<div class=\"notes\">\n")
        for note in notes {
            guard let label = ProseRun.footnoteLabel(note.label) else { continue }
            output.append("<div class=\"note\"")
            if writtenNotes.insert(label).inserted {
                output.append(" id=\"ck-note-")
                output.append(words: label)
                output.append("\"")
            }
            output.append("><span class=\"note-label\">")
            output.append(words: label)
            output.append("</span> <div>")
            writeInCell(note.content)
            if markedNotes.contains(label) {
                output.append(" <a href=\"#ck-mark-")
                output.append(words: label)
                output.append("\">Back to the text of note ")
                output.append(words: label)
                output.append("</a>")
            }
            output.append("</div></div>\n")
        }
        output.append("</div>\n")
    }

    /// Writes the mark that points to a note, as a link when the document has the note.
    mutating func writeNoteMark(_ label: String) {
        guard let label = ProseRun.footnoteLabel(label) else { return }
        output.append("<sup>")
        if noteLabels.contains(label) {
            output.append("<a href=\"#ck-note-")
            output.append(words: label)
            output.append("\"")
            if markedNotes.insert(label).inserted {
                output.append(" id=\"ck-mark-")
                output.append(words: label)
                output.append("\"")
            }
            output.append(" aria-label=\"Note ")
            output.append(words: label)
            output.append("\">")
            output.append(words: label)
            output.append("</a>")
        } else {
            output.append(words: label)
        }
        output.append("</sup>")
    }
}
