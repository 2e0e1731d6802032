// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeKit

/// Returns that careless hands and their programs changed: what can be tolerated gives the same record, and
/// whatever is done, no word lands on another action and none is lost without a finding.
///
/// `RETURNS` and `SEED` in the environment choose a longer run and other returns.
@Suite struct ReturnMutationTests {
    private static func number(_ name: String, _ usual: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
    }

    private static var seed: UInt64 { UInt64(number("SEED", 1)) << 32 }
    private static var count: Int { number("RETURNS", 200) }

    /// The words of an answer, folded, with the item to which each belongs by its tag.
    private static func words(of answer: ReturnedAnswer) -> [String] {
        let texts = [
            answer.done, answer.evidence, answer.difference, answer.colourReason,
            answer.newDateReason, answer.help,
        ]
        return texts.flatMap { PrintedWords.folded($0.plainText) }.filter(isTagged)
    }

    private static func isTagged(_ word: String) -> Bool {
        ReturnMutation.tags.values.contains { word.hasPrefix($0) && word.count > $0.count }
    }

    /// Checks what holds whatever was done to a sheet; returns what does not.
    private static func violations(
        of mutation: ReturnMutation,
        lost: [String],
        _ reading: ReturnReading
    ) -> [String] {
        var found: [String] = []
        for answer in reading.answers {
            let tag = ReturnMutation.tags[answer.item] ?? "?"
            for word in words(of: answer) where !word.hasPrefix(tag) {
                found.append("“\(word)” landed on \(answer.item) after \(mutation.done)")
            }
        }
        let total = SheetLine.count(
            mutation.isTable
                ? mutation.text.replacing("\u{FEFF}", with: "") : mutation.text
        )
        if reading.account.total != total {
            found.append(
                "the account has \(reading.account.total) of \(total) words after \(mutation.done)"
            )
        }
        var seen = Set(reading.answers.flatMap(words))
        for part in reading.held {
            for line in part.lines { seen.formUnion(PrintedWords.folded(line.text)) }
        }
        for line in reading.outside { seen.formUnion(PrintedWords.folded(line.text)) }
        for line in lost { seen.formUnion(PrintedWords.folded(line)) }
        for word in mutation.answers.flatMap(words) where !seen.contains(word) {
            found.append("“\(word)” is lost after \(mutation.done)")
        }
        return found
    }

    @Test func whatCanBeToleratedGivesTheSameRecord() throws {
        var same = 0
        var differences: [String: Int] = [:]
        var violations: [String] = []
        for place in 0..<Self.count {
            var mutation = ReturnMutation(seed: Self.seed + UInt64(place))
            mutation.make()
            mutation.mutateTolerably()
            let reading = try SheetSample.read(mutation.text)
            violations += Self.violations(of: mutation, lost: [], reading)
            if reading.answers == mutation.answers, reading.held.isEmpty {
                same += 1
            } else {
                differences[mutation.done.sorted().joined(separator: ", "), default: 0] += 1
                if ProcessInfo.processInfo.environment["SHOW"] != nil {
                    print("DIFFERENT", place, mutation.done, reading.held.map(\.finding))
                }
            }
        }
        print(
            "Returns tolerated: \(same) of \(Self.count) give the identical record; "
                + "\(violations.count) violations."
        )
        #expect(violations.prefix(5) == [])
        #expect(same * 100 >= Self.count * 95, "\(differences)")
    }

    @Test func whateverIsDoneNoWordLandsElsewhereOrIsLost() throws {
        var violations: [String] = []
        var whole = 0
        var held = 0
        for place in 0..<Self.count {
            var mutation = ReturnMutation(seed: Self.seed + 0x1000_0000 + UInt64(place))
            mutation.make()
            guard !mutation.isTable else { continue }
            if mutation.chance(40) { mutation.mutateTolerably() }
            // What was quoted or wrapped is not damaged by lines: the words of lines that go are known.
            let lost = mutation.damage()
            let reading = try SheetSample.read(mutation.text)
            violations += Self.violations(of: mutation, lost: lost, reading)
            if reading.answers == mutation.answers { whole += 1 }
            held += reading.held.count
        }
        print(
            "Returns damaged: \(whole) of \(Self.count) still whole, \(held) parts held; "
                + "\(violations.count) violations."
        )
        #expect(violations.prefix(5) == [])
    }
}
