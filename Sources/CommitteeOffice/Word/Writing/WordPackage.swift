// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
import CommitteeKit

/// The parts of a Word document, put together.
struct WordPackage {
    static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    private static let relationshipKinds =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    private static let mainKind =
        "application/vnd.openxmlformats-officedocument.wordprocessingml."

    private var writer: WordWriter
    private let document: Document
    private let template: WordTemplate?

    init(_ writer: WordWriter, _ document: Document, _ template: WordTemplate?) {
        self.writer = writer
        self.document = document
        self.template = template
    }

    func bytes() throws(OfficeError) -> [UInt8] {
        let hasNotes = !writer.notes.isEmpty
        var parts: [(name: String, kind: String?, bytes: [UInt8])] = []
        parts.append(("word/document.xml", "document.main+xml", main))
        let styles =
            template.map { $0.styles(adding: WordStyles.all) }
            ?? WordStyles.part(
                language: document.language,
                isLandscape: writer.room.isLandscape
            )
        parts.append(("word/styles.xml", "styles+xml", styles))
        parts.append(
            ("word/committeeNumbering.xml", "numbering+xml", WordNumbering.part(writer.lists))
        )
        parts.append(("word/committeeSettings.xml", "settings+xml", settings(hasNotes)))
        if hasNotes { parts.append(("word/committeeNotes.xml", "footnotes+xml", notes())) }
        if template?.hasHeader != true {
            parts.append(("word/committeeHeader.xml", "header+xml", header))
        }
        if template?.hasFooter != true {
            parts.append(("word/committeeFooter.xml", "footer+xml", footer))
        }
        var zip = ZipWriter()
        zip.add("[Content_Types].xml", contentTypes(parts.map { ($0.name, $0.kind) }))
        zip.add("_rels/.rels", rootRelations)
        zip.add("docProps/core.xml", core)
        for part in parts { zip.add(part.name, part.bytes) }
        zip.add("word/_rels/document.xml.rels", relations(hasNotes))
        for (place, picture) in writer.pictures.enumerated() {
            zip.add("word/media/committee\(place + 1).png", picture.png)
            zip.add("word/media/committee\(place + 1).svg", picture.svg)
        }
        for part in template?.kept ?? [] { zip.add(part.name, part.bytes) }
        return try zip.bytes()
    }

    // MARK: The text

    private var main: [UInt8] {
        var text = XMLText()
        text.raw("<w:document \(Self.namespaces)><w:body>\n")
        text.raw(bytes: writer.body.bytes)
        text.raw("<w:sectPr>")
        if let template, template.hasHeader {
            text.raw(template.headers)
        } else {
            text.raw("<w:headerReference w:type=\"default\" r:id=\"ckHeader\"/>")
        }
        if let template, template.hasFooter {
            text.raw(template.footers)
        } else {
            text.raw("<w:footerReference w:type=\"default\" r:id=\"ckFooter\"/>")
        }
        let room = writer.room
        text.raw("<w:pgSz w:w=\"\(room.width)\" w:h=\"\(room.height)\"")
        if room.isLandscape { text.raw(" w:orient=\"landscape\"") }
        let side = room.margin
        text.raw(
            "/><w:pgMar w:top=\"800\" w:right=\"\(side)\" w:bottom=\"720\" w:left=\"\(side)\" "
        )
        text.raw("w:header=\"400\" w:footer=\"350\" w:gutter=\"0\"/>")
        text.raw(template?.titlePage ?? "")
        text.raw("</w:sectPr></w:body></w:document>\n")
        return text.bytes
    }

    private func settings(_ hasNotes: Bool) -> [UInt8] {
        var text = XMLText()
        text.raw("<w:settings \(Self.namespaces)>")
        if hasNotes {
            text.raw(
                "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>"
            )
        }
        text.raw("<w:compat><w:compatSetting w:name=\"compatibilityMode\" ")
        text.raw("w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>")
        text.raw("<w:themeFontLang w:val=\"")
        text.words(document.language)
        text.raw("\"/></w:settings>\n")
        return text.bytes
    }

    private func notes() -> [UInt8] {
        var text = XMLText()
        text.raw("<w:footnotes \(Self.namespaces)>")
        for (id, kind) in [(-1, "separator"), (0, "continuationSeparator")] {
            text.raw(
                "<w:footnote w:type=\"\(kind)\" w:id=\"\(id)\"><w:p><w:r><w:\(kind)/></w:r></w:p>"
            )
            text.raw("</w:footnote>\n")
        }
        // The words of notes are plain: what they refer to stands in the document itself.
        for (place, note) in writer.notes.enumerated() {
            text.raw("<w:footnote w:id=\"\(place + 1)\">")
            for (index, line) in lines(of: note.content).enumerated() {
                text.raw("<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>")
                if index == 0 {
                    text.raw("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:t>")
                    text.words(note.label)
                    text.raw("</w:t></w:r>")
                }
                text.raw("<w:r><w:t xml:space=\"preserve\">\(index == 0 ? " " : "")")
                text.words(line)
                text.raw("</w:t></w:r></w:p>")
            }
            text.raw("</w:footnote>\n")
        }
        text.raw("</w:footnotes>\n")
        return text.bytes
    }

