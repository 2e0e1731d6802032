// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@testable import CommitteeKit
import CommitteeTestKit
import Testing

/// Several dates in one cell: milestones, or a first and a revised date.
@Suite struct RevisedTimescaleTests {
    private func read(_ words: String) -> Timescale { TimescaleReader().read(words) }

    @Test(
        "A revised date is the deadline, and the first one is kept",
        arguments: [
            "31st March 2013 (revised from 30th Sept 2012)",
            "31 March 2013 (was 30 September 2012)",
            "31 March 2013 (originally 30 September 2012)",
            "31 March 2013, previously 30 September 2012",
            "31 March 2013 [extended from 30/09/2012]",
            "30 Sept 2012 revised to 31 March 2013",
            "30 Sept 2012 - revised to 31 March 2013",
            "30 September 2012 (now 31 March 2013)",
            "30 September 2012, extended to 31 March 2013",
            "By 30 September 2012; postponed until 31 March 2013",
            "Original: 30 September 2012 Revised: 31 March 2013",
            "Original 30 September 2012\nRevised 31 March 2013",
            "Revised: 31 March 2013. Original: 30 September 2012",
            "was 30 September 2012; now 31 March 2013",
            "Original target date 30 September 2012, new target date 31 March 2013",
            "Revised from 30 September 2012 to 31 March 2013",
            "30 September 2012 (deadline moved to 31 March 2013)",
            "By 31 March 2013 (rescheduled from 30 September 2012 for want of staff)",
        ]
    )
    func revised(words: String) {
        let timescale = read(words)
        #expect(timescale.kind == "by-date")
        #expect(timescale.due == CivilDate(2013, 3, 31))
        #expect(timescale.revisedFrom == [CivilDate(2012, 9, 30)])
        #expect(timescale.confidence == .exact)
        #expect(timescale.words == words)
        #expect(!timescale.isLate(on: CivilDate(2012, 12, 31)))
    }

    @Test(
        "Revised more than once",
        arguments: [
            "Original: 30 June 2012; revised: 30 September 2012; now 31 March 2013",
            "31 March 2013 (was 30 June 2012, 30 September 2012)",
            "30 June 2012 revised to 30 September 2012, revised to 31 March 2013",
        ]
    )
    func revisedTwice(words: String) {
        let timescale = read(words)
        #expect(timescale.due == CivilDate(2013, 3, 31))
        #expect(timescale.revisedFrom == [CivilDate(2012, 6, 30), CivilDate(2012, 9, 30)])
        #expect(timescale.confidence == .exact)
    }

    @Test(
        "Months are revised like days",
        arguments: [
            ("March 2013 (revised from September 2012)", "2013-03-31", ["2012-09-30"]),
            ("Revised from September 2012 to March 2013", "2013-03-31", ["2012-09-30"]),
            ("2012/13 revised to 2013/14", "2014-03-31", ["2013-03-31"]),
        ]
    )
    func months(words: String, due: String, from: [String]) {
        let timescale = read(words)
        #expect(timescale.due?.description == due)
        #expect(timescale.revisedFrom.map(\.description) == from)
        #expect(timescale.confidence == .inferred)
    }

    @Test(
        "What is not sure says so",
        arguments: [
            // The revised date lies before the first one.
            "30 September 2012 (revised from 31 March 2013)",
            "31 March 2013 brought forward to 30 September 2012",
            "31 March 2013 (updated 30 September 2012)",
            "Revised 30 September 2012, 31 March 2013",
            "30 September 2012 31 March 2013",
            "30 September 2012 not 31 March 2013",
            "30 September 2012 → 31 March 2013",
            "30 September 2012 superseded by 31 March 2013",
        ]
    )
    func unsure(words: String) {
        let timescale = read(words)
        #expect(timescale.due == CivilDate(2013, 3, 31))
        #expect(timescale.confidence == .unsure)
        #expect(timescale.doubt?.isEmpty == false)
        #expect(timescale.revisedFrom.isEmpty)
    }

