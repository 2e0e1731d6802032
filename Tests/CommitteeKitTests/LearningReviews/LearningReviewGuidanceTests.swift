// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Foundation
import Testing

@testable import CommitteeKit

/// What guidance says is data: in the packs, with its source, and nowhere in the program.
@Suite("Packs for Learning Reviews")
struct LearningReviewGuidanceTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = root.appending(path: "plugins/scotland-guidance/packs")
    static let names = ["learning-reviews-2021", "learning-reviews-2024"]

    private static func pack(_ name: String) throws -> LearningReviewGuidance {
        let file = folder.appending(path: "\(name).json")
        return try LearningReviewGuidance(reading: Array(try Data(contentsOf: file)), source: name)
    }

    @Test(arguments: names)
    func aPackReadsBackAsItIsWritten(_ name: String) throws {
        let pack = try Self.pack(name)
        #expect(pack.id == name)
        let text = pack.json.indentedText
        #expect(try LearningReviewGuidance(reading: Array(text.utf8), source: name) == pack)
    }

    @Test(arguments: names)
    func everyRuleOfGuidanceHasItsSource(_ name: String) throws {
        let pack = try Self.pack(name)
        let known = Set(LearningReviewRule.all.map(\.id))
        #expect(pack.rules.map(\.key).allSatisfy(known.contains))
        for rule in LearningReviewRule.all where !rule.isOfOrder {
            let listed = pack.rules.first { $0.key == rule.id }
            #expect(listed?.source != nil, "\(rule.id)")
        }
        #expect(pack.criteria.allSatisfy { $0.source != nil })
        #expect(pack.limits.allSatisfy { $0.source != nil })
        #expect(pack.sources.allSatisfy { (2000...2030).contains($0.year) && !$0.title.isEmpty })
    }

    @Test func theEditionsOf2021And2024PartHarmFromDeath() throws {
        let (first, second) = (try Self.pack(Self.names[0]), try Self.pack(Self.names[1]))
        #expect(first.criterion("abuse-or-neglect") != nil)
        #expect(second.criterion("abuse-or-neglect") == nil)
        #expect(second.criterion("death-abuse-or-neglect") != nil)
        #expect(second.criterion("harm-abuse-or-neglect") != nil)
        #expect(second.proceedings.contains { $0.key == "childrens-reporter" })
        #expect(!first.proceedings.contains { $0.key == "childrens-reporter" })
    }

    /// Every title, every key, every sentence and every time limit of the packs is looked for in the sources.
    @Test func noFactOfAPackStandsInTheSources() throws {
        var facts: Set<String> = []
        var numbers: Set<String> = []
        for name in Self.names {
            let pack = try Self.pack(name)
            facts.insert(pack.title)
            facts.formUnion(pack.sources.map(\.title))
            for list in LearningReviewGuidance.lists {
                let terms = pack[keyPath: list.path]
                facts.formUnion(terms.map(\.words))
                // The keys of rules are the program's own: a pack gives their words and their sources.
                guard list.name != "rules" else { continue }
                facts.formUnion(terms.map(\.key).filter { $0.contains("-") }.map { "\"\($0)\"" })
            }
            facts.formUnion(pack.limits.map { "\"\($0.within)\"" })
            numbers.formUnion(pack.sources.map { String($0.year) })
            numbers.formUnion(pack.limits.map { String($0.within.count) })
        }
        let file = Self.folder.appending(path: "quality-indicators.json")
        let framework = try QualityFramework(
            reading: Array(try Data(contentsOf: file)),
            source: "quality-indicators"
        )
        facts.insert(framework.title)
        facts.formUnion(framework.sources.map(\.title))
        facts.formUnion((framework.scale + framework.indicators).map(\.words))
        #expect(facts.count > 60)
        #expect(numbers.count >= 4)
        let sources = Self.root.appending(path: "Sources")
        let files = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        )
        var read = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for fact in facts where text.contains(fact) {
                Issue.record("\(file.lastPathComponent) says “\(fact)”")
            }
            guard file.path.contains("LearningReview") else { continue }
            read += 1
            // In the code of the room no number of a pack stands either; examples in comments are words.
            let code = text.split(separator: "\n").filter {
                !$0.drop(while: \.isWhitespace).hasPrefix("//")
            }.joined(separator: "\n").replacing(/"""[\s\S]*?"""|"[^"\n]*"/, with: "")
            let words = Set(
                code.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
            )
            for number in numbers where words.contains(number) {
                Issue.record("\(file.lastPathComponent) has the number \(number)")
            }
        }
        #expect(read > 15)
    }

    // MARK: Mistakes

    private static let mistakes: [(String, String)] = [
        (
            #"{"id": "x", "title": "X"}"#,
            "The pack has no criterion, so nothing could be notified. List one."
        ),
        (
            #"{"id": "x", "title": "X", "criteria": [{"key": "a", "words": "A", "source": "s"}]}"#,
            "The pack lists no source “s”. "
        ),
        (
            #"{"id": "x", "title": "X", "criteria": [{"key": "a", "words": "A"}, {"key": "a", "words": "B"}]}"#,
            "The criterion “a” stands twice. Leave one out."
        ),
        (
            #"{"id": "x", "title": "X", "criteria": [{"key": "Big One", "words": "A"}]}"#,
            "expected a key of small letters, digits and hyphens"
        ),
        (
            #"{"id": "x", "title": "X", "version": 0, "criteria": [{"key": "a", "words": "A"}]}"#,
            "The version is 0. Count versions from 1."
        ),
        (
            #"""
            {"id": "x", "title": "X", "criteria": [{"key": "a", "words": "A"}],
              "limits": [{"step": "decided", "after": "decided", "within": "2 weeks"}]}
            """#,
            "A limit counts from “decided” to itself."
        ),
        (
            #"""
            {"id": "x", "title": "X", "criteria": [{"key": "a", "words": "A"}],
              "limits": [{"step": "decidd", "after": "notified", "within": "2 weeks"}]}
            """#,
            "decided"
        ),
    ]

    @Test(arguments: mistakes.indices)
    func aMistakeInAPackIsSaidWithItsLine(_ place: Int) {
        let (text, message) = Self.mistakes[place]
        let error = #expect(throws: JSONError.self) {
            try LearningReviewGuidance(reading: Array(text.utf8), source: "pack.json")
        }
        #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        #expect(error?.source == "pack.json")
        #expect((error?.line ?? 0) >= 1)
    }

    // MARK: Adoption

    @Test func aPackThatSaysSomethingElseNeedsAnotherVersion() throws {
        let sample = try LearningReviewSample()
        var other = LearningReviewSample.pack
        other.title = "Something else"
        let draft = Change(
            .learningReviewGuidance(other.id),
            .learningReviewGuidanceAdopted(LearningReviewAdoption(other))
        ).draft(effective: LearningReviewSample.day, by: "clerk")
        #expect(
            Record.problems(appending: [draft], to: sample.entries).map(\.message) == [
                "“ours” was adopted before in version 1, and said something else. Give what is new a version "
                    + "of its own."
            ]
        )
    }

    @Test func aReviewGoesOnByThePackOfItsNotification() throws {
        var sample = try LearningReviewSample()
        sample.step(LearningReviewSample.notified)
        var other = LearningReviewSample.pack
        other.version = 2
        other.criteria = [LearningReviewGuidance.Term("new", "New.")]
        other.limits = []
        sample.add(
            .learningReviewGuidance(other.id),
            .learningReviewGuidanceAdopted(LearningReviewAdoption(other)),
            on: LearningReviewSample.day + 1
        )
        let edition = sample.edition(after: 2)
        #expect(edition.learningReviews.first?.guidance == "ours@1")
        #expect(edition.learningReviewGuidance?.guidance.version == 2)
        let old = LearningReviewNotification(by: "police", criterion: "harmed")
        #expect(
            sample.refusal(.learningReviewNotified(old), of: "LR-2BCDFGH", after: 2)
                == "“How the North reviews” lists no criterion “harmed”. Known: new."
        )
    }

    @Test func aLimitOfTheCommitteesOwnTakesThePlaceOfThePacks() {
        let own = LearningReviewGuidance.TimeLimit(
            .recommended,
            after: .notified,
            within: .workingDays(5)
        )
        let adoption = LearningReviewAdoption(LearningReviewSample.pack, ownLimits: [own])
        let limits = adoption.limits.filter { $0.step == .recommended }
        #expect(limits == [own])
        #expect(adoption.limits.count == LearningReviewSample.pack.limits.count)
    }

    @Test func workingDaysAreTheCommittees() throws {
        var sample = try LearningReviewSample()
        sample.add(
            .committee,
            .workingDaysSet(
                WorkingCalendar(
                    rules: HolidayRule.scotland,
                    added: [CivilDate(2026, 3, 16)],
                    removed: []
                )
            ),
            on: CivilDate(2026, 1, 6)
        )
        sample.step(LearningReviewSample.notified)
        sample.step(LearningReviewSample.recommended(.proceed), after: 10)
        let edition = sample.edition(after: 11)
        let state = edition[LearningReviewsState.self]
        let review = try #require(edition.learningReviews.first)
        #expect(state.due(of: review, asOf: edition.asOf).map(\.day) == [CivilDate(2026, 3, 27)])
    }
}
