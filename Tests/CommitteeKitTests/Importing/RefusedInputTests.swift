// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct RefusedInputTests {
    private func error(_ bytes: [UInt8], limits: SourceLimits = SourceLimits()) throws
        -> SourceError
    {
        try #require(throws: SourceError.self) {
            try SourceDocument(reading: bytes, name: "plan.txt", limits: limits)
        }
    }

    private static let encodings: [([UInt8], String)] = [
        (
            [0xFF, 0xFE, 0x61, 0x00],
            "plan.txt:1: The document is in UTF-16 (its byte order mark is at offset 0, line 1); "
                + "expected UTF-8. Save it as UTF-8 and import it again."
        ),
        (
            [0x61, 0x0D, 0x0A, 0x62, 0x92, 0x73],
            "plan.txt:2: The document is not UTF-8: byte 0x92 at offset 4, line 2, is not part of "
                + "a character. It seems to be Windows-1252, in which this word is “b’s”. Save it as "
                + "UTF-8 and import it again."
        ),
        (
            [0x61, 0x0A, 0x81, 0x73],
            "plan.txt:2: The document is not UTF-8: byte 0x81 at offset 2, line 2, is not part of "
                + "a character. Save it as UTF-8 and import it again."
        ),
        (
            Array("N\u{0}o\u{0} \u{0}A\u{0}c\u{0}".utf8),
            "plan.txt:1: The document is in UTF-16 (low byte first) without a byte order mark: every "
                + "other byte is NUL. Expected UTF-8. Save it as UTF-8 and import it again."
        ),
    ]

    @Test(arguments: encodings)
    func otherEncodingsAreRefused(bytes: [UInt8], message: String) throws {
        let error = try error(bytes)
        #expect(error.code == .wrongEncoding)
        #expect(error.description == message)
    }

    @Test(
        "What is not well-formed UTF-8 is refused at its first byte",
        arguments: [
            [0xC0, 0xAF] as [UInt8], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF0, 0x9F, 0x98, 0x41], [0xC3],
        ]
    )
    func illFormedBytesAreRefused(bytes: [UInt8]) throws {
        let error = try error([0x61] + bytes)
        #expect(error.code == .wrongEncoding)
        #expect(error.message.contains("at offset 1, line 1"))
    }

    @Test func wellFormedCharactersOfEveryLengthAreRead() throws {
        let text = "a é € 😀 \u{D7FF} \u{E000} \u{10FFFF}"
        #expect(try SourceDocument(text: text, name: "plan.txt").blocks.first?.text == text)
    }

    @Test func aByteOrderMarkIsNotPartOfTheText() throws {
        let document = try SourceDocument(reading: [0xEF, 0xBB, 0xBF, 0x61], name: "plan.txt")
        #expect(document.lines == ["a"])
        #expect(document.blocks.map(\.text) == ["a"])
    }

    @Test func everyKindOfLineEndEndsALine() throws {
        let document = try SourceDocument(text: "a\tb\rc\td\r\ne\tf\n\n", name: "plan.txt")
        #expect(document.lines == ["a\tb", "c\td", "e\tf", ""])
        #expect(document.tables[0].rows.map(\.line) == [1, 2, 3])
    }

    private static let kinds: [([UInt8], String)] = [
        (
            Array("%PDF-1.7\n".utf8),
            "a PDF, not text. Extract its text, for example with “pdftotext -layout”, or save it as "
                + "a web page. Then import that file."
        ),
        (
            Array("PK\u{3}\u{4}…[Content_Types].xml…word/document.xml".utf8),
            "a Word document, not text. Save it as a web page (filtered) or as plain text in "
                + "UTF-8. Then import that file."
        ),
        (
            Array("PK\u{3}\u{4}…[Content_Types].xml…xl/workbook.xml".utf8),
            "an Excel workbook, not text. Save each sheet as “CSV UTF-8”. Then import that file."
        ),
        (
            Array("PK\u{3}\u{4}…mimetypeapplication/vnd.oasis.opendocument.text".utf8),
            "an OpenDocument file, not text. Save it as a web page or as plain text in UTF-8. Then "
                + "import that file."
        ),
        (
            Array("PK\u{3}\u{4}…plan.md".utf8),
            "a file packed with ZIP, not text. Unpack it and name the file inside. Then import "
                + "that file."
        ),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0],
            "a Word or Excel file of the kind before 2007, not text. Save a document as a web "
                + "page (filtered) or plain text in UTF-8, and a sheet as “CSV UTF-8”. Then import "
                + "that file."
        ),
        (
            Array("{\\rtf1\\ansi".utf8),
            "a rich text file (RTF), not text. Save it as a web page or as plain text in UTF-8. "
                + "Then import that file."
        ),
        (
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            "a picture (PNG), not text. Read the words off it, for example with a program for text "
                + "recognition, and save them as text. Then import that file."
        ),
        (
            [0x1F, 0x8B, 0x08],
            "a file packed with gzip, not text. Unpack it and name the file inside. Then import "
                + "that file."
        ),
    ]

    @Test("A file of another kind is named, with its way out", arguments: kinds)
    func otherKindsOfFilesAreNamed(bytes: [UInt8], message: String) throws {
        let error = try error(bytes)
        #expect(error.code == .otherFormat)
        #expect(error.description == "plan.txt: The document is " + message)
    }

    @Test func aLineLongerThanTextIsRefused() throws {
        let text = "a\r\n" + String(repeating: "word ", count: 30)
        let error = try error(Array(text.utf8), limits: SourceLimits(bytesPerText: 100))
        #expect(error.code == .textTooLong)
        #expect(
            error.description
                == "plan.txt:2: Line 2 has 150 bytes; at most 100 can be read. Put each paragraph and "
                + "row on a line of its own and import it again."
        )
    }

    @Test func aNULByteIsRefused() throws {
        let error = try error([0x61, 0x0A, 0x00])
        #expect(error.code == .forbiddenByte)
        #expect(
            error.description
                == "plan.txt:2: There is a NUL byte at offset 2, line 2, so this is not a text "
                + "document. Save it as UTF-8 text and import it again."
        )
    }

    @Test(arguments: [
        (
            SourceLimits(bytes: 3), "a\tb\n\nc\td", SourceError.Code.tooLarge,
            "plan.txt: The document has 8 bytes; at most 3 can be read. Split it and import the "
                + "parts."
        ),
        (
            SourceLimits(lines: 2), "a\tb\n\nc\td", .tooLarge,
            "plan.txt:2: The document has more than 2 lines. Split it and import the parts."
        ),
        (
            SourceLimits(cellsPerRow: 2), "a\n\nb\tc\td", .tooManyCells,
            "plan.txt:3: The row on line 3 has more than 2 cells. Check the tabs, delimiters or "
                + "merged cells of that line."
        ),
        (
            SourceLimits(cells: 3), "a\tb\nc\td", .tooManyCells,
            "plan.txt:2: The tables have more than 3 cells, reached on line 2. Split the document "
                + "and import the parts."
        ),
        (
            SourceLimits(bytesPerCell: 3), "a\tlong", .cellTooLong,
            "plan.txt:1: Cell 2 of line 1 is longer than 3 bytes. Check that the table's rows and "
                + "quotes are closed."
        ),
        (
            SourceLimits(cellsPerRow: 5), "<table><tr><td>a<td colspan=9>b</table>", .tooManyCells,
            "plan.txt:1: The row on line 1 has more than 5 cells. Check the tabs, delimiters or "
                + "merged cells of that line."
        ),
    ])
    func sizesBeyondTheLimitsAreRefused(
        limits: SourceLimits,
        text: String,
        code: SourceError.Code,
        message: String
    ) throws {
        let error = try error(Array(text.utf8), limits: limits)
        #expect(error.code == code)
        #expect(error.description == message)
    }
}
