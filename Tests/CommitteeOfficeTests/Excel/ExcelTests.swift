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
            if s.title in ('Text', 'How to return this'): continue
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
                # Actions C2 A1:H4
                choose G2:G4 Key!$A$2:$A$3
                colour G2:G4 "G Green – On target" FF00623B
                colour G2:G4 "R Red – Outwith deadline" FFB11D1D
                s:Part | s:No | s:Action | s:Lead | s:Timescale | s:Count | s:RAG | s:Table
                s:Outcome 1 | s:1.1 | s:Pilot two schools.
                Then report. | s:Education | s:By 31 March 2027 | n:3 | s:G Green – On target | n:1
                s:Outcome 1 | s:1.10 | s:Ask <carers> & "others" | s:Education | s:Ongoing | n:12 | s:R Red – Outwith deadline | n:1
                s:Outcome 2 | s:2.1 | s:Joined | d:2026-10-31 00:00:00 | n:2.5 | n:1
                # Key A2 None
                colour A2:A3 "G Green – On target" FF00623B
                colour A2:A3 "R Red – Outwith deadline" FFB11D1D
                s:Status | s:Meaning
                s:G Green – On target | s:Going well
                s:R Red – Outwith deadline | s:Late
                # Text A2 None
                # How to return this None None

                """
        )
    }

    private func words(of source: SourceDocument) -> [String] {
        zip(source.lines, source.places).map { "\($1): \($0)" }
    }

    @Test func whatWeWriteIsReadAsTheDocumentThatItWas() throws {
        let source = try SourceDocument(
            ExcelReader.read(workbook(SampleDocument.whole)),
            name: "a.xlsx"
        )
        #expect(
            source.rowsInWords.prefix(6) == [
                "No|Action|Lead|Timescale|Count|RAG", "Outcome 1|^|^|^|^|^",
                "1.1|Pilot two schools.<br>Then report.|Education|By 31 March 2027|3|"
                    + "G Green – On target",
                "1.10|Ask &lt;carers> & \"others\"|Education|Ongoing|12|R Red – Outwith deadline",
                "Outcome 2|^|^|^|^|^", "2.1|Joined||31 October 2026|2.5|",
            ]
        )
        let lines = words(of: source)
        #expect(lines[0] == "sheet “Text”, row 2: Progress report")
        #expect(lines.contains("sheet “Text”, row 5: See the guide and below, the 3rd time[1]."))
        #expect(lines.contains("sheet “Actions”, row 4: 2.1\tJoined\t\t31 October 2026\t2.5\t"))
        #expect(source.findings.isEmpty)
    }

    /// What people do to a workbook that they fill in: words changed, a row added, rows sorted, a sheet of
    /// their own.
    private static let changes = """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        sheet = book['Actions']
        rows = [[c.value for c in r] for r in sheet.iter_rows(min_row=2)]
        rows[0][2] = 'Pilot three schools.'
        rows.insert(2, ['Outcome 2', '2.0', 'A new one'] + [None] * 5)
        for n, row in enumerate(rows):
            for m, value in enumerate(row): sheet.cell(n + 2, m + 1).value = value
        own = book.create_sheet('Notes')
        own['A1'] = 'Ask the chair.'
        book.save(sys.argv[1])
        """

    @Test(
        .enabled(
            if: OutsideReader.has(python: "openpyxl"),
            "Install openpyxl to change workbooks with it: apt-get install python3-openpyxl"
        )
    )
    func whatPeopleChangeInAWorkbookIsRead() throws {
        let changed = try OutsideReader.withFile(workbook(SampleDocument.whole), ending: "xlsx") {
            _ = try OutsideReader.run(["/usr/bin/python3", "-c", Self.changes, $0.path])
            return try [UInt8](Data(contentsOf: $0))
        }
        let source = try SourceDocument(ExcelReader.read(changed), name: "a.xlsx")
        #expect(
            source.rowsInWords.prefix(7) == [
                "No|Action|Lead|Timescale|Count|RAG", "Outcome 1|^|^|^|^|^",
                "1.1|Pilot three schools.|Education|By 31 March 2027|3|G Green – On target",
                "1.10|Ask &lt;carers> & \"others\"|Education|Ongoing|12|R Red – Outwith deadline",
                "Outcome 2|^|^|^|^|^", "2.0|A new one||||", "2.1|Joined||31 October 2026|2.5|",
            ]
        )
        #expect(words(of: source).last == "sheet “Notes”, row 1: Ask the chair.")
    }

    @Test(
        .enabled(
            if: OutsideReader.has(python: "openpyxl"),
            "Install openpyxl to change workbooks with it: apt-get install python3-openpyxl"
        )
    )
    func aRowAddedAboveAllOthersStaysInItsSheet() throws {
        let document = Document(
            title: "Plan",
            blocks: [
                .table(
                    .init(
                        caption: "Checks",
                        columns: ["Day", "Total"],
                        rows: [.cells(["1", "2"])]
                    )
                ),
                .table(
                    .init(
                        caption: "Actions",
                        columns: ["No", "Text", "Lead"],
                        rows: [
                            .cells(["1.1", "Ask", "Chair"])
                        ]
                    )
                ),
            ]
        )
        let script = """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            sheet = book['Actions']
            sheet.insert_rows(2)
            sheet['A2'], sheet['B2'] = '1.0', 'Tell'
            book.save(sys.argv[1])
            """
        let changed = try OutsideReader.withFile(workbook(document), ending: "xlsx") {
            _ = try OutsideReader.run(["/usr/bin/python3", "-c", script, $0.path])
            return try [UInt8](Data(contentsOf: $0))
        }
        let source = try SourceDocument(ExcelReader.read(changed), name: "a.xlsx")
        #expect(
            source.rowsInWords == [
                "Day|Total", "1|2", "No|Text|Lead", "1.0|Tell|", "1.1|Ask|Chair",
            ]
        )
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

    @Test(arguments: [
        ("d mmm yy", "46326", "31 October 2026"), ("mmm-yy", "46326", "October 2026"),
        ("mmmm yyyy", "46327", "November 2026"), ("h:mm", "0.3784722222222222", "09:05"),
        ("[h]:mm", "0.5", "12:00"), ("\"£\"#,##0", "1200", "£1200"),
        ("£#,##0.00", "1200", "£1200.00"),
        ("[$£-809]#,##0", "-5", "-£5"), ("0 \"of 12\"", "3", "3 of 12"), ("000", "7", "007"),
        ("0.0%", "0.333", "33.3%"), ("General", "46203.5", "46203.5"),
        ("#,##0;[Red]-#,##0", "7", "7"), ("\"day\" 0", "7", "day 7"), ("mmm-yy", "1e300", "1e300"),
    ])
    func numbersAreReadAsTheirFormatShowsThem(
        format: String,
        number: String,
        words: String
    ) throws {
        let code = format.replacing("\"", with: "&quot;")
        let source = try source(
            sheet: "<sheetData><row r=\"1\"><c s=\"1\"><v>\(number)</v></c></row></sheetData>",
            styles: "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(code)\"/></numFmts><cellXfs>"
                + "<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"
        )
        #expect(source.lines == [words])
    }

    @Test func anEmptyFirstCellDoesNotMoveTheOthers() throws {
        func row(_ number: Int, _ cells: [(String, Int)]) -> String {
            "<row r=\"\(number)\">"
                + cells.map { "<c r=\"\($0.0)\(number)\"><v>\($0.1)</v></c>" }.joined() + "</row>"
        }
        let source = try source(
            sheet:
                "<sheetData>\(row(1, [("B", 1), ("C", 2), ("D", 3)]))\(row(3, [("C", 5), ("D", 6)]))"
                + "\(row(4, [("B", 9)]))\(row(5, [("C", 7), ("D", 8)]))</sheetData>"
        )
        #expect(source.lines == ["1\t2\t3", "\t5\t6", "9", "\t7\t8"])
    }

    @Test func coloursOfCellsAreRead() throws {
        let source = try source(
            sheet:
                "<sheetData><row r=\"1\"><c s=\"0\"><v>1</v></c><c s=\"0\"><v>2</v></c><c s=\"1\"/></row>"
                + "<row r=\"2\"><c s=\"0\"><v>3</v></c><c s=\"0\"><v>4</v></c><c s=\"2\"/></row></sheetData>",
            styles: "<fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
                + "patternType=\"solid\"><fgColor rgb=\"FF00B050\"/></patternFill></fill><fill><patternFill "
                + "patternType=\"solid\"><fgColor indexed=\"10\"/></patternFill></fill></fills><cellXfs>"
                + "<xf numFmtId=\"0\" fillId=\"0\"/><xf numFmtId=\"0\" fillId=\"1\"/>"
                + "<xf numFmtId=\"0\" fillId=\"2\"/></cellXfs>"
        )
        #expect(source.rowsInWords == ["1|2|", "3|4|"])
        #expect(source.tables[0].rows.map { $0.cells[2].colour } == ["#00b050", "#ff0000"])
    }

    @Test func aHiddenColumnAndAFormulaWithoutAValueAreFindings() throws {
        let source = try source(
            sheet:
                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c><v>1</v></c>"
                + "<c><v>2</v></c><c><f>A1</f></c></row></sheetData>"
        )
        #expect(source.lines == ["1\t2"])
        #expect(
            source.findingsInWords == [
                "sheet “Plan”, row 1 hidden-row: The sheet “Plan” has 1 hidden column with words, B; read "
                    + "like the others.",
                "sheet “Plan”, row 1 formula-value: The sheet “Plan” has 1 formula, of which the value was "
                    + "read that the workbook kept. If it is old, open the workbook, let it calculate, and "
                    + "save it.",
                "sheet “Plan”, row 1 formula-value: The sheet “Plan” has 1 formula without a kept value, read "
                    + "as empty. Open the workbook in a spreadsheet program and save it there.",
            ]
        )
    }

    @Test func peopleCanChooseAStatusThatNoRowHas() throws {
        let amber = StatusTag("A", "Delayed", colour: .amber)
        let key = Document.Legend(
            title: "Ours",
            entries: [SampleDocument.green, amber, SampleDocument.red].map { .init($0, Prose()) }
        )
        let other = Document.Legend(title: "Other", entries: [.init(amber, Prose())])
        let document = SampleDocument.whole
        #expect(ExcelSheets(document, keys: [other]).key.map(\.status.letter) == ["G", "R"])
        #expect(
            ExcelSheets(document, keys: [other, key]).key.map(\.status.letter) == ["G", "R", "A"]
        )
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
