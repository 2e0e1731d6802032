// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

/// What the HTML Standard says of pages, as expectations of our own; the cases were found by comparing
/// with html5lib (MIT licence) on its tests and on generated pages (`make pages`).
@Suite struct WebPageTests {
    private func read(_ text: String) throws -> SourceDocument {
        try SourceDocument(text: text, name: "plan.html")
    }

    private static let referenceCases: [(String, String)] = [
        ("2018&#150;2020", "2018–2020"), ("children&#146;s", "children’s"),
        ("&#128;1 &#x80;2", "€1 €2"), ("&pound5 &copy2024", "£5 ©2024"),
        ("&notit; &notin; &noti", "¬it; ∉ ¬i"), ("&check; &half;", "✓ ½"),
        ("a&nbspb", "a b"), ("AT&T; R&D", "AT&amp;T; R&D"), ("&#65 &#x41g", "A Ag"),
        ("&#0;&#xD800;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&NotEqualTilde; &CounterClockwiseContourIntegral;", "≂̸ ∳"),
        ("&;&#;&#x; &", "&;&amp;#;&amp;#x; &"), ("x &lt y &LT; &gtz", "x < y < >z"),
        ("&AMP &ampamp;", "& &amp;amp;"),
    ]

    @Test(
        "Character references are read as browsers read them",
        arguments: referenceCases
    )
    func references(text: String, expected: String) throws {
        #expect(try read("<p>\(text)</p>").blocks.map(\.text) == [expected])
    }

    private static let attributeCases: [(String, String)] = [
        ("?a=1&copy=2&lt;", "?a=1&amp;copy=2&lt;"), ("?x&copy", "?x©"),
        ("?x&copyy", "?x&amp;copyy"),
    ]

    @Test(
        "A reference in an attribute keeps what may be a query",
        arguments: attributeCases
    )
    func referencesInAttributes(address: String, expected: String) throws {
        let document = try read("<p><a href=\"\(address)\">x</a>")
        #expect(document.blocks.map(\.text) == ["<a href=\"\(expected)\">x</a>"])
    }

    @Test(
        "Blocks do not run into the text beside them",
        arguments: [
            "address", "article", "aside", "blockquote", "center", "details", "dialog", "div",
            "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "legend", "listing",
            "main", "menu", "nav", "option", "pre", "search", "section", "summary", "xmp",
        ]
    )
    func blocks(name: String) throws {
        #expect(try read("a<\(name)>b</\(name)>c").blocks.map(\.text) == ["a", "b", "c"])
        let cell = try read("<table><tr><td>a<\(name)>b</\(name)>c</table>")
        let text = try #require(cell.tables.first?.rows.first?.text(at: 0))
        let lines = Prose(markup: text).plainText.split(separator: "\n")
        #expect(lines == ["a", name == "menu" ? "• b" : "b", "c"])
    }

    private static let commentCases: [(String, String)] = [
        ("a<!-->b", "ab"), ("a<!--->b", "ab"), ("a<!-- x --!>b", "ab"), ("a<!---->b", "ab"),
        ("a<!-- <!-- x -->b", "ab"), ("a<!x>b", "ab"), ("a</3>b", "ab"), ("a</>b", "ab"),
        ("a<![CDATA[x]]>b", "ab"), ("a<?php x ?>b", "ab"), ("a< b <3", "a< b <3"),
        ("<!--[if !mso]><!-->a<!--<![endif]-->", "a"),
        ("<svg><![CDATA[a<b]]></svg>", "a&lt;b"),
    ]

    @Test(
        "What ends a comment, and what is one",
        arguments: commentCases
    )
    func comments(page: String, expected: String) throws {
        #expect(try read("<body>\(page)").blocks.map(\.text) == [expected])
    }

    @Test func aCommentThatIsNoneInTheTextIsShownInTheCleanings() throws {
        let document = try read("<p>a</3 people>b<!-- c -->")
        #expect(document.cleanings.map(\.before) == ["</3 people>", "<!-- … -->"])
    }

    private static let rawTextCases: [(String, [String])] = [
        ("<textarea>a <b>&amp;</textarea>c", ["a &lt;b>&c"]),
        ("<xmp>a <b>&amp;</xmp>c", ["a &lt;b>&amp;amp;", "c"]),
        ("<script>'</b>'<!-- <script></script> --></script>a", ["a"]),
        ("<style>a</style >b", ["b"]), ("<style>a</styles></style>b", ["b"]),
        ("<template>a<template>b</template></template>c", ["c"]),
        ("<noscript>a</noscript>", ["a"]), ("<iframe>a</iframe>b", ["b"]),
        ("<template>a", ["a"]), ("<svg><title>a</title></svg>", ["a"]),
        ("<svg><style>a</style></svg>b", ["b"]),
        ("a<plaintext>b</p>&amp;", ["a", "b&lt;/p>&amp;amp;"]),
    ]

