// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite struct DelimitedReadingTests {
    private func read(_ text: String) throws(SourceError) -> SourceDocument {
        try SourceDocument(text: text, name: "plan.csv")
    }

    @Test func quotedFieldsHoldDelimitersQuotesAndLines() throws {
        let document = try read("\u{FEFF}No,Action\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n2,d\r\n")
        #expect(document.grid == [[["No", "Action"], ["1", "a, \"b\"<br>c"], ["2", "d"]]])
        let rows = document.tables[0].rows
        #expect(rows.map(\.line) == [1, 2, 4])
        #expect(rows.map(\.endLine) == [1, 3, 4])
    }

    @Test(arguments: [
        ("a;b,c;d", [["a", "b,c", "d"]]), ("a\tb", [["a", "b"]]), ("a,b;c", [["a", "b;c"]]),
        ("\"x;y;z\",b", [["x;y;z", "b"]]), ("a", [["a"]]), ("a,\n,b", [["a", ""], ["", "b"]]),
        ("a;b\nc,d\ne,f", [["c", "d"], ["e", "f"]]),
        (
            "a;b;c\nd, e;f;g\nh;i, j;k",
            [["a", "b", "c"], ["d, e", "f", "g"], ["h", "i, j", "k"]]
        ),
    ])
    func theDelimiterIsTheOneThatMostRecordsShare(text: String, rows: [[String]]) throws {
        #expect(try read(text).grid == [rows])
    }

    @Test func aBlankLineDividesTables() throws {
        #expect(try read("a,b\n\nc,d\n").grid == [[["a", "b"]], [["c", "d"]]])
    }

    @Test(arguments: [
        (
            "a,b\n1,\"open\nmore\n", SourceError.Code.unterminatedQuote,
            "plan.csv:2: The quoted field that begins on line 2 is never closed. Add its closing "
                + "quote, or double a quote that belongs to the text."
        ),
        (
            "a,b\n1,\"x\"y\n", .misplacedQuote,
            "plan.csv:2: There is text after the closing quote of a field on line 2. Double a "
                + "quote that belongs to the text."
        ),
        (
            "a,b\n\n1,5\" pipe\n", .misplacedQuote,
            "plan.csv:3: There is a quote inside a field on line 3 that does not begin with one. "
                + "Quote the whole field and double the quote."
        ),
    ])
    func quotesInTheWrongPlaceAreRefused(
        text: String,
        code: SourceError.Code,
        message: String
    ) throws {
        let error = try #require(throws: SourceError.self) { try read(text) }
        #expect(error.code == code)
        #expect(error.description == message)
    }
}
