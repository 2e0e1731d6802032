// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
/// What a paragraph is by its look.
struct WordParagraphLook {
    var style = ""
    var heading: Int?
    var list: (id: String, level: Int)?
    /// Whether it is a line of a list of contents.
    var isContents = false

    init() {}

    init(_ paragraph: XMLElement, _ styles: WordStyleSheet) {
        guard let look = paragraph.first("w:pPr") else { return }
        style = look.first("w:pStyle")?.value ?? ""
        heading = styles.headingLevel(of: style)
        isContents = styles.isContents(style)
        if let outline = look.first("w:outlineLvl")?.value.flatMap({ Int($0) }), outline < 6 {
            heading = max(outline, 0) + 1
        }
        let inherited = styles.list(of: style)
        let numbering = look.first("w:numPr")
        let id = numbering?.first("w:numId")?.value ?? inherited?.id
        let level = numbering?.first("w:ilvl")?.value.flatMap { Int($0) } ?? inherited?.level ?? 0
        if let id { list = (id, level) }
    }

    /// Whether the look itself makes the words bold.
    var isBold: Bool {
        heading != nil
            || ["TableHeading", "TableStatus", "TableSection", "Caption"].contains(style)
    }
}

/// The words of a paragraph as markup of a page.
struct WordInline {
    var look = WordParagraphLook()
    var isInNote = false
    private(set) var html = ""
    /// The words alone.
    private(set) var words = ""
    private var open: [String] = []
    /// A note whose mark is written in the words that follow.
    private var waitingNote: String?
    private var isFirstBold = false

    /// Whether it is a number that Word counts in a cell that has nothing else.
    private(set) var isNumber = false

    /// Takes the number that Word counts for the only words: a column of numbers is often made so.
    mutating func take(number: String) {
        isNumber = true
        write(number, [])
    }

    /// Whether there are no words.
    var isEmpty: Bool { !words.contains { !$0.isWhitespace } }

    /// The bold word with which a notice begins, and what follows it.
    var noticeParts: (word: String, rest: String)? {
        guard html.hasPrefix("<strong>"), let end = html.firstRange(of: ":</strong>") else {
            return nil
        }
        let word = html[html.index(html.startIndex, offsetBy: 8)..<end.lowerBound]
        guard !word.contains("<"), word.count < 20 else { return nil }
        return (String(word), String(html[end.upperBound...]))
    }

    mutating func add(_ container: XMLElement, to walk: inout WordWalk) {
        for element in container.elements { add(element: element, to: &walk) }
        switchTo([])
    }

    private mutating func add(element: XMLElement, to walk: inout WordWalk) {
        switch element.name {
        case "w:r": add(run: element, to: &walk)
        case "w:hyperlink":
            let anchor = element.attributes["w:anchor"].flatMap(Self.destination)
            let target = element.attributes["r:id"].flatMap { walk.links[$0] } ?? anchor
            switchTo([])
            guard let target else { return descend(element, &walk) }
            html += "<a href=\"\(Self.escaped(target))\">"
            descend(element, &walk)
            switchTo([])
            html += "</a>"
        case "w:ins", "w:moveTo":
            walk.noteChange()
            descend(element, &walk)
        case "w:del", "w:moveFrom": walk.noteChange()
        case "w:smartTag", "w:fldSimple", "w:customXml", "w:dir", "w:bdo": descend(element, &walk)
        case "w:sdt":
            // What asks for words is no answer.
            guard element.first("w:sdtPr")?.first("w:showingPlcHdr") == nil else { return }
            if let content = element.first("w:sdtContent") { descend(content, &walk) }
        case "mc:AlternateContent":
            if let choice = element.first("mc:Choice") ?? element.first("mc:Fallback") {
                descend(choice, &walk)
            }
        default: break
        }
    }

    /// What a place of the document was called before Word's rules for names.
    private static func destination(_ anchor: String) -> String? {
        // Places that Word makes itself, for lists of contents, mean nothing elsewhere.
        anchor.hasPrefix("a_") ? "#" + anchor.dropFirst(2) : nil
    }

    private mutating func descend(_ container: XMLElement, _ walk: inout WordWalk) {
        for element in container.elements { add(element: element, to: &walk) }
    }

    private mutating func add(run: XMLElement, to walk: inout WordWalk) {
        var tags: [String] = []
        if let look = run.first("w:rPr") {
            if look.isOn("w:b"), !self.look.isBold { tags.append("strong") }
            if look.isOn("w:i") { tags.append("em") }
            let hasWords = run.elements.contains { $0.name == "w:t" }
            if look.isOn("w:vanish"), hasWords { walk.count(.hidden) }
            if look.isOn("w:strike") || look.isOn("w:dstrike"), hasWords { walk.count(.struck) }
            let isMark = look.first("w:rStyle")?.value == "FootnoteReference"
            if look.first("w:vertAlign")?.value == "superscript" || isMark { tags.append("sup") }
        }
        add(pieces: run, tags, to: &walk)
    }