    @Test(
        "Elements whose content is text, and those that nobody sees",
        arguments: rawTextCases
    )
    func rawText(page: String, expected: [String]) throws {
        #expect(try read("<body>\(page)").blocks.map(\.text) == expected)
    }

    private static let endTagCases: [(String, [String])] = [
        ("<p>a<p>b<h2>c</h2>d", ["a", "b", "c", "d"]),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", ["a", "b", "c", "d"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]), ("a</p>b", ["a", "b"]),
        ("a</br>b", ["a<br>b"]),
        ("<menu><li>a<li>b</menu>", ["a", "b"]), ("<h2><div>a</div></h2>", ["a"]),
    ]

    @Test(
        "End tags that may be left out",
        arguments: endTagCases
    )
    func optionalEndTags(page: String, expected: [String]) throws {
        #expect(try read("<body>\(page)").blocks.map(\.text) == expected)
    }

    @Test func aTitleHasNoTags() throws {
        let document = try read("<title>a <b> &amp; c</title><p>d")
        #expect(document.title == "a &lt;b> & c")
        #expect(document.blocks.map(\.text) == ["d"])
    }

    @Test func attributesAreReadAsTheStandardSays() throws {
        let page = """
            <table><tr><td class=x colspan=2 colspan="5" title='a>b'>a</td><td =x data-y="q"b=1/>b</table>
            """
        #expect(try read(page).grid == [[["a", "", "b"]]])
    }

    @Test func aMissingQuoteIsAFinding() throws {
        let document = try read("<p title=\"x>lost words <a href=\"y\">kept</a>")
        #expect(document.blocks.map(\.text) == ["kept"])
        #expect(
            document.findings.map(\.message) == [
                "The quoted value that begins on line 1 holds the end of a tag and the beginning of "
                    + "another, so that its words are not read. Check its quotes."
            ]
        )
    }

    @Test func cellsOutsideOfATableAreKeptApart() throws {
        let document = try read("<tr><td>a</td><td>b</td></tr>")
        #expect(document.blocks.map(\.text) == ["a", "b"])
        #expect(
            document.findings.map(\.message) == [
                "The cell on line 1 stands in no table; it and others like it were read as paragraphs."
            ]
        )
    }

    @Test func aTableThatBeginsInATableEndsIt() throws {
        let document = try read("<table><tr><td>a</td></tr>\n<table><tr><td>b</table>c")
        #expect(document.grid == [[["a"]], [["b"]]])
        #expect(
            document.findings.map(\.message) == [
                "A table begins on line 2 before the one of line 1 is closed; that one was read as "
                    + "ending there."
            ]
        )
    }

    @Test func ourOwnSkipLinkIsNotText() throws {
        let page = """
            <body><a class="skip-link" href="#main">Skip to main content</a><header><p>Plan</p></header>
            """
        let document = try read(page)
        #expect(document.blocks.map(\.text) == ["Plan"])
        #expect(
            document.cleanings == [
                Cleaning(line: 1, what: .skipLink, before: "Skip to main content", after: "")
            ]
        )
    }

    @Test(
        "Other links at the start of a page are text",
        arguments: [
            "<a href=\"#x\">Contents</a>", "<a class=\"skip\" href=\"page.html\">Contents</a>",
            "<a class=\"skip\" href=\"#x\">Contents<p>",
            "<p>a<a class=\"skip\" href=\"#x\">Contents</a>",
        ]
    )
    func otherLinksAreText(page: String) throws {
        #expect(try read("<body>\(page)").blocks.contains { $0.text.contains("Contents") })
    }

    @Test func listsOfWordProcessorsAreItems() throws {
        let document = try read(
            """
            <p class=MsoListParagraphCxSpFirst style='margin-left:.5in;mso-list:l0 level1 lfo1'>
            <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
            style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Meet
            <o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
            style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Write<o:p>&nbsp;</o:p></p>
            <p class=MsoNormal><o:p>&nbsp;</o:p></p>
            <p class=MsoNormal style='mso-list:none'>Text</p>
            """
        )
        #expect(
            document.blocks == [
                .listItem(marker: "·", depth: 0, text: "Meet", line: 3, endLine: 4),
                .listItem(marker: "1.", depth: 1, text: "Write", line: 6, endLine: 6),
                .paragraph(text: "Text", line: 8, endLine: 8),
            ]
        )
        #expect(document.findings.isEmpty)
    }

    @Test("A block of text beyond the limit is refused with its way out")
    func longTextIsRefused() throws {
        let error = try #require(throws: SourceError.self) {
            try SourceDocument(
                text: "<p>a\n<p>\(String(repeating: "word ", count: 30))",
                name: "plan.html",
                limits: SourceLimits(bytesPerText: 100)
            )
        }
        #expect(error.code == .textTooLong)
        #expect(
            error.description
                == "plan.html:2: The text that begins on line 2 is longer than 100 bytes. Check that the "
                + "page's tags are closed, or divide the text into paragraphs."
        )
    }
}
