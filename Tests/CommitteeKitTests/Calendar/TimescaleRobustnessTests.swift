// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import CommitteeKit
import Testing

@Suite("Timescale robustness")
struct TimescaleRobustnessTests {
    private static let pieces: [String] = [
        "By", "ongoing", "31", "2024", "March", "–", "/", "-", ".", ",", "(", ")", "Q", "3", "st",
        "end", "of", "the", "every", "each", "twice", "a", "months", "within", "CPC", "COG",
        "prior", "to", "and", "or", "as", "required", "until", "from", "summer", "winter", "18",
        "99999999999999999999", "0", "\u{0}", "\u{200B}", "e\u{301}", "👩‍👩‍👧", "Ву", "\n", "\t", "'",
        "planning", "at", "no", "later", "than", "between", "FY", "\"", "half", "bi", "per", "may",
    ]

    private func check(_ words: String, seed: UInt64) {
        let timescale = planReader.read(words)
        #expect(timescale.words == words, "seed \(seed)")
        #expect(timescale == planReader.read(words), "seed \(seed)")
        #expect(
            (timescale.doubt == nil) == (timescale.confidence == .exact),
            "seed \(seed): \(words)"
        )
        if let from = timescale.from, let until = timescale.until {
            #expect(from <= until, "seed \(seed): \(words)")
        }
    }

    @Test("reads random text without harm", arguments: UInt64(1)...20)
    func readsRandomText(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let count = Int.random(in: 0...24, using: &generator)
            let space = Bool.random(using: &generator) ? " " : ""
            let words = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
            check(words.joined(separator: space), seed: seed)
        }
    }

    @Test("reads published cells with random damage", arguments: UInt64(1)...20)
    func readsDamagedCells(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for cell in TimescaleReaderTests.published + TimescaleReaderTests.elsewhere {
            var scalars = Array(cell.words.unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
                let index = Int.random(in: 0..<scalars.count, using: &generator)
                let value = UInt32.random(in: 0...0x2FFF, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: scalars.remove(at: index)
                case 1: scalars.insert(Unicode.Scalar(value) ?? "?", at: index)
                default: scalars[index] = Unicode.Scalar(value) ?? "?"
                }
            }
            var words = ""
            words.unicodeScalars.append(contentsOf: scalars)
            check(words, seed: seed)
        }
    }

    @Test func leavesOverlongCellsUnread() {
        let words = String(repeating: "By 31 March 2019 ", count: 100_000)
        let timescale = planReader.read(words)
        #expect(timescale.words == words)
        #expect(timescale.kind == "unread")
        #expect(
            timescale.doubt == "The text is longer than 4000 bytes, so it is not read as a time."
        )
    }

    @Test(
        "reads the longest cells that it reads at all",
        arguments: [
            "1 ", "31 March, ", "March, ", "2024 ", "CPC ", "at ", "every ", "(", "2024-",
            "\u{301}",
            "end of ", "by ", "1/", "ongoing ", "a ",
        ]
    )
    func readsLongCells(_ piece: String) {
        let words = String(repeating: piece, count: 4000 / piece.utf8.count)
        check(words, seed: 0)
    }

    @Test func refusesMoreMilestonesThanAnyCellHas() {
        let words = String(repeating: "March 2024, ", count: 40)
        #expect(planReader.read(words).kind == "unread")
        #expect(planReader.read(words).doubt == "More than 32 dates are named.")
    }

    @Test func endsWhenPhrasesNameEachOther() {
        let vocabulary = TimescaleVocabulary(phrases: [
            .init(words: "one", means: .sameAs("two")), .init(words: "two", means: .sameAs("one")),
            .init(words: "Year end", means: .sameAs("By 31 March 2026")),
        ])
        let reader = TimescaleReader(vocabulary: vocabulary)
        #expect(reader.read("one").kind == "unread")
        #expect(reader.read("Year end").due == CivilDate(2026, 3, 31))
        #expect(reader.read("Year end").words == "Year end")
    }
}