    @Test func aDayOfCompletionIsNoDeadline() {
        for words in [
            "31 March 2013 (completed 12 April 2013)", "31 March 2013; actual: 12 April 2013",
        ] {
            #expect(read(words).due == CivilDate(2013, 3, 31))
            #expect(read(words).confidence == .unsure)
        }
    }

    @Test(
        "Words that may speak of anything do not make a date a revised one",
        arguments: [
            ("New guidance by 31 March 2013", "by-date"),
            ("Put in place by 31 March 2013", "by-date"),
            ("Updated plan March 2012 and new plan March 2013", "milestones"),
            ("Initial draft March 2012, final March 2013", "milestones"),
        ]
    )
    func otherWords(words: String, kind: String) {
        let timescale = read(words)
        #expect(timescale.kind == kind)
        #expect(timescale.due == CivilDate(2013, 3, 31))
        #expect(timescale.confidence == .inferred)
        #expect(timescale.revisedFrom.isEmpty)
        #expect(timescale.doubt != "A revised date is named without the first one.")
    }

    @Test func aRevisedDateAloneIsTheDeadline() {
        let timescale = read("Revised to 31 March 2013")
        #expect(timescale.due == CivilDate(2013, 3, 31))
        #expect(timescale.confidence == .inferred)
        #expect(timescale.doubt == "A revised date is named without the first one.")
    }

    @Test(
        "The last of several milestones is the deadline, and each that has passed can be said",
        arguments: [
            "June 2024; September 2024 and March 2025", "June 2024, September 2024, March 2025",
            "June 2024\nSeptember 2024\nMarch 2025",
            "Draft June 2024; final September 2024; review March 2025",
        ]
    )
    func milestones(words: String) {
        let timescale = read(words)
        #expect(timescale.kind == "milestones")
        #expect(timescale.due == CivilDate(2025, 3, 31))
        #expect(timescale.milestones.count == 3)
        #expect(timescale.confidence != .exact)
        let passed = timescale.milestonesPassed(on: CivilDate(2024, 10, 1))
        #expect(passed.map(\.due) == [CivilDate(2024, 6, 30), CivilDate(2024, 9, 30)])
        #expect(timescale.milestonesPassed(on: CivilDate(2024, 6, 30)).isEmpty)
        #expect(!timescale.isLate(on: CivilDate(2024, 10, 1)))
        #expect(timescale.isLate(on: CivilDate(2025, 4, 1)))
    }

    @Test func onlyARevisedTimescaleHasAMemberMore() {
        let plain = read("By 31 March 2013").json
        #expect(plain["revisedFrom"] == nil)
        let revised = read("31st March 2013 (revised from 30th Sept 2012)")
        #expect(revised.json["revisedFrom"] == ["2012-09-30"])
        #expect(Timescale(json: revised.json) == revised)
    }

    @Test("Two dates with any words between them are never one date in silence")
    func anyWordsBetween() {
        var random = SeededGenerator(seed: 6)
        let between = [
            "and", "or", "to", "from", "revised", "was", "now", "then", "(", ")", ";", ",", "-",
            "by",
            "until", "extended", "original", "draft", "final", "review", "completed", "not", "of",
        ]
        for _ in 0..<20_000 {
            let words = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                between[Int.random(in: 0..<between.count, using: &random)]
            }
            let text = (["30 September 2012"] + words + ["31 March 2013"]).joined(separator: " ")
            let timescale = read(text)
            guard timescale.confidence == .exact else { continue }
            switch timescale.reading {
            case .by: #expect(timescale.revisedFrom == [CivilDate(2012, 9, 30)], "\(text)")
            case .span: #expect(timescale.until == CivilDate(2013, 3, 31), "\(text)")
            case .milestones(let parts): #expect(parts.count == 2, "\(text)")
            default: Issue.record("\(text): \(timescale.reading)")
            }
        }
    }
}