    private func lines(of prose: Prose) -> [String] {
        let lines = prose.plainText.split(separator: "\n").map(String.init)
        return lines.isEmpty ? [""] : lines
    }

    // MARK: Head and foot of each page

    private var header: [UInt8] {
        var text = XMLText()
        text.raw("<w:hdr \(Self.namespaces)>")
        text.raw(
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">"
        )
        text.words(document.page.header.isEmpty ? document.title : document.page.header)
        text.raw("</w:t></w:r></w:p>")
        if !writer.marking.isEmpty {
            text.raw(
                "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>"
            )
            text.words(writer.marking)
            text.raw("</w:t></w:r></w:p>")
        }
        text.raw("</w:hdr>\n")
        return text.bytes
    }

    private var footer: [UInt8] {
        var text = XMLText()
        text.raw("<w:ftr \(Self.namespaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs>")
        text.raw("<w:tab w:val=\"right\" w:pos=\"\(writer.room.text)\"/></w:tabs></w:pPr>")
        text.raw("<w:r><w:t xml:space=\"preserve\">")
        text.words(document.page.footer)
        text.raw("</w:t></w:r>")
        if document.page.isNumbered {
            text.raw("<w:r><w:tab/><w:t xml:space=\"preserve\">Page </w:t></w:r>")
            text.raw("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
            text.raw("<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>")
            text.raw("<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
        }
        text.raw("</w:p></w:ftr>\n")
        return text.bytes
    }

    // MARK: What belongs to what

    private var core: [UInt8] {
        var text = XMLText()
        text.raw(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
        )
        text.raw("core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>")
        text.words(document.title)
        text.raw("</dc:title><dc:language>")
        text.words(document.language)
        text.raw("</dc:language></cp:coreProperties>\n")
        return text.bytes
    }

    private var rootRelations: [UInt8] {
        var text = XMLText()
        text.raw(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        )
        text.raw("<Relationship Id=\"rId1\" Type=\"\(Self.relationshipKinds)officeDocument\" ")
        text.raw("Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.")
        text.raw("openxmlformats.org/package/2006/relationships/metadata/core-properties\" ")
        text.raw("Target=\"docProps/core.xml\"/></Relationships>\n")
        return text.bytes
    }

    private func relations(_ hasNotes: Bool) -> [UInt8] {
        var text = XMLText()
        text.raw(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n"
        )
        func add(_ id: String, _ kind: String, _ target: String, isExternal: Bool = false) {
            text.raw(
                "<Relationship Id=\"\(id)\" Type=\"\(Self.relationshipKinds)\(kind)\" Target=\""
            )
            text.words(target)
            text.raw(isExternal ? "\" TargetMode=\"External\"/>\n" : "\"/>\n")
        }
        add("ckStyles", "styles", "styles.xml")
        add("ckNumbering", "numbering", "committeeNumbering.xml")
        add("ckSettings", "settings", "committeeSettings.xml")
        if hasNotes { add("ckNotes", "footnotes", "committeeNotes.xml") }
        if template?.hasHeader != true { add("ckHeader", "header", "committeeHeader.xml") }
        if template?.hasFooter != true { add("ckFooter", "footer", "committeeFooter.xml") }
        for (place, relation) in writer.relations.enumerated() {
            add("ck\(place + 1)", relation.kind, relation.target, isExternal: relation.isExternal)
        }
        for relation in template?.relations ?? [] {
            add(relation.id, relation.kind, relation.target)
        }
        text.raw("</Relationships>\n")
        return text.bytes
    }

    private func contentTypes(_ parts: [(name: String, kind: String?)]) -> [UInt8] {
        var text = XMLText()
        text.raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n")
        var endings = [
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml", "png": "image/png", "svg": "image/svg+xml",
        ]
        endings.merge(template?.endings ?? [:]) { own, _ in own }
        for (ending, kind) in endings.sorted(by: { $0.key < $1.key }) {
            text.raw("<Default Extension=\"")
            text.words(ending)
            text.raw("\" ContentType=\"")
            text.words(kind)
            text.raw("\"/>\n")
        }
        func add(_ name: String, _ kind: String) {
            text.raw("<Override PartName=\"/")
            text.words(name)
            text.raw("\" ContentType=\"")
            text.words(kind)
            text.raw("\"/>\n")
        }
        for part in parts {
            if let kind = part.kind { add(part.name, Self.mainKind + kind) }
        }
        add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        for (name, kind) in template?.kinds ?? [] { add(name, kind) }
        text.raw("</Types>\n")
        return text.bytes
    }
}
#endif
