// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import Foundation
import Testing

/// Pages with the words that html5lib reads in them; `make pages` makes them and runs this.
@Suite struct WebPageCampaignTests {
    private static let file = ProcessInfo.processInfo.environment["WEB_PAGES"]

    private struct Figure {
        var same = 0
        var joined = 0
        var moved = 0
        var more = 0
        var less = 0
    }

    /// Holds pages made by us against html5lib: never a word less or more or in another place.
    ///
    /// Where end tags are missing, two words may be joined that html5lib divides, or the other way
    /// about; their letters are the same.
    @Test(
        "Our words of a page are those of html5lib, in its order",
        .enabled(if: file != nil, "skipped: `make pages` makes the pages")
    )
    func wordsAreThoseOfHTML5Lib() throws {
        let file = try #require(Self.file)
        var figures: [String: Figure] = [:]
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let node = try JSONReader.read(Array(line.utf8), source: "pages").value
            let page = node["page"]?.text ?? ""
            let expected = Self.split(node["words"]?.elements?.compactMap(\.text) ?? [])
            let document = try SourceDocument(text: page, name: "page.html", as: .html)
            let found = Self.split(document.tokens(withMarkers: false))
            let source = node["source"]?.text ?? ""
            let difference = Self.difference(found, expected)
            figures[source, default: Figure()][keyPath: difference] += 1
            if source == "made", difference != \.same, difference != \.joined {
                Issue.record("\(page.debugDescription)\n\(expected)\n\(found)")
            }
        }
        for (source, figure) in figures.sorted(by: { $0.key < $1.key }) {
            print(
                "pages \(source): \(figure.same) the same, \(figure.joined) divided otherwise, "
                    + "\(figure.moved) in another order, \(figure.more) with more words, "
                    + "\(figure.less) with fewer"
            )
        }
    }

    private static func difference(
        _ found: [String],
        _ expected: [String]
    ) -> WritableKeyPath<Figure, Int> {
        if found == expected { return \.same }
        if found.joined() == expected.joined() { return \.joined }
        let counts = count(found)
        if count(expected).contains(where: { counts[$0.key, default: 0] < $0.value }) {
            return \.less
        }
        return found.count > expected.count ? \.more : \.moved
    }

    private static func split(_ words: [String]) -> [String] {
        SourceTokens.plainTokens(of: words.joined(separator: " "))
    }

    private static func count(_ words: [String]) -> [String: Int] {
        words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
