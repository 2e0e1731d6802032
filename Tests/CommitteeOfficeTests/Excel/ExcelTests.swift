// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Foundation
import Testing

@testable import CommitteeOffice

@Suite struct ExcelTests {
    private func workbook(_ document: Document) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "committee-office-\(UUID().uuidString).xlsx").path
        defer { #expect(!FileManager.default.fileExists(atPath: path)) }
        return try ExcelRenderer().bytes(of: document, scratch: path)
    }

    @Test func theSameDocumentGivesTheSameBytes() throws {
        let first = try workbook(SampleDocument.whole)
        #expect(try workbook(SampleDocument.whole) == first)
    }

    @Test func aDocumentWithoutTablesIsRefused() throws {
        let error = #expect(throws: OfficeError.self) {
            try workbook(Document(title: "Words", blocks: [.paragraph("Only words.")]))
        }
        #expect(
            error?.message
                == "“Words” has no table, so there is nothing for a workbook. Write it as a Word document "
                + "(.docx)."
        )
    }

    private static let script = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        for s in book:
            print('#', s.title, s.freeze_panes, s.auto_filter.ref)
            for d in s.data_validations.dataValidation: print('choose', d.sqref, d.formula1)
            for area in s.conditional_formatting:
                for r in area.rules: print('colour', area.sqref, r.formula[0], r.dxf.fill.bgColor.rgb)
            if s.title == 'How to return this': continue
            for r in s.iter_rows():
                print(' | '.join(f'{c.data_type}:{c.value}' for c in r if c.value is not None))
        """

    @Test(
        .enabled(
            if: OutsideReader.has(python: "openpyxl"),
            "Install openpyxl to read workbooks with it: apt-get install python3-openpyxl"
        )
    )
    func anOutsideReaderReadsCellsValidationsAndColours() throws {
        let read = try OutsideReader.withFile(workbook(SampleDocument.whole), ending: "xlsx") {
            try OutsideReader.run(["/usr/bin/python3", "-c", Self.script, $0.path])
        }
        #expect(
            read == """
                # Actions C2 A1:G4
                choose G2:G4 Key!$A$2:$A$3
                colour G2:G4 "G Green – On target" FF00623B
                colour G2:G4 "R Red – Outwith deadline" FFB11D1D
                s:Part | s:No | s:Action | s:Lead | s:Timescale | s:Count | s:RAG
                s:Outcome 1 | s:1.1 | s:Pilot two schools.
                Then report. | s:Education | s:By 31 March 2027 | n:3 | s:G Green – On target
                s:Outcome 1 | s:1.10 | s:Ask <carers> & "others" | s:Education | s:Ongoing | n:12 | s:R Red – Outwith deadline
                s:Outcome 2 | s:2.1 | s:Joined | d:2026-10-31 00:00:00 | n:2.5
                # Key A2 None
                colour A2:A3 "G Green – On target" FF00623B
                colour A2:A3 "R Red – Outwith deadline" FFB11D1D
                s:Status | s:Meaning
                s:G Green – On target | s:Going well
                s:R Red – Outwith deadline | s:Late
                # How to return this None None

                """
        )
    }

    @Test func whatWeWriteWeRead() throws {
        let source = try SourceDocument(
            ExcelReader.read(workbook(SampleDocument.whole)),
            name: "a.xlsx"
        )
        #expect(
            source.rowsInWords.prefix(4) == [
                "Part|No|Action|Lead|Timescale|Count|RAG",
                "Outcome 1|1.1|Pilot two schools.<br>Then report.|Education|By 31 March 2027|3|"
                    + "G Green – On target",
                "Outcome 1|1.10|Ask &lt;carers> & \"others\"|Education|Ongoing|12|R Red – Outwith deadline",
                "Outcome 2|2.1|Joined||31 October 2026|2.5|",
            ]
        )
        #expect(source.places[1] == "sheet “Actions”, row 2")
    }

    // MARK: Workbooks of others

    private static let names =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

    private func source(sheet: String, strings: String = "", styles: String = "") throws
        -> SourceDocument
    {
        let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        var zip = ZipWriter()
        zip.add(
            "_rels/.rels",
            Array(
                WordFile.rootRelations.replacing("word/document.xml", with: "xl/workbook.xml").utf8
            )
        )
        zip.add(
            "xl/workbook.xml",
            Array(
                "<workbook \(Self.names)><sheets><sheet name=\"Plan\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
                    .utf8
            )
        )
        let relations = [
            ("a", "worksheet", "s.xml"), ("b", "sharedStrings", "t.xml"), ("c", "styles", "u.xml"),
        ]
        zip.add(
            "xl/_rels/workbook.xml.rels",
            Array(
                ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + relations.map {
                        "<Relationship Id=\"\($0.0)\" Type=\"\(kinds)\($0.1)\" Target=\"\($0.2)\"/>"
                    }.joined() + "</Relationships>").utf8
            )
        )
        zip.add("xl/s.xml", Array("<worksheet \(Self.names)>\(sheet)</worksheet>".utf8))
        zip.add("xl/t.xml", Array("<sst \(Self.names)>\(strings)</sst>".utf8))
        zip.add("xl/u.xml", Array("<styleSheet \(Self.names)>\(styles)</styleSheet>".utf8))
        return try SourceDocument(ExcelReader.read(zip.bytes()), name: "plan.xlsx")
    }

    @Test func daysNumbersAndSharedWordsAreReadAsTheyAreShown() throws {
        let source = try source(
            sheet:
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" s=\"1\"><v>46326</v></c>"
                + "<c r=\"C1\" s=\"2\"><v>1.1</v></c><c r=\"D1\" s=\"3\"><v>0.25</v></c><c r=\"E1\"><v>7</v></c></row>"
                + "</sheetData>",
            strings: "<si><t>no</t></si><si><r><t>Two </t></r><r><t>parts</t></r></si>",
            styles:
                "<numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs>"
                + "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"2\"/><xf numFmtId=\"9\"/></cellXfs>"
        )
        #expect(source.rowsInWords == ["Two parts|31 October 2026|1.10|25%|7"])
    }

    @Test func hiddenRowsAndFormulasAreReadWithFindings() throws {
        let source = try source(
            sheet: "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>Title</t></is></c></row>"
                + "<row r=\"3\"><c><v>1</v></c><c><v>2</v></c></row>"
                + "<row r=\"4\" hidden=\"1\"><c><f>A3+1</f><v>2</v></c><c><v>3</v></c></row></sheetData>"
        )
        #expect(source.lines == ["Title", "1\t2", "2\t3"])
        #expect(
            source.findingsInWords == [
                "sheet “Plan”, row 1 hidden-row: The sheet “Plan” has 1 hidden row, the first of them row 4; "
                    + "they were read like the others.",
                "sheet “Plan”, row 1 formula-value: The sheet “Plan” has 1 formula, of which the value was "
                    + "read that the workbook kept. If it is old, open the workbook, let it calculate, and "
                    + "save it.",
            ]
        )
    }

    @Test func mergedCellsCoverTheirPlaces() throws {
        let source = try source(
            sheet: "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row></sheetData>"
                + "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:C2\"/></mergeCells>"
        )
        #expect(source.rowsInWords == ["1|^|2", "3|4|^"])
    }
}
