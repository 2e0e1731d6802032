// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Foundation
import Testing

/// Makes prose of every shape, with words that look like markup.
struct RandomProse {
    var generator: SeededGenerator

    static let words = [
        "plan", "a", "CPC", " ", "  ", "\t", "\n", "**", "*", "***", "_x_", "|", "`code`", "<b>",
        "</li>", "<script>", "&amp;", "&", "#1",
        "~~no~~", "@home", "a@b.org", "https://example.org", "www.example.org", "[x](y)", "]", "[",
        "[^1]", "!", "\\", "\\|", "-", "- ",
        "+ ", "1. ", "2) ", "12.", "•", "· ", "\u{F0B7}", "\u{A0}", "“q”", "é", "3", ">", "> ", "=",
        "===", "---", "$5$", "\u{0}",
        "\u{2028}", ":", "://", "<br>", "\r\n", "ˢ", "&#", "&#42;", ";", "lt;", "(", ")",
        "\u{202E}", "\u{301}", "🙂", "|---|",
    ]

    mutating func pick<T>(_ values: [T], or fallback: T) -> T {
        values.randomElement(using: &generator) ?? fallback
    }

    mutating func count(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &generator) }

    mutating func text() -> String {
        (0...count(4)).map { _ in pick(Self.words, or: "") }.joined()
    }

    mutating func inlines(depth: Int) -> [Prose.Inline] {
        (0..<count(4)).map { _ in
            switch depth > 3 ? 0 : count(9) {
            case 5: .strong(inlines(depth: depth + 1))
            case 6: .emphasis(inlines(depth: depth + 1))
            case 7:
                .link(
                    text: inlines(depth: depth + 1),
                    destination: pick(
                        [
                            "https://example.org/?a=1&copy=2", "#x", "a b(c).html", "javascript:x",
                            "", "mailto:a@b.org", "//evil", "x|y", "a\\b",
                        ],
                        or: ""
                    )
                )
            case 8: .superscript(inlines(depth: depth + 1))
            case 9:
                pick(
                    [
                        .lineBreak, .footnoteReference("1"), .footnoteReference("a b|"),
                        .footnoteReference(""),
                    ],
                    or: .lineBreak
                )
            default: .text(text())
            }
        }
    }

    mutating func blocks(depth: Int) -> [Prose.Block] {
        (0..<count(3)).map { _ in
            if depth > 3 || count(2) > 0 { return .paragraph(inlines(depth: 0)) }
            let items = (0..<count(4)).map { _ in
                Prose.Item(
                    inlines(depth: 1),
                    children: count(1) == 0 ? [] : blocks(depth: depth + 1)
                )
            }
            return .list(ordered: count(1) == 0, items)
        }
    }

    mutating func prose() -> Prose { Prose(blocks: blocks(depth: 0)) }
}

@Suite("Prose survives Markdown")
struct ProseRoundTripTests {
    @Test("What is written for a cell is read back equal, for 2,000 random texts")
    func cells() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = RandomProse(generator: SeededGenerator(seed: seed))
            let prose = random.prose()
            let cell = prose.markdownCell
            #expect(Prose(markup: cell) == prose.normalized, "seed \(seed): \(cell)")
            #expect(!cell.utf8.contains(0x0A), "seed \(seed)")
        }
    }

    @Test("What is written for a page is read back equal, for 2,000 random texts")
    func pages() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = RandomProse(generator: SeededGenerator(seed: seed))
            let prose = random.prose()
            let page = prose.markdown
            #expect(Prose(markup: page) == prose.normalized, "seed \(seed): \(page)")
        }
    }

    @Test("Normalising twice changes nothing, for 2,000 random texts")
    func normalForm() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = RandomProse(generator: SeededGenerator(seed: seed &+ 77_777))
            let once = random.prose().normalized
            #expect(once.normalized == once, "seed \(seed)")
            #expect(once.isEmpty == once.blocks.isEmpty)
        }
    }

    @Test(
        "Every cell of the published plans reads the same once written",
        // The documents are not part of the project; without them there is nothing to read.
        .enabled(if: PublishedPlans.areThere, "the published plans are not here"),
        arguments: PublishedPlans.names
    )
    func publishedCells(name: String) throws {
        for cell in try PublishedPlans.cells(of: name) {
            let prose = Prose(markup: cell)
            #expect(Prose(markup: prose.markdownCell) == prose)
            #expect(Prose(markup: prose.markdown) == prose)
        }
    }

    @Test("Random markup never stops the reader, and reads the same once written")
    func randomMarkup() {
        for seed in 0..<2_000 as Range<UInt64> {
            var random = RandomProse(generator: SeededGenerator(seed: seed))
            let markup = (0..<12).map { _ in random.text() }.joined()
            let prose = Prose(markup: markup)
            #expect(Prose(markup: prose.markdownCell) == prose, "seed \(seed): \(markup)")
        }
    }
}

/// The published plans that lie beside the project, where they do.
enum PublishedPlans {
    static let names = [
        "000_8602d869058a07de.txt", "001_73026dbe59d24153.txt", "002_549bb12720774952.txt",
    ]

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../../shared/seeds").standardized

    static let areThere = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(names[0]).path
    )

    static func cells(of name: String) throws -> [String] {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return text.split(whereSeparator: { $0 == "\n" || $0 == "\t" }).map(String.init)
    }
}