    private mutating func add(pieces: XMLElement, _ tags: [String], to walk: inout WordWalk) {
        for element in pieces.elements {
            switch element.name {
            case "w:t":
                if let note = waitingNote {
                    waitingNote = nil
                    _ = walk.mark(note: note, label: element.text)
                }
                // The note's own mark at its beginning is said by the mark in the text.
                if isInNote, tags.contains("sup"), isEmpty { continue }
                write(element.text, tags)
            case "w:tab", "w:ptab": write(" ", tags)
            case "w:br", "w:cr":
                guard !["page", "column"].contains(element.attributes["w:type"] ?? "") else {
                    write(" ", tags)
                    continue
                }
                switchTo([])
                html += "<br>"
                words += "\n"
            case "w:noBreakHyphen": write("-", tags)
            case "w:sym":
                let (font, code) = (element.attributes["w:font"], element.attributes["w:char"])
                write(WordSymbol.text(font: font, code: code), tags)
            case "w:fldChar":
                // A box of an old form, ticked by a click.
                guard let box = element.first("w:ffData")?.first("w:checkBox") else { continue }
                let isTicked = box.isOn(box.first("w:checked") == nil ? "w:default" : "w:checked")
                write(isTicked ? "☑" : "☐", tags)
            case "w:footnoteReference":
                guard let id = element.attributes["w:id"], !isInNote else { continue }
                if ["1", "true", "on"].contains(element.attributes["w:customMarkFollows"] ?? "") {
                    waitingNote = id
                } else {
                    write(walk.mark(note: id, label: nil), ["sup"])
                }
            case "w:commentReference": walk.count(.comment)
            case "w:drawing", "w:pict", "w:object": add(drawing: element, to: &walk)
            case "mc:AlternateContent":
                if let choice = element.first("mc:Choice") ?? element.first("mc:Fallback") {
                    add(pieces: choice, tags, to: &walk)
                }
            default: break
            }
        }
    }

    /// Finds the words of text boxes; what has none is a picture.
    private func add(drawing: XMLElement, to walk: inout WordWalk) {
        let boxes = Self.boxes(in: drawing)
        if boxes.isEmpty { walk.count(.picture) }
        for box in boxes { walk.wait(for: box) }
    }

    private static func boxes(in element: XMLElement) -> [XMLElement] {
        if element.name == "w:txbxContent" { return [element] }
        return element.elements.flatMap(boxes)
    }

    private mutating func write(_ text: String, _ tags: [String]) {
        guard !text.isEmpty else { return }
        switchTo(tags)
        html += Self.escaped(text)
        words += text
    }

    /// Closes and opens tags until those of a list are open.
    private mutating func switchTo(_ tags: [String]) {
        guard open != tags else { return }
        for tag in open.reversed() { html += "</\(tag)>" }
        for tag in tags { html += "<\(tag)>" }
        open = tags
    }

    static func escaped(_ text: String) -> String {
        var xml = XMLText(declared: false)
        xml.words(text)
        return String(decoding: xml.bytes, as: UTF8.self)
    }
}

/// What stands in a cell, put together paragraph by paragraph.
struct WordCellContent {
    var isSection = false
    private var blocks: [String] = []
    private var words: [String] = []
    /// The open lists, with whether each is numbered.
    private var lists: [Bool] = []
    private var list = ""
    private var counts: [Int] = []
    private var isOneParagraph = true

    mutating func add(_ inline: WordInline, marker: WordListNumbers.Marker?, depth: Int) {
        words.append((marker.map { $0.text + " " } ?? "") + inline.words)
        guard let marker else {
            closeLists(to: 0)
            blocks.append(inline.html)
            return
        }
        switch marker {
        case .bullet: add(item: inline.html, isNumbered: false, depth: depth)
        case .plainNumber(let number):
            let expected = depth < counts.count ? counts[depth] + 1 : 1
            guard number == expected else { return addWords(marker.text, inline.html) }
            add(item: inline.html, isNumbered: true, depth: depth)
        case .words(let text): addWords(text, inline.html)
        }
    }

    mutating func add(block: String, words text: String) {
        closeLists(to: 0)
        isOneParagraph = false
        blocks.append(block)
        words.append(text)
    }

    private mutating func addWords(_ marker: String, _ html: String) {
        closeLists(to: 0)
        blocks.append(WordInline.escaped(marker) + " " + html)
    }

    private mutating func add(item: String, isNumbered: Bool, depth: Int) {
        isOneParagraph = false
        let depth = min(depth, lists.count)
        closeLists(to: depth + 1)
        if lists.count == depth + 1, lists[depth] != isNumbered { closeLists(to: depth) }
        if lists.count == depth {
            list += isNumbered ? "<ol>" : "<ul>"
            lists.append(isNumbered)
            counts.append(0)
        } else {
            list += "</li>"
        }
        counts[depth] += 1
        list += "<li>" + item
    }

    private mutating func closeLists(to depth: Int) {
        while lists.count > depth {
            list += lists.removeLast() ? "</li></ol>" : "</li></ul>"
            counts.removeLast()
        }
        if depth == 0, !list.isEmpty {
            blocks.append(list)
            list = ""
        }
    }

    mutating func finish() -> (html: String, words: String, isSection: Bool) {
        closeLists(to: 0)
        let text = words.joined(separator: " ")
        if blocks.count == 1 { return (blocks[0], text, isSection) }
        let html = blocks.map {
            $0.hasPrefix("<ul>") || $0.hasPrefix("<ol>") || $0.hasPrefix("<table>")
                ? $0 : "<p>\($0)</p>"
        }
        return (html.joined(), text, isSection)
    }
}
#endif
