// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("Prose is read from markup")
struct ProseMarkupTests {
    private static func words(_ text: String) -> Prose { Prose(text) }

    @Test(
        "Inline markup of documents is understood",
        arguments: [
            (
                "**safe**; **healthy**",
                [.strong([.text("safe")]), .text("; "), .strong([.text("healthy")])]
            ),
            ("*three key* policies", [.emphasis([.text("three key")]), .text(" policies")]),
            ("***both***", [.strong([.emphasis([.text("both")])])]),
            (
                "***a** b*",
                [.strong([.emphasis([.text("a")])]), .text(" "), .emphasis([.text("b")])]
            ),
            ("<b>a</b><strong>b</strong>", [.strong([.text("ab")])]),
            (
                "3 <sup>rd</sup> sector",
                [.text("3 "), .superscript([.text("rd")]), .text(" sector")]
            ),
            ("<u>GIRFEC</u> <u>wellbeing</u>", [.text("GIRFEC wellbeing")]),
            (
                "one<br>two<br/>three",
                [.text("one"), .lineBreak, .text("two"), .lineBreak, .text("three")]
            ),
            (
                "[guide](https://example.org/a?b=1&amp;c=2)",
                [.link(text: [.text("guide")], destination: "https://example.org/a?b=1&c=2")]
            ),
            (
                "<a class=x href=\"a.html\">guide</a>.",
                [.link(text: [.text("guide")], destination: "a.html"), .text(".")]
            ),
            ("[x](javascript:alert)", [.text("x (javascript:alert)")]),
            ("child[^1]", [.text("child"), .footnoteReference("1")]),
            ("A &amp; B &lt;c&gt; &#65; &nope; & co", [.text("A & B <c> A &nope; & co")]),
            (#"\*not\* \| \\ \a"#, [.text(#"*not* | \ \a"#)]),
            ("<script>alert(1)</script>", [.text("<script>alert(1)</script>")]),
            ("2 * 3 * 4 ** 5", [.text("2 * 3 * 4 ** 5")]),
            ("**never closed", [.text("**never closed")]),
            ("<b>never closed", [.strong([.text("never closed")])]),
            ("**bold ** end**", [.strong([.text("bold ** end")])]),
            ("7. Foo", [.text("7. Foo")]),
            ("- reports", [.text("- reports")]),
            ("-", [.text("-")]),
            ("****", [.text("****")]),
            ("a\u{0}b", [.text("a\u{FFFD}b")]),
        ] as [(String, [Prose.Inline])]
    )
    func inlineMarkup(markup: String, expected: [Prose.Inline]) {
        #expect(Prose(markup: markup).blocks == [.paragraph(expected)])
    }

    @Test(
        "Bullets within running text make a list",
        arguments: ["•", "\u{F0B7}", "·", "▪", "\u{F0A7}"]
    )
    func bullets(glyph: String) {
        let prose = Prose(markup: "Lead text: \(glyph) first \(glyph) **second**")
        #expect(
            prose.blocks == [
                .paragraph([.text("Lead text:")]),
                .list(
                    ordered: false,
                    [Prose.Item("first"), Prose.Item([.strong([.text("second")])])]
                ),
            ]
        )
    }

    @Test("A dot between words is no bullet")
    func dotWithinWords() {
        #expect(Prose(markup: "3·5 and a•b") == Prose("3·5 and a•b"))
    }

    @Test("HTML blocks within a cell are paragraphs and nested lists")
    func blocksInCells() {
        let prose = Prose(
            markup: "<p>One</p><ul><li>a<ol><li>b</li></ol></li><li>c<p>d</p></li></ul>e"
        )
        #expect(
            prose.blocks == [
                .paragraph([.text("One")]),
                .list(
                    ordered: false,
                    [
                        Prose.Item("a", children: [.list(ordered: true, [Prose.Item("b")])]),
                        Prose.Item("c", children: [.paragraph([.text("d")])]),
                    ]
                ),
                .paragraph([.text("e")]),
            ]
        )
    }

    @Test("Lines of a page are paragraphs and lists")
    func pages() {
        let prose = Prose(
            markup: "One\nline.\n\n- a\n  1. b\n  2. c\n\n  d\n- e\n\nEnd.\n\n7. Seven\n"
        )
        #expect(
            prose.blocks == [
                .paragraph([.text("One line.")]),
                .list(
                    ordered: false,
                    [
                        Prose.Item(
                            "a",
                            children: [
                                .list(ordered: true, [Prose.Item("b"), Prose.Item("c")]),
                                .paragraph([.text("d")]),
                            ]
                        ),
                        Prose.Item("e"),
                    ]
                ),
                .paragraph([.text("End.")]),
                .paragraph([.text("7. Seven")]),
            ]
        )
    }

    @Test(
        "Hostile markup is read to the end",
        arguments: [
            "*", "**a ", "***", "[", "](", "[a](", "<", "<b>", "<ul>", "<ul><li>", "</li>", "&",
            "&#", "\\", "• ", "<p>", "\n", "\n- ",
            "\n  - ", "[^", "<a href=\"", "\u{F0B7}", "*a", "** a**", "![", "\n1. ", "\u{0}",
            "<br>", "\r\n", "<ol>a",
        ]
    )
    func hostileMarkup(piece: String) {
        for count in [1, 3, 50, 5_000] {
            let text = String(repeating: piece, count: count)
            for markup in [text, "x" + text + "y", text + "\n" + text] {
                let prose = Prose(markup: markup)
                #expect(prose.normalized == prose)
            }
        }
    }

    @Test("Nothing of a text without markup is lost or added")
    func plainTextStays() {
        let text = "By 31 March 2019 (Longer Term – Ongoing) £5 100% \"q\" 'r' a/b; c: d!"
        #expect(Prose(markup: text) == Prose(text))
        #expect(Prose(markup: text).markdownCell == text)
    }
}
