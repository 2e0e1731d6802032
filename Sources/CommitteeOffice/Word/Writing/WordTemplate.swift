// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

/// A committee's own Word document, of which styles, header, footer and logo are taken.
///
/// What stands in its text is not taken.
public struct WordTemplate: Sendable {
    /// A part that is taken as it is.
    struct Part: Sendable {
        var name: String
        var bytes: [UInt8]
    }

    /// What the document refers to.
    struct Relation: Sendable {
        var id: String
        var kind: String
        var target: String
    }

    /// The parts that are taken as they are: heads and feet of pages, pictures, fonts and theme.
    var kept: [Part] = []
    var relations: [Relation] = []
    /// What files of an ending are.
    var endings: [String: String] = [:]
    /// What the taken parts are, by their names.
    var kinds: [(name: String, kind: String)] = []
    /// The markup by which pages find their heads.
    var headers = ""
    /// The markup by which pages find their feet.
    var footers = ""
    /// The markup by which the first page has its own.
    var titlePage = ""
    private var sheet: [UInt8] = []
    private var known: Set<String> = []

    var hasHeader: Bool { !headers.isEmpty }
    var hasFooter: Bool { !footers.isEmpty }

    #if Office
    /// Reads a template.
    ///
    /// - Parameters:
    ///   - bytes: The Word document (.docx or .dotx).
    ///   - limits: The sizes beyond which it is refused.
    /// - Throws: ``OfficeError`` when it is no Word document, broken, locked or too large.
    public init(reading bytes: [UInt8], limits: OfficeLimits = OfficeLimits()) throws(OfficeError) {
        let zip = try ZipReader(bytes, limits: limits)
        let parts = try PackageParts(zip)
        guard let main = parts.main, main.hasPrefix("word/"), let text = try zip.part(main),
            let styles = try parts.target(of: "styles", from: main).flatMap({
                (name) throws(OfficeError) in try zip.part(name)
            })
        else {
            throw OfficeError(
                .partMissing,
                "The template is no Word document, or has no styles. Name a .docx that Word wrote."
            )
        }
        sheet = styles
        let style = try XMLReader.read(styles, name: "styles", limits: limits)
        known = Set(style.elements.compactMap { $0.attributes["w:styleId"] })
        let body = try XMLReader.read(text, name: main, limits: limits).first("w:body")
        let sections =
            body?.elements.compactMap { element in
                element.name == "w:sectPr" ? element : element.first("w:pPr")?.first("w:sectPr")
            } ?? []
        if sections.last?.first("w:titlePg") != nil { titlePage = "<w:titlePg/>" }
        try take(Self.shown(in: sections), of: main, from: zip, parts)
    }

    /// The heads and feet of the last pages: a section without one of its own has that of the section before.
    private static func shown(in sections: [XMLElement]) -> [XMLElement] {
        var shown: [XMLElement] = []
        for element in sections.flatMap(\.elements) where element.attributes["r:id"] != nil {
            shown.removeAll {
                $0.name == element.name && $0.attributes["w:type"] == element.attributes["w:type"]
            }
            shown.append(element)
        }
        return shown
    }

    /// Takes the heads and feet of the pages with all that they show, the theme and the fonts.
    private mutating func take(
        _ shown: [XMLElement],
        of main: String,
        from zip: borrowing ZipReader,
        _ parts: PackageParts
    ) throws(OfficeError) {
        endings = parts.endings
        var waiting: [String] = []
        for relation in parts.relations(of: main) where !relation.isExternal {
            let reference = shown.first { $0.attributes["r:id"] == relation.id }
            guard reference != nil || ["theme", "fontTable"].contains(relation.kind) else {
                continue
            }
            relations.append(
                Relation(
                    id: "t" + relation.id,
                    kind: relation.kind,
                    target: "/" + relation.target
                )
            )
            waiting.append(relation.target)
            let type = reference?.attributes["w:type"]
            let place =
                "w:type=\"\(type == "first" || type == "even" ? type ?? "" : "default")\" "
                + "r:id=\"t\(relation.id)\"/>"
            if relation.kind == "header" { headers += "<w:headerReference " + place }
            if relation.kind == "footer" { footers += "<w:footerReference " + place }
        }
        var taken: Set<String> = []
        while let name = waiting.popLast() {
            guard taken.insert(name).inserted, let bytes = try zip.part(name) else { continue }
            kept.append(Part(name: name, bytes: bytes))
            if let kind = parts.kinds[name] { kinds.append((name, kind)) }
            let list = PackageParts.relationsName(of: name)
            if let bytes = try zip.part(list) { kept.append(Part(name: list, bytes: bytes)) }
            for relation in parts.relations(of: name) where !relation.isExternal {
                waiting.append(relation.target)
            }
        }
    }

    /// The styles of the template, with those of ours that it lacks.
    func styles(adding styles: [WordStyles.Style]) -> [UInt8] {
        let missing = styles.filter { !known.contains($0.id) }.map { style in
            // The template has its own default styles.
            style.markup.split(separator: " w:default=\"1\"").joined()
        }
        let end = Array("</".utf8)
        guard let place = sheet.indices.last(where: { sheet[$0...].starts(with: end) }) else {
            return sheet
        }
        var text = XMLText(declared: false)
        text.raw(bytes: sheet[..<place])
        for markup in missing {
            // The prefix of the sheet may be another one than ours.
            let opening = markup.prefix { $0 != " " }
            text.raw(
                opening
                    + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + markup.dropFirst(opening.count)
            )
        }
        text.raw(bytes: sheet[place...])
        return text.bytes
    }
    #endif
}
