// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Words never become markup, formulas or commands")
struct InjectionTests {
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><script>",
        "' onmouseover='x", "a|b", "**x**", "`x`", "# x", "[x](y)",
        "&lt;b&gt;", "\u{1B}[31mred", "\u{0}", "\u{202E}abc", "\u{9B}2J", "--><!--", "]]>", "{{x}}",
    ]

    static func document(_ words: String) -> Document {
        let tag = StatusTag(words, words, colour: .green)
        let cell = Document.Table.Cell([.text(words), .prose(Prose(words)), .status(tag)])
        return Document(
            title: words,
            language: words,
            properties: [.init(words, words)],
            blocks: [
                .heading(2, words, anchor: words), .paragraph(words), .prose(Prose(words)),
                .list(ordered: false, items: [Prose(words)]),
                .table(
                    Document.Table(
                        caption: words,
                        columns: [.init(words)],
                        headerRows: [[cell]],
                        rows: [.section(words), .cells([cell, .text(words)])],
                        anchor: words
                    )
                ),
                .legend(Document.Legend(title: words, entries: [.init(tag, Prose(words))])),
                .summary([(words, Prose(words))]),
                .statusBar(Document.StatusBar(title: words, segments: [.init(tag, count: 2)])),
                .sparkline(
                    Document.Sparkline(
                        title: words,
                        points: [
                            .init(words, words, thousandths: 1), .init("", words, thousandths: 2),
                        ]
                    )
                ),
                .timeline(
                    Document.Timeline(
                        title: words,
                        rows: [.init(words, due: CivilDate(2026, 1, 1), status: tag, words: words)]
                    )
                ),
                .figure(Document.Figure(caption: words, blocks: [])),
                .footnotes([Document.Footnote(words, Prose(words))]),
                .notice(.watermark, words), .section(Document.Section(label: words, blocks: [])),
                .paragraph([
                    .link(text: [.text(words)], destination: words), .footnoteReference(words),
                ]),
            ]
        )
    }

    @Test("HTML has no element or attribute from words", arguments: hostile, [true])
    func html(words: String, expected: Bool) {
        let page = String(decoding: Self.document(words).render(.html), as: UTF8.self)
        for forbidden in [
            "<script", "<img", "onerror=alert(1)>", "<b>", "' onmouseover", "\u{0}", "\u{1B}",
            "</title><s",
        ] {
            #expect(page.contains(forbidden) == !expected, "\(forbidden)")
        }
    }

    @Test("Markdown reads back as the same words", arguments: hostile)
    func markdown(words: String) {
        let document = Document(title: "T", blocks: [.heading(1, "T"), .paragraph(words)])
        let page = String(decoding: document.render(.markdown), as: UTF8.self)
        #expect(Prose(markup: String(page.dropFirst(5))) == Prose(words).normalized)
    }

    @Test(
        "Marks that turn words round are seen in Markdown",
        arguments: [
            "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}",
        ]
    )
    func turningMarks(mark: String) {
        let page = Prose("paid \(mark)to us").markdown
        #expect(!page.unicodeScalars.contains(mark.unicodeScalars.first ?? " "))
        #expect(page.contains("&#"))
        #expect(Prose(markup: page) == Prose("paid \(mark)to us").normalized)
    }

    @Test("Plain text has nothing that steers a terminal", arguments: hostile)
    func plainText(words: String) {
        let text = String(decoding: Self.document(words).render(.plainText), as: UTF8.self)
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            #expect(!isControl)
            #expect(scalar != "\u{202E}")
        }
    }

    @Test(
        "Cells that a spreadsheet could run begin with an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+44 1738", "'+44 1738"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""),
            ("  =1", "'  =1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("-", "-"), ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""), ("plain", "plain"),
            ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("", ""),
        ]
    )
    func formulas(words: String, field: String) {
        let table = Document.Table(caption: "", columns: ["A"], rows: [.cells([.text(words)])])
        let bytes = Document(title: "", blocks: [.table(table)]).render(
            with: CSVRenderer(content: .tables, hasByteOrderMark: false)
        )
        #expect(String(decoding: bytes, as: UTF8.self) == "A\r\n\(field)\r\n")
    }

    @Test("Numbers in CSV stay numbers and days are ISO 8601")
    func numbers() {
        let row: [Document.Table.Cell] = [
            .integer(-3), .number(-0.05, digits: 1), .number(.nan, digits: 2),
            .date(CivilDate(2026, 1, 2)),
        ]
        let table = Document.Table(caption: "", columns: ["A", "B", "C", "D"], rows: [.cells(row)])
        let bytes = Document(title: "", blocks: [.table(table)]).render(
            with: CSVRenderer(content: .tables)
        )
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "\u{FEFF}A,B,C,D\r\n-3,-0.1,n/a,2026-01-02\r\n"
        )
    }

    @Test(
        "Only harmless destinations are followed",
        arguments: [
            ("https://example.org", true), ("HTTP://example.org", true),
            ("mailto:a@example.org", true), ("report.html", true), ("#note", true),
            ("/a:b", true), ("?q=a:b", true), ("javascript:alert(1)", false),
            ("JavaScript:x", false), ("java\tscript:x", false), (" javascript:x", false),
            ("data:text/html,x", false), ("//evil.example", false), ("vbscript:x", false),
            ("", false), ("\\\\host", false), ("file:///etc", false),
        ]
    )
    func destinations(destination: String, isSafe: Bool) {
        #expect(LinkDestination.isSafe(destination) == isSafe)
    }
}
