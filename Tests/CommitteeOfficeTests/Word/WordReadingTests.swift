// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@testable import CommitteeOffice

@Suite struct WordReadingTests {
    @Test func whatWeWriteWeRead() throws {
        let word = try SourceDocument(
            WordReader.read(WordRenderer().bytes(of: SampleDocument.whole)),
            name: "a.docx"
        )
        #expect(
            word.rowsInWords == [
                "|What and who|^|^||", "No|Action|Lead|Timescale|Count|RAG", "Outcome 1|^|^|^|^|^",
                "1.1|Pilot <strong>two</strong> schools.<br>Then report.|Education|By 31 March 2027|3|"
                    + "G Green – On target",
                "1.10|Ask &lt;carers> & \"others\"|^|Ongoing|12|R Red – Outwith deadline",
                "Outcome 2|^|^|^|^|^", "2.1|Joined|^|31 October 2026|2.5|", "Status|Meaning",
                "G Green – On target|Going well", "R Red – Outwith deadline|Late",
            ]
        )
        #expect(
            word.tables[0].rows.map(\.isHeaderMarked) == [
                true, true, true, false, false, true, false,
            ]
        )
        #expect(word.findings == [])
        let texts = word.blocks.filter { $0.table == nil }.map { block -> String in
            switch block {
            case .heading(let level, let text, _): "\(level) \(text)"
            case .listItem(let marker, let depth, let text, _, _): "\(marker) \(depth) \(text)"
            default: block.text
            }
        }
        #expect(
            texts == [
                "1 Progress report", "Nobody has approved this.", "2 What was done",
                "See <a href=\"https://example.org/a?b=1&amp;c\">the guide</a> and "
                    + "<a href=\"#actions\">below</a>, the 3<sup>rd</sup> time<sup>1</sup>.",
                "1. 0 First", "- 1 Nested", "2. 0 Second", "1. 0 Anew", "Actions",
                "<strong>Chair:</strong> The independent chair",
                "<strong>Plan:</strong> 2023 to 2026",
                "By status", "- 0 3 of 4: G Green – On target",
                "- 0 1 of 4: R Red – Outwith deadline",
                "Key", "<sup>2</sup> A note without a mark.", "<sup>1</sup> A note of its own.",
            ]
        )
    }

    @Test func placesNameParagraphsAndRows() throws {
        let source = try WordFile.source(
            body: WordFile.paragraph("One") + "<w:tbl><w:tr>\(WordFile.cell("a"))</w:tr><w:tr>"
                + "\(WordFile.cell("b"))</w:tr></w:tbl>" + WordFile.paragraph("Two")
        )
        #expect(
            source.places == ["paragraph 1", "table 1, row 1", "table 1, row 2", "paragraph 2"]
        )
        #expect(source.lines == ["One", "a", "b", "Two"])
    }

    @Test func deletedWordsAreLeftOutAndAddedOnesTaken() throws {
        let source = try WordFile.source(
            body:
                "<w:p><w:r><w:t>By </w:t></w:r><w:del><w:r><w:delText>March</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>June</w:t></w:r></w:ins></w:p>"
                + "<w:tbl><w:tr>\(WordFile.cell("kept"))</w:tr><w:tr><w:trPr><w:del/></w:trPr>"
                + "\(WordFile.cell("gone"))</w:tr></w:tbl>"
        )
        #expect(source.lines == ["By June", "kept"])
        #expect(
            source.findingsInWords == [
                "paragraph 1 tracked-changes: The document has 3 tracked changes, and was read as if all "
                    + "had been accepted. If that is wrong, settle them in Word and import it again."
            ]
        )
    }

    @Test(arguments: [
        ("Wingdings", "F0FC", "✓"), ("Wingdings", "F0FE", "☑"), ("Wingdings", "F0FD", "☒"),
        ("Wingdings", "F0FB", "✗"), ("Wingdings", "F0A8", "◻"), ("Wingdings", "F06F", "□"),
        ("Wingdings 2", "F050", "✓"), ("Wingdings 2", "F0A3", "☐"), ("Symbol", "F0B7", "•"),
        ("Wingdings", "F041", "\u{FFFD}"), ("Nobody's Font", "F0FC", "\u{FFFD}"),
        ("Arial", "2713", "✓"), ("Arial", "no number", "\u{FFFD}"),
    ])
    func signsOfFontsOfSignsAreToldApart(font: String, code: String, sign: String) throws {
        let source = try WordFile.source(
            body:
                "<w:p><w:r><w:t>a </w:t><w:sym w:font=\"\(font)\" w:char=\"\(code)\"/></w:r></w:p>"
        )
        #expect(source.lines == ["a \(sign)"])
    }

    @Test(arguments: [
        ("<w:default w:val=\"1\"/>", "☑"), ("<w:default w:val=\"0\"/><w:checked/>", "☑"),
        ("<w:default w:val=\"1\"/><w:checked w:val=\"0\"/>", "☐"), ("", "☐"),
    ])
    func boxesOfOldFormsAreRead(state: String, sign: String) throws {
        let source = try WordFile.source(
            body: "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox>\(state)"
                + "</w:checkBox></w:ffData></w:fldChar></w:r></w:p>"
        )
        #expect(source.lines == [sign])
    }

    @Test func whatAsksForWordsIsNoAnswer() throws {
        func control(_ look: String, _ words: String) -> String {
            "<w:sdt><w:sdtPr>\(look)</w:sdtPr><w:sdtContent><w:r><w:t>\(words)</w:t></w:r></w:sdtContent></w:sdt>"
        }
        let source = try WordFile.source(
            body: "<w:p>\(control("<w:showingPlcHdr/>", "Choose an item."))</w:p>"
                + "<w:p>\(control("", "Amber"))</w:p>"
        )
        #expect(source.lines == ["Amber"])
    }

    @Test func hiddenAndStruckWordsAreReadWithFindings() throws {
        func run(_ look: String, _ words: String) -> String {
            "<w:r><w:rPr>\(look)</w:rPr><w:t>\(words) </w:t></w:r>"
        }
        let source = try WordFile.source(
            body: WordFile.paragraph("Open")
                + "<w:p>\(run("<w:vanish/>", "hidden"))\(run("<w:strike/>", "old"))"
                + "\(run("<w:dstrike/>", "older"))\(run("<w:strike w:val=\"0\"/>", "live"))</w:p>"
        )
        #expect(source.lines == ["Open", "hidden old older live "])
        #expect(
            source.findingsInWords == [
                "paragraph 2 hidden-text: 1 piece of text was hidden in Word, and was read like the rest. "
                    + "Take out in Word what should not be read.",
                "paragraph 2 struck-text: 2 pieces of text were struck through, and were read like the rest. "
                    + "Take out in Word what no longer holds.",
            ]
        )
    }

    @Test func aListOfContentsIsNoPartOfThePlan() throws {
        func line(_ style: String, _ words: String) -> String {
            "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>\(words)</w:t></w:r></w:p>"
        }
        let source = try WordFile.source(
            body: line("TOCHeading", "Contents") + line("TOC1", "Outcome 1: Children are heard 2")
                + line("Heading1", "Outcome 1: Children are heard") + line("Tocsin", "Kept")
        )
        #expect(source.lines == ["Outcome 1: Children are heard", "Kept"])
        #expect(
            source.findingsInWords == [
                "paragraph 1 part-left-out: The document has a list of contents of 2 lines, which were not "
                    + "read."
            ]
        )
    }

    @Test func aNumberThatWordCountsIsTheOnlyWordOfItsCell() throws {
        let number =
            "<w:tc><w:p><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:p></w:tc>"
        let twice = number.replacing("</w:tc>", with: item("own", 0) + "</w:tc>")
        let source = try WordFile.source(
            body:
                "<w:tbl><w:tr>\(number)\(WordFile.cell("a"))</w:tr><w:tr>\(number)\(WordFile.cell("b"))</w:tr>"
                + "<w:tr>\(twice)\(WordFile.cell("c"))</w:tr></w:tbl>",
            others: [
                ("word/numbering.xml", Self.numbering),
                ("word/_rels/document.xml.rels", Self.relations),
            ]
        )
        #expect(source.lines == ["(c)\ta", "(d)\tb", "(f) own\tc"])
    }

    @Test func mergedCellsCoverTheirPlaces() throws {
        let source = try WordFile.source(
            body: "<w:tbl><w:tr>\(WordFile.cell("a", "<w:gridSpan w:val=\"2\"/>"))"
                + "\(WordFile.cell("b", "<w:vMerge w:val=\"restart\"/>"))</w:tr>"
                + "<w:tr>\(WordFile.cell("c"))\(WordFile.cell("d"))\(WordFile.cell("", "<w:vMerge/>"))</w:tr>"
                + "<w:tr>\(WordFile.cell("e"))\(WordFile.cell("f"))\(WordFile.cell("own", "<w:vMerge/>"))</w:tr>"
                + "</w:tbl>"
        )
        #expect(source.rowsInWords == ["a|^|b", "c|d|^", "e|f|own"])
    }

    @Test func aTableInACellIsReadWithAFinding() throws {
        let inner = "<w:tbl><w:tr>\(WordFile.cell("x"))\(WordFile.cell("y"))</w:tr></w:tbl>"
        let source = try WordFile.source(
            body:
                "<w:tbl><w:tr><w:tc><w:tcPr/>\(WordFile.paragraph("before"))\(inner)<w:p/></w:tc></w:tr></w:tbl>"
        )
        #expect(source.rowsInWords == ["<p>before</p><br>x y<br>"] || source.rowsInWords.count == 1)
        #expect(source.rowsInWords[0].contains("before"))
        #expect(source.rowsInWords[0].contains("x y"))
        #expect(source.findings.map(\.kind) == [.nestedTable])
    }

    private static let numbering = """
        <w:numbering \(WordFile.names)><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start \
        w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl><w:lvl w:ilvl="1"><w:start \
        w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num \
        w:numId="7"><w:abstractNumId w:val="5"/></w:num></w:numbering>
        """
    private static let relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
        Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" \
        Target="numbering.xml"/></Relationships>
        """

    private func item(_ text: String, _ depth: Int) -> String {
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(depth)\"/><w:numId w:val=\"7\"/></w:numPr></w:pPr>"
            + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    @Test func listsHaveTheNumbersThatWordCounts() throws {
        let source = try WordFile.source(
            body: item("one", 0) + item("deep", 1) + item("deeper", 1) + item("two", 0)
                + item("anew", 1),
            others: [
                ("word/numbering.xml", Self.numbering),
                ("word/_rels/document.xml.rels", Self.relations),
            ]
        )
        #expect(source.lines == ["(c) one", "c.I deep", "c.II deeper", "(d) two", "d.I anew"])
        guard case .listItem("(c)", 0, "one", _, _) = source.blocks[0] else {
            Issue.record("\(source.blocks[0])")
            return
        }
    }

    @Test func macrosAndCommentsAreFindings() throws {
        let source = try WordFile.source(
            body: "<w:p><w:r><w:t>Words</w:t><w:commentReference w:id=\"0\"/></w:r></w:p>",
            others: [("word/vbaProject.bin", "x")]
        )
        #expect(
            source.findingsInWords == [
                "whole part-left-out: The document has 1 comment, which was not read.",
                "whole macros-ignored: The document has macros. They were neither run nor read.",
            ]
        )
    }

    @Test func aLockedDocumentIsRefusedByName() throws {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        bytes += Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
        let error = #expect(throws: OfficeError.self) { try WordReader.read(bytes) }
        #expect(error?.code == .locked)
        #expect(
            error?.message
                == "The file is protected by a password, so nothing in it can be read. Open it, take "
                + "the password off (File, Info, Protect), and save it."
        )
    }

    @Test func anOldDocumentIsRefusedByName() throws {
        let error = #expect(throws: OfficeError.self) {
            try WordReader.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0])
        }
        #expect(
            error?.message
                == "The file is of the kind that Word and Excel wrote before 2007. Open it and save it "
                + "as .docx or .xlsx."
        )
    }
}
