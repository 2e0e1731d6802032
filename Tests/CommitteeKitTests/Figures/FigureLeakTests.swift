// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// What a reader could do with what is recorded after figures were published.
@Suite("What is hidden in published figures stays hidden, whatever is recorded later")
struct FigureLeakTests {
    private func refusal(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch { return (error as? any ExplainedError)?.message ?? "\(error)" }
    }

    /// Referrals whose north is hidden, with one more area.
    private func published() async throws -> Committee {
        let committee = try await FigureSample.referrals(["North": 3, "South": 30, "East": 40])
        try await committee.publishFigures(effective: CivilDate(2026, 7, 10), by: "clerk")
        return committee
    }

    @Test("What readers go on putting together cannot be declared otherwise")
    func loosening() async throws {
        let committee = try await published()
        let before = try await committee.entries()
        let words =
            ", and readers go on putting them together so. Leave that as it is, or add another indicator for what "
            + "is counted otherwise."
        let changes: [(String, @Sendable (inout Indicator) -> Void)] = [
            ("as adding up over time", { $0.addsUpOverTime = false }),
            ("with areas that add up", { $0.areasAddUp = false }),
            ("for East, North, South", { $0.areas = ["East", "North"] }),
        ]
        for (what, change) in changes {
            #expect(
                await refusal {
                    try await committee.changeIndicator("referrals", by: "clerk", change)
                } == "Figures of “referrals” were published \(what)\(words)"
            )
            // Nor of a day before they were.
            #expect(
                await refusal {
                    try await committee.changeIndicator(
                        "referrals",
                        effective: CivilDate(2026, 7, 2),
                        by: "clerk",
                        change
                    )
                } == "Figures of “referrals” were published \(what)\(words)"
            )
        }
        #expect(try await committee.entries() == before)
        try await committee.changeIndicator("referrals", by: "clerk") { $0.source = "The register" }
    }

    @Test("A file of changes obeys too")
    func files() async throws {
        let committee = try await published()
        let draft = Change(.indicator("referrals"), Indicator.Entries.areasAddUp.fact(false))
            .draft(effective: CivilDate(2026, 8, 1), by: "clerk")
        #expect(
            await refusal { try await committee.append([draft]) }?.hasPrefix(
                "Figures of “referrals” were published with areas that add up"
            ) == true
        )
    }

    @Test("Counts of which hidden ones are the rest cannot be shown as they are")
    func exactCounts() async throws {
        let committee = try await FigureSample.referrals(["North": 20, "South": 30])
        for (id, count) in [("girls", 3), ("boys", 47)] {
            var indicator = Indicator(id: id)
            (indicator.title, indicator.audience) = (id, .public)
            try await committee.addIndicator(indicator, by: "clerk")
            try await committee.recordFigures(
                [FigureValue(count, in: FigureSample.quarter)],
                of: id,
                by: "clerk"
            )
        }
        try await committee.changeIndicator("referrals", by: "clerk") {
            $0.sumOf = ["girls", "boys"]
        }
        try await committee.publishFigures(by: "clerk")
        let shown = try await committee.edition(audience: .public).indicators
        let hidden = shown.filter { $0.current.contains { $0.count == nil } }.map(\.id)
        #expect(hidden.contains("girls"))
        #expect(hidden.count > 1)
        for id in hidden {
            #expect(
                await refusal {
                    try await committee.changeIndicator(id, by: "clerk") { $0.countsFor = .public }
                }
                    == "Numbers of “\(id)” were hidden from “public”, and its counts as they are would show them. Leave its "
                    + "counts for “committee”, and publish what may be shown."
            )
        }
        var rest = Indicator(id: "rest")
        (rest.title, rest.audience, rest.countsFor) = ("Rest", .public, .public)
        rest.outOf = "girls"
        try await committee.addIndicator(rest, by: "clerk")
        let message = await refusal {
            try await committee.recordFigures(
                [FigureValue(2, outOf: 3, in: FigureSample.quarter)],
                of: "rest",
                by: "clerk"
            )
        }
        #expect(
            message?.hasPrefix("With this, readers for “public” could work out") == true,
            "\(message ?? "It was recorded.")"
        )
    }

    @Test("A sum that nobody declared is told before it is published")
    func undeclaredSum() async throws {
        let committee = try await FigureSample().committee()
        let periods = (4...6).map { FigurePeriod(.month, of: CivilDate(2026, $0, 1)) }
        for (id, counts) in [
            ("all", [20, 31, 12]), ("first", [3, 14, 5]), ("second", [17, 17, 7]),
        ] {
            var indicator = Indicator(id: id)
            (indicator.title, indicator.audience) = (id, .public)
            try await committee.addIndicator(indicator, by: "clerk")
            try await committee.recordFigures(
                zip(periods, counts).map { FigureValue($1, in: $0) },
                of: id,
                by: "clerk"
            )
        }
        #expect(
            await refusal { try await committee.publishFigures(by: "clerk") }
                == "The figures cannot be published for “public”, and nothing was published. “all” is everywhere the "
                + "sum of first, second, so what is hidden of one could be worked out from the others. Say so: "
                + "committee dataset change all --sum-of first --sum-of second."
        )
        try await committee.changeIndicator("all", by: "clerk") { $0.sumOf = ["first", "second"] }
        try await committee.publishFigures(by: "clerk")
        let edition = try await committee.edition(audience: .public)
        func april(_ id: String) -> Int? {
            edition.indicators.first { $0.id == id }?.value(periods[0], area: nil)?.count
        }
        #expect(april("first") == nil)
        #expect(april("second") == nil || april("all") == nil)
    }

    @Test(
        "What was published before anybody knew of the sum is said, and a value is not lost by it"
    )
    func alreadyGivenAway() async throws {
        let committee = try await FigureSample().committee()
        for (id, count) in [("all", 20), ("first", 3), ("second", 17)] {
            var indicator = Indicator(id: id)
            (indicator.title, indicator.audience) = (id, .public)
            try await committee.addIndicator(indicator, by: "clerk")
            try await committee.recordFigures(
                [FigureValue(count, in: FigureSample.quarter)],
                of: id,
                by: "clerk"
            )
        }
        // One period alone may be chance, so it is published.
        try await committee.publishFigures(by: "clerk")
        let message = await refusal {
            try await committee.changeIndicator("all", by: "clerk") {
                $0.sumOf = ["first", "second"]
            }
        }
        #expect(
            message?.hasPrefix(
                "With this, readers for “public” could work out what was hidden from them."
            ) == true
        )
    }

    @Test("A publication is neither taken back nor corrected")
    func publicationsStay() async throws {
        let committee = try await published()
        let entries = try await committee.entries()
        let publication = try #require(entries.last { $0.kind == "figures.published" })
        var corrected = try #require(publication.payload.members)
        let figures = try #require(corrected["figures"]?.elements)
        corrected["figures"] = .array(figures.dropLast())
        for draft in [
            EntryDraft.voiding(
                publication,
                effective: CivilDate(2026, 8, 1),
                by: "clerk",
                reason: "A slip."
            ),
            EntryDraft.correcting(
                publication,
                payload: .object(corrected),
                effective: CivilDate(2026, 8, 1),
                by: "clerk",
                reason: "A slip."
            ),
        ] {
            #expect(
                await refusal { try await committee.append([draft]) }
                    == "What was published is with its readers, so a publication is neither taken back nor corrected. "
                    + "Correct the values, and publish what is right now."
            )
        }
        #expect(try await committee.entries() == entries)
    }

    @Test(
        "A copy of an area, or of several, under another name is told before it is published",
        arguments: [
            ([3, 8, 5], ["North"]), ([43, 50, 44], ["East", "North"]),
            ([33, 38, 35], ["North", "South"]),
        ]
    )
    func copies(counts: [Int], areas: [String]) async throws {
        let committee = try await FigureSample().committee()
        var whole = Indicator(id: "whole")
        (whole.title, whole.audience, whole.areas) = ("Whole", .public, ["East", "North", "South"])
        try await committee.addIndicator(whole, by: "clerk")
        let periods = (4...6).map { FigurePeriod(.month, of: CivilDate(2026, $0, 1)) }
        for (area, numbers) in [
            ("North", [3, 8, 5]), ("South", [30, 30, 30]), ("East", [40, 42, 39]),
        ] {
            try await committee.recordFigures(
                zip(periods, numbers).map { FigureValue($1, in: $0, area: area) },
                of: "whole",
                by: "clerk"
            )
        }
        var other = Indicator(id: "other")
        (other.title, other.audience) = ("Other", .public)
        try await committee.addIndicator(other, by: "clerk")
        try await committee.recordFigures(
            zip(periods, counts).map { FigureValue($1, in: $0) },
            of: "other",
            by: "clerk"
        )
        let message = try #require(
            await refusal { try await committee.publishFigures(by: "clerk") }
        )
        #expect(message.contains("has everywhere the counts of"))
        #expect(
            message.contains(
                "so what is hidden of one would be shown by the other. Publish one of them."
            )
        )
        for name in ["whole", "other"] + areas { #expect(message.contains(name)) }
    }
}
