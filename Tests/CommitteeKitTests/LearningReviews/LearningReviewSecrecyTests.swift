// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A Learning Review takes no text, and whoever may not know of it learns not even that there is one.
@Suite("Learning Reviews are kept apart")
struct LearningReviewSecrecyTests {
    typealias Sample = LearningReviewSample

    private static func whole() throws -> Sample {
        var sample = try Sample()
        for (days, fact) in [
            Sample.notified, Sample.asked, Sample.recommended(.proceed), Sample.decided(.proceed),
            Sample.told, Sample.commissioned, .learningReviewReported, Sample.considered,
            Sample.shared, Sample.checked,
        ].enumerated() { sample.step(fact, after: days) }
        return sample
    }

    // MARK: No text

    /// A text in the place of each word that an entry takes.
    private static let intruder = "Jamie Smith of 4 Hill Street"

    @Test func noWordOfAnEntryTakesText() throws {
        let sample = try Self.whole()
        let kinds = Dictionary(
            uniqueKeysWithValues: LearningReviewsRoom().kinds.map { ($0.kind, $0) }
        )
        var tried: Set<String> = []
        for draft in sample.drafts where draft.subject.kind == "learning-review" {
            for name in draft.payload.members?.map(\.key) ?? [] {
                let member = try #require(draft.payload.members?[name])
                guard
                    member.text != nil && CivilDate(iso: member.text ?? "") == nil
                        || member.elements != nil
                else { continue }
                var members = try #require(draft.payload.members)
                members[name] =
                    member.elements == nil
                    ? .string(Self.intruder) : .array([.string(Self.intruder)])
                var other = draft
                other.payload = .object(members)
                other.subject = .learningReview("LR-2BCDFGH")
                tried.insert("\(draft.kind) \(name)")
                let kind = try #require(kinds[draft.kind])
                let fact = try? kind.read(Payload(members))
                guard let fact else { continue }
                // What can be read at all is refused by the lists.
                var before = try Sample()
                if draft.kind != "learning-review.notified" {
                    before.step(Sample.notified, of: "LR-2BCDFGH")
                }
                let refusal = before.refusal(fact, of: "LR-2BCDFGH")
                #expect(refusal != nil, "\(draft.kind) \(name)")
                #expect(refusal?.contains(Self.intruder) != true, "\(draft.kind) \(name)")
            }
        }
        #expect(tried.count >= 8)
    }

    @Test func everyWordHasAList() throws {
        // Every member of every payload that holds words stands in the list that people read.
        var found: Set<String> = []
        for kind in LearningReview.table.kinds.map(\.kind) {
            for variation in 0..<FactGenerator.variations {
                let change = try #require(try FactGenerator.change(kind, variation: variation))
                let draft = FactGenerator.draft(of: change, variation: variation)
                #expect(draft.texts.isEmpty, "\(kind) has erasable texts")
                for member in draft.payload.members?.map({ $0 }) ?? [] {
                    let isDay = member.value.text.map { CivilDate(iso: $0) != nil } ?? false
                    let isWord = member.value.text != nil || member.value.elements != nil
                    if isWord && !isDay { found.insert("\(kind) \(member.key)") }
                }
            }
        }
        #expect(found == Set(LearningReview.words.keys))
    }

