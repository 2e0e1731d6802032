// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Office
/// The styles of a Word document.
enum WordStyles {
    /// A style with its identifier and its markup.
    struct Style {
        var id: String
        var markup: String
    }

    /// The part with all styles, in a language; the letters are a little smaller on a wide page.
    static func part(language: String, isLandscape: Bool) -> [UInt8] {
        var text = XMLText()
        text.raw("<w:styles \(WordPackage.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>")
        text.raw(
            "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/>"
        )
        let size = isLandscape ? 20 : 22
        text.raw("<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/><w:lang w:val=\"")
        text.words(language)
        text.raw("\" w:eastAsia=\"")
        text.words(language)
        text.raw("\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"40\" ")
        text.raw("w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\n")
        for style in all { text.raw(style.markup + "\n") }
        text.raw("</w:styles>\n")
        return text.bytes
    }

    /// All styles that documents use.
    static let all: [Style] =
        [
            paragraph("Normal", "Normal", basedOn: nil, isDefault: true),
            paragraph("BodyText", "Body Text"),
        ]
        + (1...6).map(heading)
        + [
            paragraph(
                "Caption",
                "caption",
                "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/>",
                "<w:b/>"
            ),
            paragraph("Fact", "Fact", "<w:spacing w:after=\"40\"/>"),
            paragraph(
                "Notice",
                "Notice",
                "<w:pBdr>" + ["top", "left", "bottom", "right"].map(border).joined() + "</w:pBdr>"
            ),
            paragraph("ListParagraph", "List Paragraph", "<w:spacing w:after=\"40\"/>"),
            paragraph("ListContinue", "List Continue", "<w:spacing w:after=\"40\"/>"),
            paragraph(
                "TableText",
                "Table Text",
                "<w:spacing w:before=\"0\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
                "<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"
            ),
            paragraph("TableHeading", "Table Heading", "", "<w:b/>", basedOn: "TableText"),
            paragraph("TableStatus", "Table Status", "", "<w:b/>", basedOn: "TableText"),
            paragraph(
                "TableSection",
                "Table Section",
                "<w:keepNext/>",
                "<w:b/>",
                basedOn: "TableText"
            ),
            paragraph("TableList", "Table List", "", "", basedOn: "TableText"),
            paragraph(
                "TableGap",
                "Table Gap",
                "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>"
            ),
            paragraph(
                "FootnoteText",
                "footnote text",
                "<w:spacing w:after=\"40\"/>",
                "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"
            ),
            paragraph("Header", "header", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
            paragraph("Footer", "footer", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
            paragraph("PageLine", "Page Line", "", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
            Style(
                id: "DefaultParagraphFont",
                markup: "<w:style w:type=\"character\" w:default=\"1\" "
                    + "w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>"
                    + "</w:style>"
            ),
            character(
                "Hyperlink",
                "Hyperlink",
                "<w:color w:val=\"0F4C91\"/><w:u w:val=\"single\"/>"
            ),
            character(
                "FootnoteReference",
                "footnote reference",
                "<w:vertAlign w:val=\"superscript\"/>"
            ),
            table,
        ]

    private static func heading(_ level: Int) -> Style {
        let size = [0, 34, 28, 24, 22, 22, 22][level]
        return paragraph(
            "Heading\(level)",
            "heading \(level)",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"160\" w:after=\"60\"/>"
                + "<w:outlineLvl w:val=\"\(level - 1)\"/>",
            "<w:b/><w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>",
            next: "BodyText"
        )
    }

    private static func border(_ side: String) -> String {
        "<w:\(side) w:val=\"single\" w:sz=\"12\" w:space=\"4\" w:color=\"144E8C\"/>"
    }

    private static func paragraph(
        _ id: String,
        _ name: String,
        _ look: String = "",
        _ letters: String = "",
        basedOn: String? = "Normal",
        next: String? = nil,
        isDefault: Bool = false
    ) -> Style {
        var markup = "<w:style w:type=\"paragraph\""
        if isDefault { markup += " w:default=\"1\"" }
        markup += " w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
        if let basedOn { markup += "<w:basedOn w:val=\"\(basedOn)\"/>" }
        if let next { markup += "<w:next w:val=\"\(next)\"/>" }
        markup += "<w:qFormat/>"
        if !look.isEmpty { markup += "<w:pPr>\(look)</w:pPr>" }
        if !letters.isEmpty { markup += "<w:rPr>\(letters)</w:rPr>" }
        return Style(id: id, markup: markup + "</w:style>")
    }

    private static func character(_ id: String, _ name: String, _ letters: String) -> Style {
        Style(
            id: id,
            markup: "<w:style w:type=\"character\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
                + "<w:rPr>\(letters)</w:rPr></w:style>"
        )
    }

    private static let table = Style(
        id: "CommitteeTable",
        markup: "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"CommitteeTable\">"
            + "<w:name w:val=\"Committee Table\"/><w:tblPr><w:tblBorders>"
            + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
                "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A9199\"/>"
            }.joined()
            + "</w:tblBorders><w:tblCellMar><w:top w:w=\"30\" w:type=\"dxa\"/>"
            + "<w:left w:w=\"80\" w:type=\"dxa\"/><w:bottom w:w=\"30\" w:type=\"dxa\"/>"
            + "<w:right w:w=\"80\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
            + "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" "
            + "w:fill=\"DDE5ED\"/></w:tcPr></w:tblStylePr></w:style>"
    )
}

/// The lists of a Word document.
enum WordNumbering {
    /// Below the numbers of our lists are those that a template may have.
    static let base = 9_000

    /// The part with all lists; one that is numbered begins anew.
    static func part(_ lists: [Bool]) -> [UInt8] {
        var text = XMLText()
        text.raw("<w:numbering \(WordPackage.namespaces)>\n")
        for isOrdered in [false, true] {
            text.raw("<w:abstractNum w:abstractNumId=\"\(isOrdered ? 2 : 1)\">")
            text.raw("<w:multiLevelType w:val=\"hybridMultilevel\"/>")
            for level in 0..<9 {
                let mark = isOrdered ? "%\(level + 1)." : level % 2 == 0 ? "•" : "–"
                text.raw("<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"")
                text.raw(isOrdered ? "decimal" : "bullet")
                text.raw("\"/><w:lvlText w:val=\"\(mark)\"/><w:lvlJc w:val=\"left\"/>")
                let left = (level + 1) * 360
                text.raw("<w:pPr><w:ind w:left=\"\(left)\" w:hanging=\"360\"/></w:pPr></w:lvl>")
            }
            text.raw("</w:abstractNum>\n")
        }
        for (place, isOrdered) in lists.enumerated() {
            text.raw("<w:num w:numId=\"\(base + place + 1)\"><w:abstractNumId w:val=\"")
            text.raw(isOrdered ? "2\"/>" : "1\"/>")
            if isOrdered {
                for level in 0..<9 {
                    text.raw("<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"1\"/>")
                    text.raw("</w:lvlOverride>")
                }
            }
            text.raw("</w:num>\n")
        }
        text.raw("</w:numbering>\n")
        return text.bytes
    }
}
#endif
