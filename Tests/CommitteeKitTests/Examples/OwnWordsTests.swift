// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

/// The examples say what published documents say, and never in their sentences.
///
/// The documents stand beside the package and not in it, so the suite runs where they are.
@Suite(.enabled(if: !ExampleFiles.publishedTexts().isEmpty, "the published plans are not here"))
struct OwnWordsTests {
    /// How many words in a row may not be those of a document.
    static let longestRun = 8

    /// Titles, roles, headers and fixed phrases, which are names and not sentences.
    static let names = [
        "CPC Improvement Plan 1 April 2023 – 31 July 2026",
        "Approved & Published by the CPC: 6 June 2023",
        "Independent Chair Perth and Kinross Child Protection Committee 1 April 2023",
        "Initial Progress Report & Evidence @ 31 October 2023",
        "Initial Progress / Update Report @ 31 October 2023",
        "Early Intervention and Support (Right Help at the Right Time)",
        "Detective Chief Inspector – Police Scotland Tayside Division PPU",
        "ECS and CPC Child Protection Learning and Development Officer",
        "Perth and Kinross Children, Young People and Families Partnership",
        "Tayside Plan for Infants, Children, Young People and Families 2023 - 2026",
        "Perth and Kinross Community Plan (Local Outcomes Improvement Plan) 2022 – 2032",
        "Protecting Children and Young People: Child Protection Committee and Chief Officer "
            + "Responsibilities",
        "Perth and Kinross Protecting People Chief Officers' Group",
        "Annual reporting on the work of the CPC",
    ]

    static let examples = [
        "perth-and-kinross/plan-2023.md", "perth-and-kinross/committee.json",
        "perth-and-kinross/README.md", "strathmarr/plan.md", "strathmarr/plan-2.md",
        "strathmarr/next-plan.md", "strathmarr/README.md",
    ]

    @Test(arguments: examples) func noSentenceIsCopied(_ path: String) throws {
        var published: Set<[Substring]> = []
        for text in ExampleFiles.publishedTexts() {
            published.formUnion(Self.runs(of: Self.words(of: text)))
        }
        let own = Self.pieces(of: try ExampleFiles.text(path))
        let copied = own.flatMap { Self.runs(of: $0) }.filter { published.contains($0) }
        #expect(copied.map { $0.joined(separator: " ") } == [])
    }

    @Test func aCopiedSentenceWouldBeFound() throws {
        let text = try #require(ExampleFiles.publishedTexts().first)
        let words = Self.words(of: text)
        let sentence = words.dropFirst(words.count / 2).prefix(20).joined(separator: " ")
        let published = Set(Self.runs(of: words))
        #expect(Self.runs(of: Self.words(of: sentence)).allSatisfy { published.contains($0) })
    }

    /// The lines and cells of an example, cut at its names, each as words.
    private static func pieces(of text: String) -> [[Substring]] {
        var pieces = text.replacing(/<[^>]*>/, with: "|").split { $0.isNewline || $0 == "|" }
            .map { words(of: String($0)) }
        let known = names.map { words(of: $0) }.sorted { $0.count > $1.count }
        for name in known { pieces = pieces.flatMap { split($0, at: name) } }
        return pieces
    }

    private static func split(_ words: [Substring], at name: [Substring]) -> [[Substring]] {
        var pieces: [[Substring]] = []
        var piece: [Substring] = []
        var index = 0
        while index < words.count {
            if words[index...].starts(with: name) {
                pieces.append(piece)
                piece = []
                index += name.count
            } else {
                piece.append(words[index])
                index += 1
            }
        }
        return pieces + [piece]
    }

    private static func runs(of words: [Substring]) -> [[Substring]] {
        guard words.count >= longestRun else { return [] }
        return (0...(words.count - longestRun)).map { Array(words[$0..<($0 + longestRun)]) }
    }

    /// The words of a text in lower case, without marks and markup.
    private static func words(of text: String) -> [Substring] {
        let plain = text.replacing(/<[^>]*>/, with: " ").lowercased()
        return plain.split { !$0.isLetter && !$0.isNumber }
    }
}
