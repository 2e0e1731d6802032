// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@testable import CommitteeOffice

@Suite struct WordWritingTests {
    private func part(_ name: String, of document: Document) throws -> String {
        let zip = try ZipReader(WordRenderer().bytes(of: document), limits: OfficeLimits())
        return String(decoding: try #require(try zip.part(name)), as: UTF8.self)
    }

    @Test func theSameDocumentGivesTheSameBytes() throws {
        let first = try WordRenderer().bytes(of: SampleDocument.whole)
        #expect(try WordRenderer().bytes(of: SampleDocument.whole) == first)
    }

    @Test func headingsOfATableRepeatAndRowsDoNotBreak() throws {
        let text = try part("word/document.xml", of: SampleDocument.whole)
        #expect(text.components(separatedBy: "<w:tblHeader/>").count - 1 == 3)
        #expect(text.contains("<w:gridSpan w:val=\"3\"/>"))
        #expect(text.contains("<w:vMerge w:val=\"restart\"/>"))
        #expect(text.contains("<w:vMerge/>"))
    }

    @Test func aStatusIsItsLetterWordAndColourOnThatColour() throws {
        let text = try part("word/document.xml", of: SampleDocument.whole)
        #expect(text.contains("w:fill=\"00623B\""))
        #expect(text.contains(">G Green – On target</w:t>"))
    }

    @Test func aWideTableTurnsThePage() throws {
        let wide = try part("word/document.xml", of: SampleDocument.whole)
        #expect(wide.contains("w:orient=\"landscape\""))
        let narrow = Document(title: "Short", blocks: [.paragraph("Words.")])
        #expect(try !part("word/document.xml", of: narrow).contains("w:orient"))
    }

    @Test func theHeadOfEachPageHasTheWordsOfThePageAndWhatMustNotBeOverlooked() throws {
        var document = SampleDocument.whole
        document.page.header = "North CPC: Progress report"
        document.page.footer = "As at 31 October 2026"
        let head = try part("word/committeeHeader.xml", of: document)
        #expect(head.contains(">North CPC: Progress report</w:t>"))
        #expect(head.contains(">Draft: Nobody has approved this.</w:t>"))
        let foot = try part("word/committeeFooter.xml", of: document)
        #expect(foot.contains(">As at 31 October 2026</w:t>"))
        #expect(foot.contains("NUMPAGES"))
    }

    @Test func whatXMLForbidsIsReplaced() throws {
        let document = Document(
            title: "A",
            blocks: [.heading(1, "A"), .paragraph("x\u{1}y\u{FFFE}z & <b>")]
        )
        let text = try part("word/document.xml", of: document)
        #expect(text.contains("x\u{FFFD}y\u{FFFD}z &amp; &lt;b&gt;"))
    }

    @Test func aDrawingStandsAsPictureWithItsWords() throws {
        let renderer = WordRenderer(picturing: { _ in [0x89, 0x50, 0x4E, 0x47] })
        let zip = try ZipReader(renderer.bytes(of: SampleDocument.whole), limits: OfficeLimits())
        let text = String(decoding: try #require(try zip.part("word/document.xml")), as: UTF8.self)
        #expect(
            text.contains(
                "descr=\"By status. 3 of 4: G Green – On target; 1 of 4: R Red – Outwith deadline.\""
            )
        )
        #expect(try zip.part("word/media/committee1.svg")?.starts(with: "<svg ".utf8) == true)
        #expect(try zip.part("word/media/committee1.png")?.count == 4)
    }

    @Test func whereNoPictureCanBeMadeAWordSaysSo() throws {
        let renderer = WordRenderer(picturing: { _ in nil })
        let zip = try ZipReader(renderer.bytes(of: SampleDocument.whole), limits: OfficeLimits())
        let text = String(decoding: try #require(try zip.part("word/document.xml")), as: UTF8.self)
        #expect(text.contains("A picture of “By status” is left out here."))
    }

    @Test func aTemplateGivesStylesHeaderAndLogo() throws {
        var old = Document(title: "Old", blocks: [.heading(1, "Old")])
        old.page.header = "The committee's own head"
        let template = try WordTemplate(reading: WordRenderer().bytes(of: old))
        let bytes = try WordRenderer(template: template).bytes(of: SampleDocument.whole)
        let zip = try ZipReader(bytes, limits: OfficeLimits())
        let parts = try PackageParts(zip)
        let header = try #require(parts.target(of: "header", from: "word/document.xml"))
        let words = String(decoding: try #require(try zip.part(header)), as: UTF8.self)
        #expect(words.contains("The committee's own head"))
        let text = String(decoding: try #require(try zip.part("word/document.xml")), as: UTF8.self)
        #expect(!text.contains(">Old<"))
    }

    // MARK: Outside readers

    private static let script = """
        import sys, docx
        document = docx.Document(sys.argv[1])
        for p in document.paragraphs:
            if p.text: print(p.style.name, '|', p.text)
        for t in document.tables:
            for r in t.rows: print('#', ' | '.join(c.text.replace(chr(10), ' / ') for c in r.cells))
        print(document.core_properties.title, document.sections[0].orientation)
        """

    @Test(
        .enabled(
            if: OutsideReader.has(python: "docx"),
            "Install python-docx to read Word documents with it: apt-get install python3-docx"
        )
    )
    func anOutsideReaderReadsEveryCell() throws {
        let read = try OutsideReader.withFile(
            WordRenderer().bytes(of: SampleDocument.whole),
            ending: "docx"
        ) { try OutsideReader.run(["/usr/bin/python3", "-c", Self.script, $0.path]) }
        #expect(
            read == """
                Heading 1 | Progress report
                Notice | Draft: Nobody has approved this.
                Heading 2 | What was done
                Body Text | See  and , the 3rd time1.
                List Paragraph | First
                List Paragraph | Nested
                List Paragraph | Second
                List Paragraph | Anew
                Caption | Actions
                Fact | Chair: The independent chair
                Fact | Plan: 2023 to 2026
                Caption | By status
                List Paragraph | 3 of 4: G Green – On target
                List Paragraph | 1 of 4: R Red – Outwith deadline
                Caption | Key
                footnote text | 2 A note without a mark.
                #  | What and who | What and who | What and who |  | 
                # No | Action | Lead | Timescale | Count | RAG
                # Outcome 1 | Outcome 1 | Outcome 1 | Outcome 1 | Outcome 1 | Outcome 1
                # 1.1 | Pilot two schools. / Then report. | Education | By 31 March 2027 | 3 | G Green – On target
                # 1.10 | Ask <carers> & "others" | Education | Ongoing | 12 | R Red – Outwith deadline
                # Outcome 2 | Outcome 2 | Outcome 2 | Outcome 2 | Outcome 2 | Outcome 2
                # 2.1 | Joined | Joined | 31 October 2026 | 2.5 | 
                # Status | Meaning
                # G Green – On target | Going well
                # R Red – Outwith deadline | Late
                Progress report LANDSCAPE (1)

                """
        )
    }

    @Test(
        .enabled(
            if: OutsideReader.has(program: "soffice"),
            "Install LibreOffice to open Word documents with it: apt-get install libreoffice-writer-nogui"
        )
    )
    func libreOfficeOpensTheDocument() throws {
        let text = try OutsideReader.withFile(
            WordRenderer().bytes(of: SampleDocument.whole),
            ending: "docx"
        ) { file in
            let folder = file.deletingLastPathComponent()
            _ = try OutsideReader.run([
                "soffice", "--headless", "-env:UserInstallation=file://\(folder.path)/profile",
                "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder.path, file.path,
            ])
            return try String(contentsOf: folder.appending(path: "file.txt"), encoding: .utf8)
        }
        for words in [
            "See the guide and below, the 3rd time", "1.10", "2 A note without a mark.", "1. First",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
