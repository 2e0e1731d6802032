// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Reads a web page into blocks: headings, paragraphs, list items and tables.
struct HTMLBlockReader {
    private enum Role {
        case paragraph
        case heading(Int)
        case item(marker: String, depth: Int)
        case title
    }

    /// The elements that the Standard shows as blocks (section 15.3), and those of lists and choices,
    /// whose words do not run into those beside them either.
    static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
        "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p",
        "plaintext", "pre", "search", "section", "select", "summary", "table", "tr", "ul", "xmp",
    ]

    let bytes: [UInt8]
    private let firstLine: Int
    var builder: SourceBuilder
    var tokenizer: HTMLTokenizer
    private var counted = (offset: 0, line: 0)
    var markup = HTMLMarkup(keepsBlocks: false)
    private var role = Role.paragraph
    private var textStart: Int?
    private var lists: [(isOrdered: Bool, number: Int)] = []
    private var table: HTMLTableBuilder?
    private var cellStart = 0
    private var hasLooseCell = false
    private var sheet = StyleSheet()
    var canPeek = true

    init(bytes: [UInt8], firstLine: Int, builder: SourceBuilder) {
        self.bytes = bytes
        self.firstLine = firstLine
        self.builder = builder
        tokenizer = HTMLTokenizer(bytes)
    }

    mutating func read() throws(SourceError) -> SourceBuilder {
        while let token = tokenizer.next() {
            switch token {
            case .text(let range): try addText(HTMLReferences.decode(bytes[range]), at: range)
            case .raw(let range): try addText(SourceByte.text(bytes[range]), at: range)
            case .open(let tag): try open(tag)
            case .close(let name, let range): try close(name, at: range)
            case .comment(let range):
                log(.comment, before: commentMark(range), at: range.lowerBound)
            case .hidden(let name, let offset):
                log(.script, before: "<\(name)>…</\(name)>", at: offset)
            case .style(let range):
                sheet.read(bytes, range) { [bytes] in Self.background(in: $0, of: bytes) }
            case .swallowed(let offset):
                let number = line(at: offset)
                builder.find(
                    .unclosedMarkup,
                    line: number,
                    "The quoted value that begins on line \(number) holds the end of a tag and the "
                        + "beginning of another, so that its words are not read. Check its quotes."
                )
            case .unclosed(let what, let offset):
                reportUnclosed(what, at: offset)
            }
        }
        if let table {
            builder.find(
                .unclosedMarkup,
                line: table.line,
                "The table that begins on line \(table.line) is never closed; it was read to the "
                    + "end."
            )
            try closeTable(at: bytes.count)
        }
        flush(at: bytes.count)
        return builder
    }

    // MARK: Positions

    /// The line of an offset.
    ///
    /// Offsets are asked for in rising order, so counting goes on from the
    /// last one; a step back, which only an unclosed mark makes, is counted anew from its line.
    private mutating func line(at offset: Int) -> Int {
        if offset < counted.offset {
            let back = bytes[offset..<counted.offset].reduce(0) {
                $0 + ($1 == SourceByte.newline ? 1 : 0)
            }
            return firstLine + counted.line - back
        }
        while counted.offset < offset {
            let byte = bytes[counted.offset]
            let isLoneReturn =
                byte == SourceByte.carriageReturn
                && !(counted.offset + 1 < bytes.count
                    && bytes[counted.offset + 1] == SourceByte.newline)
            if byte == SourceByte.newline || isLoneReturn { counted.line += 1 }
            counted.offset += 1
        }
        return firstLine + counted.line
    }

    // MARK: Text

    private mutating func addText(_ text: String, at range: Range<Int>) throws(SourceError) {
        guard !range.isEmpty else { return }
        if var table, table.cell != nil {
            // Moved out first, so that appending does not copy the cell so far.
            self.table = nil
            table.cell?.markup.add(text: text)
            table.cell?.mix.add(text)
            self.table = table
            return
        }
        if textStart == nil, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }),
            let first = bytes[range].firstIndex(where: { !SourceByte.isSpace($0) })
        {
            textStart = line(at: first)
            if let table, !table.isInCaption, let textStart {
                builder.find(
                    .textOutsideCells,
                    line: textStart,
                    "There is text in a table but in none of its cells; it was read as a "
                        + "paragraph before the table."
                )
            }
        }
        markup.add(text: text)
        guard markup.count <= builder.limits.bytesPerText else {
            let number = textStart ?? line(at: range.lowerBound)
            throw SourceError(
                .textTooLong,
                source: builder.name,
                line: number,
                "The text that begins on line \(number) is longer than "
                    + "\(builder.limits.bytesPerText) bytes. Check that the page's tags are closed, "
                    + "or divide the text into paragraphs."
            )
        }
    }

    private mutating func flush(at offset: Int) {
        defer {
            markup = HTMLMarkup(keepsBlocks: false)
            textStart = nil
            role = .paragraph
        }
        guard !markup.isEmpty, let start = textStart else { return }
        let end = max(line(at: offset), start)
        let text = builder.clean(markup.finish(), line: start).text
        switch role {
        case .heading(let level): append(.heading(level: level, text: text, line: start))
        case .item(let marker, let depth):
            append(.listItem(marker: marker, depth: depth, text: text, line: start, endLine: end))
        case .title where builder.title == nil: builder.title = text
        case .paragraph, .title: append(.paragraph(text: text, line: start, endLine: end))
        }
    }

    /// Adds a block; a caption belongs to its table, and text in no cell stands before both.
    private mutating func append(_ block: SourceBlock) {
        if table?.isInCaption ?? false {
            table?.caption.append(block)
        } else {
            builder.blocks.append(block)
        }
    }

    // MARK: Tags

    private mutating func open(_ tag: HTMLTokenizer.Tag) throws(SourceError) {
        tellWhatNobodySees(of: tag)
        if table != nil {
            try openInTable(tag)
            return
        }
        if tag.name == "table" {
            flush(at: tag.range.lowerBound)
            table = HTMLTableBuilder(line: line(at: tag.range.lowerBound))
        } else {
            openOutsideCells(tag)
        }
    }

    /// Tells of an element that a browser hides, whose words are read, and of a picture, whose words are not.
    private mutating func tellWhatNobodySees(of tag: HTMLTokenizer.Tag) {
        if tag.isHidden || tag.style.map({ Self.hides($0, of: bytes) }) ?? false {
            let number = line(at: tag.range.lowerBound)
            builder.find(
                .hiddenText,
                line: number,
                "The page hides what begins with <\(tag.name)> on line \(number), and it was read all the same. "
                    + "Take it out if it is not meant."
            )
        }
        if tag.name == "img", let words = tag.alternative,
            !SourceByte.trimmed(bytes[words]).isEmpty
        {
            let number = line(at: tag.range.lowerBound)
            builder.find(
                .partLeftOut,
                line: number,
                "The picture on line \(number) has words in its place, which were not read. Put them into the "
                    + "text if they are part of it."
            )
        }
    }

    private mutating func openOutsideCells(_ tag: HTMLTokenizer.Tag) {
        let offset = tag.range.lowerBound
        switch tag.name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            flush(at: offset)
            role = .heading(tag.name.utf8.last.map { Int($0) - 48 } ?? 1)
        case "title":
            flush(at: offset)
            role = .title
        case "ul", "ol", "menu", "dir":
            flush(at: offset)
            if lists.count < 100 { lists.append((tag.name == "ol", 0)) }
        case "li":
            flush(at: offset)
            role = .item(marker: nextMarker(), depth: max(lists.count - 1, 0))
        case "td", "th": separateLooseCell(at: offset)
        case "p" where listDepth(of: tag) != nil:
            flush(at: offset)
            role = .item(marker: "-", depth: listDepth(of: tag) ?? 0)
        case "span" where markup.isEmpty && isMarker(tag): readMarker()
        case "a" where isSkipLink(tag) && leaves(out: tag, as: .skipLink): break
        case "p" where isNoticeLabel(tag) && leaves(out: tag, as: .noticeLabel): break
        default:
            guard Self.blockNames.contains(tag.name) else {
                markup.open(tag)
                return
            }
            // A paragraph that begins an item or a heading is the item or the heading.
            if case .item = role, markup.isEmpty { return }
            if case .heading = role, markup.isEmpty { return }
            flush(at: offset)
        }
    }

    /// A cell outside of a table: browsers run such cells together, which would join their words.
    private mutating func separateLooseCell(at offset: Int) {
        flush(at: offset)
        guard table == nil, !hasLooseCell else { return }
        hasLooseCell = true
        let number = line(at: offset)
        builder.find(
            .unclosedMarkup,
            line: number,
            "The cell on line \(number) stands in no table; it and others like it were read as "
                + "paragraphs."
        )
    }

    private mutating func nextMarker() -> String {
        guard let last = lists.indices.last, lists[last].isOrdered else { return "-" }
        lists[last].number += 1
        return "\(lists[last].number)."
    }

    private mutating func close(_ name: String, at range: Range<Int>) throws(SourceError) {
        if table != nil {
            try closeInTable(name, at: range)
        } else {
            closeOutsideCells(name, at: range.lowerBound)
        }
    }

    private mutating func closeOutsideCells(_ name: String, at offset: Int) {
        switch name {
        case "ul", "ol", "menu", "dir":
            flush(at: offset)
            if !lists.isEmpty { lists.removeLast() }
        case "title", "td", "th":
            flush(at: offset)
        default:
            if Self.blockNames.contains(name) { flush(at: offset) } else { markup.close(name) }
        }
    }

    // MARK: Tables

    private mutating func openInTable(_ tag: HTMLTokenizer.Tag) throws(SourceError) {
        let offset = tag.range.lowerBound
        switch tag.name {
        case "table":
            try openNestedTable(at: offset)
        case "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "col":
            guard table?.depth == 0 else {
                table?.cell?.markup.add(text: " ")
                return
            }
            try openPart(tag)
        default:
            if table?.cell != nil {
                if let colours = colours(of: tag, by: sheet) { table?.cell?.colours.add(colours) }
                table?.cell?.markup.open(tag)
            } else {
                openOutsideCells(tag)
            }
        }
    }

    private mutating func openNestedTable(at offset: Int) throws(SourceError) {
        let number = line(at: offset)
        if table?.cell == nil {
            builder.find(
                .unclosedMarkup,
                line: number,
                "A table begins on line \(number) before the one of line \(table?.line ?? 0) is "
                    + "closed; that one was read as ending there."
            )
            try closeTable(at: offset)
            table = HTMLTableBuilder(line: number)
            return
        }
        table?.depth += 1
        table?.cell?.markup.addBreak()
        if table?.depth == 1 {
            builder.find(
                .nestedTable,
                line: number,
                "There is a table inside a cell; its text was read as text of that cell."
            )
        }
    }

    private mutating func openPart(_ tag: HTMLTokenizer.Tag) throws(SourceError) {
        let offset = tag.range.lowerBound
        try closeCell(at: offset)
        flush(at: offset)
        table?.isInCaption = tag.name == "caption"
        switch tag.name {
        case "td", "th":
            let number = line(at: offset)
            let colours = colours(of: tag, by: sheet)
            table?.openCell(tag, line: number, colours: colours)
            cellStart = tag.range.upperBound
        case "tr":
            try closeRow(at: offset)
            let number = line(at: offset)
            let colours = colours(of: tag, by: sheet)
            table?.openRow(line: number, colours: colours)
        case "thead", "tbody", "tfoot":
            try closeRow(at: offset)
            table?.beginPart(isHead: tag.name == "thead")
        default: break
        }
    }

    private mutating func closeInTable(_ name: String, at range: Range<Int>) throws(SourceError) {
        let offset = range.lowerBound
        if let depth = table?.depth, depth > 0 {
            if name == "table" {
                table?.depth -= 1
                table?.cell?.markup.addBreak()
            } else if name == "tr" {
                table?.cell?.markup.addBreak()
            } else if name == "td" || name == "th" {
                table?.cell?.markup.add(text: " ")
            } else {
                table?.cell?.markup.close(name)
            }
            return
        }
        switch name {
        case "td", "th": try closeCell(at: offset)
        case "tr":
            try closeCell(at: offset)
            try closeRow(at: offset)
        case "thead", "tbody", "tfoot":
            try closeCell(at: offset)
            try closeRow(at: offset)
            table?.beginPart(isHead: false)
        case "table": try closeTable(at: offset)
        default:
            if table?.cell != nil {
                table?.cell?.markup.close(name)
            } else {
                closeOutsideCells(name, at: offset)
                if name == "caption" { table?.isInCaption = false }
            }
        }
    }

    private mutating func closeCell(at offset: Int) throws(SourceError) {
        guard table?.cell != nil else { return }
        let raw = SourceByte.text(bytes[min(cellStart, offset)..<offset])
        try table?.closeCell(raw: raw, builder: &builder)
    }

    private mutating func closeRow(at offset: Int) throws(SourceError) {
        let number = line(at: offset)
        try table?.closeRow(line: number, builder: &builder)
    }

    private mutating func closeTable(at offset: Int) throws(SourceError) {
        try closeCell(at: offset)
        try closeRow(at: offset)
        flush(at: offset)
        builder.blocks += table?.caption ?? []
        if let rows = table?.rows, !rows.isEmpty {
            builder.blocks.append(.table(SourceTable(rows: rows)))
        }
        table = nil
    }

    // MARK: Lists of word processors

    /// The depth of a paragraph that a word processor means as an item of a list, counted from 0.
    private func listDepth(of tag: HTMLTokenizer.Tag) -> Int? {
        guard let style = tag.style, let list = value(of: "mso-list:", in: style),
            let level = CommentStripper.find(Array("level".utf8), in: Array(list), from: 0)
        else { return nil }
        let digits = list.dropFirst(level + 5).prefix(while: SourceByte.isDigit).prefix(2)
        return Int(SourceByte.text(digits)).map { max($0 - 1, 0) }
    }

    private func isMarker(_ tag: HTMLTokenizer.Tag) -> Bool {
        guard canPeek, case .item = role, let style = tag.style,
            let list = value(of: "mso-list:", in: style)
        else { return false }
        return SourceByte.hasPrefix(SourceByte.trimmed(list), "ignore")
    }

    private func value(of name: String, in style: Range<Int>) -> ArraySlice<UInt8>? {
        let text = bytes[style].map(SourceByte.lowered)
        guard let start = CommentStripper.find(Array(name.utf8), in: text, from: 0) else {
            return nil
        }
        return text[(start + name.utf8.count)...].prefix { $0 != SourceByte.semicolon }
    }

    /// Takes the marker of an item, which word processors write as text in a span of its own.
    ///
    /// What is not plainly such a span is left to be read as text.
    private mutating func readMarker() {
        var ahead = tokenizer
        var depth = 1
        var text = ""
        for _ in 0..<20 where depth > 0 {
            switch ahead.next() {
            case .text(let range): text += HTMLReferences.decode(bytes[range])
            case .open(let tag) where tag.name == "span" || tag.name == "font": depth += 1
            case .close("span", _), .close("font", _): depth -= 1
            case .comment: break
            default:
                notePeek(ahead)
                return
            }
        }
        notePeek(ahead)
        let marker = TextCleaner.clean(text, scripts: ScriptMix()).text
        guard depth == 0, !marker.isEmpty, marker.utf8.count <= 20,
            case .item(_, let level) = role
        else { return }
        tokenizer = ahead
        role = .item(marker: marker, depth: level)
    }

    /// Looks no further ahead in a page once that met something never closed: each look would go
    /// through the rest of the page.
    mutating func notePeek(_ ahead: HTMLTokenizer) {
        if ahead.neverClosed.count > tokenizer.neverClosed.count { canPeek = false }
    }

    private func commentMark(_ range: Range<Int>) -> String {
        guard !bytes[range].starts(with: "<!--".utf8) else { return "<!-- … -->" }
        let text = SourceByte.text(bytes[range].prefix(80))
        return range.count > 80 ? text + "…" : text
    }

    mutating func log(_ what: Cleaning.What, before: String, at offset: Int) {
        builder.log(Cleaning(line: line(at: offset), what: what, before: before, after: ""))
    }

    private mutating func reportUnclosed(_ what: String, at offset: Int) {
        let number = line(at: offset)
        builder.find(
            .unclosedMarkup,
            line: number,
            "The \(what) that begins on line \(number) is never closed; it was read as text."
        )
    }
}