    @Test func anEntryTakesNoReason() throws {
        let sample = try Sample()
        #expect(
            sample.refusal(Sample.notified, reason: "Because of a bruise")
                == "An entry about a Learning Review takes no text, so it takes no reason. Leave the reason "
                + "out."
        )
    }

    @Test(arguments: [
        "jamie-smith", "LR-JAMIE22", "LR-8KQ2XM", "LR-7kq2xmd", "2026/3", "LR-0000001",
    ])
    func aReferenceIsNobodysName(_ reference: String) throws {
        let refusal = try Sample().refusal(Sample.notified, of: reference)
        #expect(
            refusal?.hasPrefix("A Learning Review has a reference that was drawn for it") == true
        )
        #expect(refusal?.contains(reference) == false)
    }

    @Test func whoNotifiedIsOfTheStructure() throws {
        let fact = Change.Fact.learningReviewNotified(
            LearningReviewNotification(by: "Aunt May", criterion: "harmed")
        )
        #expect(
            try Sample().refusal(fact)
                == "The structure had no agency, group or seat of the identifier that is given, on 2026-03-02. "
                + "Only these are recorded of a Learning Review: see committee structure."
        )
    }

    // MARK: References

    @Test func referencesTellNeitherOrderNorNumber() {
        var random = SeededGenerator(seed: 7)
        let drawn = (0..<400).map { _ in
            LearningReviewReference.drawn { count in
                (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 20) }
            }
        }
        #expect(drawn.allSatisfy(LearningReviewReference.isValid))
        #expect(Set(drawn).count == 400)
        // Half of those that were drawn one after another go up, half go down.
        let rising = zip(drawn, drawn.dropFirst()).count { $0 < $1 }
        #expect((160...240).contains(rising))
        // Each place takes every letter about as often; the first is one of eight digits.
        for place in 3..<10 {
            let letters = Dictionary(grouping: drawn) { Array($0)[place] }.mapValues(\.count)
            #expect(letters.count > (place == 3 ? 7 : 20))
            #expect(letters.values.max() ?? 0 < (place == 3 ? 90 : 40))
        }
    }

    /// The screening takes a reference neither for a name nor for a postcode.
    @Test func noReferenceIsHeld() async throws {
        var random = SeededGenerator(seed: 11)
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        let library = CommitteeLibrary(store: store, today: { Sample.day })
        let committee = try await library.committee("cpc")
        for _ in 0..<5000 {
            let reference = LearningReviewReference.drawn { count in
                (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 20) }
            }
            let draft = Change(.learningReview(reference), Sample.notified)
                .draft(effective: Sample.day, by: "lead-officer")
            #expect(committee.heldLines(of: [draft]).isEmpty, "\(reference)")
        }
    }

    @Test func thereIsAReferenceWhateverTheBytesAre() {
        let drawn = LearningReviewReference.drawn { [UInt8](repeating: 255, count: $0) }
        #expect(LearningReviewReference.isValid(drawn))
    }

    @Test func theListIsTheSameInWhateverOrderTheyWereNotified() throws {
        let references = ["LR-9XWVZZZ", "LR-2BCDFGH", "LR-7KQ2XMD"]
        func list(_ order: [String]) throws -> [String] {
            var sample = try Sample()
            for reference in order { sample.step(Sample.notified, of: reference) }
            let page = LearningReviewReport.standing.document(of: sample.edition())
            return [String(decoding: page.render(.markdown), as: UTF8.self)]
                + sample.edition().learningReviews.map(\.id)
        }
        #expect(try list(references) == list(references.reversed()))
    }

    // MARK: Who knows

    @Test(arguments: [Audience.public, .partners, .committee])
    func nobodyElseLearnsThatThereIsOne(_ audience: Audience) throws {
        let (with, without) = (try Self.whole().edition(after: 20), try Sample().edition(after: 20))
        let (seen, other) = (with.cut(for: audience), without.cut(for: audience))
        #expect(seen.learningReviews == [])
        #expect(seen.rooms == other.rooms)
        #expect(seen.omissions == other.omissions)
        #expect(seen.changes(since: other) == [])
        #expect(
            LearningReviewReport.standing.document(of: seen)
                == LearningReviewReport.standing.document(of: other)
        )
        #expect(WorkInHand(of: seen, within: 500) == WorkInHand(of: other, within: 500))
        #expect(seen.card(of: .learningReview(Sample.review)) == nil)
    }

    @Test func whatIsOpenedToTheCommitteeIsForNobodyBeyond() throws {
        var sample = try Self.whole()
        sample.step(.learningReviewAudienceSet(.committee), after: 11)
        #expect(sample.edition(after: 20, for: .committee).learningReviews.count == 1)
        #expect(sample.edition(after: 20, for: .partners).learningReviews.isEmpty)
        #expect(
            sample.edition(after: 20, for: .public)[LearningReviewsState.self]
                == LearningReviewsState()
        )
    }

    // MARK: Counts

    /// The record of the next January, after a year with so many reviews that were decided on.
    private static func years(_ numbers: [Int]) throws -> Edition {
        var sample = try Sample()
        var number = 0
        let letters = Array("BCDFGHJKMN")
        for count in numbers {
            for _ in 0..<count {
                let id = "LR-22222\(letters[number / 10])\(letters[number % 10])"
                number += 1
                sample.step(Sample.notified, of: id)
                sample.step(Sample.recommended(.proceed), of: id, after: 1)
                sample.step(Sample.decided(.proceed), of: id, after: 2)
            }
        }
        return sample.edition(after: 320)
    }

    @Test(arguments: 1..<5)
    func aSmallCountIsHiddenWithWhy(_ count: Int) throws {
        let counts = LearningReviewCounts(of: try Self.years([count]))
        let rules = try SuppressionRules(smallestShown: 5, showsZero: false)
        let page = try counts.document(by: rules)
        let text = String(decoding: page.render(.plainText), as: UTF8.self)
        #expect(text.contains("Hidden"))
        // Nothing tells one small count from another, or from none.
        let none = try LearningReviewCounts(of: try Self.years([])).document(by: rules)
        #expect(page == none)
        let why = try counts.hidden(by: rules)
        #expect(
            why.contains { $0.name.hasPrefix("Learning Reviews / Learning Reviews decided on") }
        )
        #expect(why.contains { $0.reason == .small })
    }

    @Test func aCountThatIsLargeEnoughIsShown() throws {
        let counts = LearningReviewCounts(of: try Self.years([12]))
        let page = try counts.document(by: SuppressionRules(smallestShown: 5, showsZero: true))
        #expect(String(decoding: page.render(.plainText), as: UTF8.self).contains("12"))
    }

    /// Notifications by year, each decided on after so many days.
    private static func record(_ years: [(year: Int, count: Int, days: Int)]) throws -> Sample {
        var sample = try Sample()
        var number = 0
        let letters = Array("BCDFGHJKMN")
        for (year, count, days) in years {
            for _ in 0..<count {
                let id = "LR-22222\(letters[number / 10])\(letters[number % 10])"
                let start = CivilDate(year, 6, 1) - Sample.day
                number += 1
                sample.step(Sample.notified, of: id, after: start)
                sample.step(Sample.recommended(.proceed), of: id, after: start + 1)
                sample.step(Sample.decided(.proceed), of: id, after: start + days)
            }
        }
        return sample
    }

    private static func shown(_ sample: Sample, on day: CivilDate, since: Int) throws -> [String:
        String]
    {
        let rules = try SuppressionRules(smallestShown: 5, showsZero: false)
        let counts = LearningReviewCounts(of: sample.edition(after: day - Sample.day), since: since)
        var found: [String: String] = [:]
        for case .table(let table) in try counts.document(by: rules).blocks {
            for case .cells(let cells) in table.rows {
                for (column, cell) in zip(table.columns, cells).dropFirst() {
                    found["\(cells[0].plainText) \(column.heading)"] = cell.plainText
                }
            }
        }
        return found
    }

    @Test("Pages of other first years, and of later days, tell no more than one page does")
    func pagesPutTogether() throws {
        let sample = try Self.record([
            (2026, 3, 5), (2027, 2, 5), (2028, 9, 5), (2029, 8, 300), (2030, 7, 5), (2031, 6, 5),
        ])
        var known: [String: String] = [:]
        for day in [
            CivilDate(2028, 3, 1), CivilDate(2029, 2, 1), CivilDate(2030, 1, 5),
            CivilDate(2030, 12, 30),
            CivilDate(2031, 1, 1), CivilDate(2032, 4, 1),
        ] {
            for since in 2026..<day.year {
                for (name, words) in try Self.shown(sample, on: day, since: since) {
                    #expect(
                        known[name, default: words] == words,
                        "\(name) on \(day) since \(since)"
                    )
                    known[name] = words
                }
            }
        }
        #expect(known["Notifications 2026"] == "Hidden")
        #expect(known["Notifications 2028"] == "9")
        #expect(known["Notifications 2027"] == "Hidden")
        // 29 would leave 5 for the two that are hidden: too little to hide either behind the other.
        #expect(known["Notifications 2026 to 2030"] == "Hidden")
        // What was decided in a later year stays undecided on every page.
        #expect(known["Learning Reviews decided on 2029"] == "Hidden")
    }

    @Test func thePublicEditionCountsNothing() throws {
        let counts = LearningReviewCounts(of: try Self.years([12]).cut(for: .public))
        #expect(counts[.notified, 2026] == 0)
    }
}
