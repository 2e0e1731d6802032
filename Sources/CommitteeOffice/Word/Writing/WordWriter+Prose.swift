// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit

/// How a piece of text looks.
struct WordRunStyle {
    var isStrong = false
    var isEmphasised = false
    var isRaised = false
    var isLink = false
    /// The colour as six digits.
    var colour: String?
}

/// What the text of a cell is; its style makes it bold.
enum WordCellText: String {
    case plain = "TableText"
    case heading = "TableHeading"
    case status = "TableStatus"
}

/// What a paragraph is.
enum WordParagraph {
    case body
    case heading(Int)
    case caption
    case fact
    /// What a template's own foot does not say: the day and for whom.
    case pageLine
    case notice
    case note
    case cell(WordCellText)
    case section(Int)
    case item(list: Int, depth: Int, inCell: Bool)
    case continued(depth: Int, inCell: Bool)

    var style: String {
        switch self {
        case .body: "BodyText"
        case .heading(let level): "Heading\(level)"
        case .caption: "Caption"
        case .fact: "Fact"
        case .pageLine: "PageLine"
        case .notice: "Notice"
        case .note: "FootnoteText"
        case .cell(let text): text.rawValue
        case .section: "TableSection"
        case .item(_, _, let inCell): inCell ? "TableList" : "ListParagraph"
        case .continued(_, let inCell): inCell ? "TableList" : "ListContinue"
        }
    }

    /// Whether it must stand on the page of what follows.
    var keepsWithNext: Bool {
        switch self {
        case .caption, .section: true
        default: false
        }
    }
}

extension WordWriter {
    /// Where rich text stands.
    enum Surrounding {
        case body
        case notice
        case cell(WordCellText = .plain, alignment: Document.Table.Alignment, colour: String?)
    }

    mutating func write(_ prose: Prose, in surrounding: Surrounding) {
        for block in prose.normalized.blocks { write(block, in: surrounding) }
    }

    private mutating func write(_ block: Prose.Block, in surrounding: Surrounding) {
        switch (block, surrounding) {
        case (.paragraph(let inlines), .body): write(inlines, as: .body)
        case (.paragraph(let inlines), .notice): write(inlines, as: .notice)
        case (.paragraph(let inlines), .cell(let text, let alignment, let colour)):
            write(inlines, as: .cell(text), alignment: alignment, colour: colour)
        case (.list(let ordered, let items), .cell): write(items, ordered, depth: 0, inCell: true)
        case (.list(let ordered, let items), _): write(items, ordered, depth: 0, inCell: false)
        }
    }

    private mutating func write(
        _ items: [Prose.Item],
        _ ordered: Bool,
        depth: Int,
        inCell: Bool
    ) {
        guard !items.isEmpty else { return }
        lists.append(ordered)
        let list = lists.count
        let level = min(depth, 8)
        for item in items {
            write(item.inlines, as: .item(list: list, depth: level, inCell: inCell))
            for child in item.children {
                switch child {
                case .paragraph(let inlines):
                    write(inlines, as: .continued(depth: level, inCell: inCell))
                case .list(let ordered, let items):
                    write(items, ordered, depth: depth + 1, inCell: inCell)
                }
            }
        }
    }

    mutating func write(
        _ inlines: [Prose.Inline],
        as paragraph: WordParagraph,
        alignment: Document.Table.Alignment = .start,
        colour: String? = nil
    ) {
        openParagraph(paragraph, alignment: alignment)
        var style = WordRunStyle()
        style.colour = colour
        write(inlines, style: style)
        body.raw("</w:p>\n")
    }

    mutating func openParagraph(
        _ paragraph: WordParagraph,
        alignment: Document.Table.Alignment = .start
    ) {
        body.raw("<w:p><w:pPr><w:pStyle w:val=\"")
        body.raw(paragraph.style)
        body.raw("\"/>")
        if paragraph.keepsWithNext { body.raw("<w:keepNext/>") }
        switch paragraph {
        case .item(let list, let depth, _):
            body.raw("<w:numPr><w:ilvl w:val=\"")
            body.number(depth)
            body.raw("\"/><w:numId w:val=\"")
            body.number(WordNumbering.base + list)
            body.raw("\"/></w:numPr>")
            body.raw(Self.indent(depth, hanging: true, paragraph))
        case .continued(let depth, _): body.raw(Self.indent(depth, hanging: false, paragraph))
        case .section(let level) where level > 1:
            body.raw("<w:ind w:left=\"")
            body.number((level - 1) * 200)
            body.raw("\"/>")
        default: break
        }
        switch alignment {
        case .start: break
        case .center: body.raw("<w:jc w:val=\"center\"/>")
        case .end: body.raw("<w:jc w:val=\"end\"/>")
        }
        body.raw("</w:pPr>")
    }

    private static func indent(_ depth: Int, hanging: Bool, _ paragraph: WordParagraph) -> String {
        let inCell = paragraph.style == "TableList"
        let step = inCell ? 200 : 360
        let left = (depth + 1) * step
        return "<w:ind w:left=\"\(left)\"" + (hanging ? " w:hanging=\"\(step)\"/>" : "/>")
    }

    mutating func write(_ inlines: [Prose.Inline], style: WordRunStyle) {
        for inline in inlines { write(inline, style: style) }
    }

    private mutating func write(_ inline: Prose.Inline, style: WordRunStyle) {
        var inner = style
        switch inline {
        case .text(let text): write(plain: text, style: style)
        case .strong(let children):
            inner.isStrong = true
            write(children, style: inner)
        case .emphasis(let children):
            inner.isEmphasised = true
            write(children, style: inner)
        case .superscript(let children):
            inner.isRaised = true
            write(children, style: inner)
        case .lineBreak: body.raw("<w:r><w:br/></w:r>")
        case .footnoteReference(let label): writeMark(label)
        case .link(let children, let destination):
            // Normal prose has only links that may be followed.
            inner.isLink = true
            if destination.hasPrefix("#") {
                body.raw("<w:hyperlink w:history=\"1\" w:anchor=\"")
                body.words(Self.bookmark(String(destination.dropFirst())))
            } else {
                let id = relate(
                    WordRelation(kind: "hyperlink", target: destination, isExternal: true)
                )
                body.raw("<w:hyperlink w:history=\"1\" r:id=\"")
                body.raw(id)
            }
            body.raw("\">")
            write(children, style: inner)
            body.raw("</w:hyperlink>")
        }
    }

    /// Writes a run of words.
    mutating func write(plain text: String, style: WordRunStyle) {
        guard !text.isEmpty else { return }
        body.raw("<w:r>")
        if style.isLink || style.isStrong || style.isEmphasised || style.isRaised
            || style.colour != nil
        {
            body.raw("<w:rPr>")
            if style.isLink { body.raw("<w:rStyle w:val=\"Hyperlink\"/>") }
            if style.isStrong { body.raw("<w:b/>") }
            if style.isEmphasised { body.raw("<w:i/>") }
            if let colour = style.colour {
                body.raw("<w:color w:val=\"")
                body.raw(colour)
                body.raw("\"/>")
            }
            if style.isRaised { body.raw("<w:vertAlign w:val=\"superscript\"/>") }
            body.raw("</w:rPr>")
        }
        body.raw("<w:t xml:space=\"preserve\">")
        body.words(text)
        body.raw("</w:t></w:r>")
    }
}
#endif
