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

    @Test(arguments: [
        (
            [0xFF, 0xFE, 0x61, 0x00] as [UInt8],
            "plan.txt:1: The document is in UTF-16 (its byte order mark is at offset 0, line 1); "
                + "expected UTF-8. Save it as UTF-8 and import it again."
        ),
        (
            [0x61, 0x0D, 0x0A, 0x62, 0x92, 0x73],
            "plan.txt:2: The document is not UTF-8: byte 0x92 at offset 4, line 2, is not part of "
                + "a character. It may be Windows-1252. Save it as UTF-8 and import it again."
        ),
    ])
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
