// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import Testing

@Suite("A first and a revised timescale in two columns")
struct RevisedColumnTests {
    private static func sample() throws -> LayoutSample {
        try LayoutSample(
            """
            {
              "title": "Plan {period}", "levels": ["goal", "action"],
              "headings": { "goal": ["Goal {number}: {text}"] },
              "columns": [
                ["Ref", "number"], ["Task", "text"], ["Due", "timescale.words"],
                ["Revised", "timescale.revised"]
              ],
              "facts": [["progress", "Reported at {date}"]]
            }
            """
        )
    }

    private static func document(
        _ first: String,
        _ revised: String,
        at date: String = "30 June 2024"
    ) -> String {
        """
        # Plan 2024 – 2026

        Reported at \(date)

        ## Goal 1: Be heard

        | Ref | Task | Due | Revised |
        |---|---|---|---|
        | 1.1 | Ask | \(first) | \(revised) |
        | 1.2 | Tell | By 1 May 2025 |  |
        """
    }

    @Test("The revised timescale is in force, and the first stays in the history")
    func bothAreRead() throws {
        let sample = try Self.sample()
        let reading = try sample.read(Self.document("By 31 May 2024", "By 31 October 2024"))
        let item = try #require(reading.plan.item("1.1"))
        #expect(item.timescale.due == CivilDate(2024, 10, 31))
        #expect(item.firstTimescale.due == CivilDate(2024, 5, 31))
        #expect(
            item.timescaleHistory.map(\.timescale.words) == [
                "By 31 May 2024", "By 31 October 2024",
            ]
        )
        #expect(!item.isLate(on: CivilDate(2024, 7, 1)))
        #expect(item.isLate(on: CivilDate(2024, 11, 1)))
        #expect(reading.plan.item("1.2")?.revisedTimescale == nil)
        #expect(reading.findings == [])
        try sample.expectRoundTrip(of: reading.plan)
        let row = "| 1.1 | Ask | By 31 May 2024 | By 31 October 2024 |"
        #expect(sample.written(reading.plan).contains(row))
    }

    @Test("The account says which cell became which")
    func theAccountTellsThemApart() throws {
        let account = try Self.sample()
            .read(Self.document("By 31 May 2024", "By 31 October 2024")).account
        let lines = account.lines.filter { $0.line == 9 }.map(\.becameWords)
        #expect(
            lines == [
                "the number of action 1.1", "the text of action 1.1",
                "the timescale of action 1.1", "the revised timescale of action 1.1",
            ]
        )
    }

    @Test("One cell with both dates is read as before")
    func oneCellStaysOne() throws {
        let sample = try Self.sample()
        let cell = "31 October 2024 (revised from 31 May 2024)"
        let plan = try sample.read(Self.document(cell, "")).plan
        let item = try #require(plan.item("1.1"))
        #expect(item.timescale.due == CivilDate(2024, 10, 31))
        #expect(item.timescale.revisedFrom == [CivilDate(2024, 5, 31)])
        #expect(item.timescaleHistory == [])
        try sample.expectRoundTrip(of: plan)
    }

    struct Doubt: Sendable, CustomTestStringConvertible {
        var first: String
        var revised: String
        var timescale: String
        var kinds: [String]
        var testDescription: String { "\(first) / \(revised)" }
    }

    @Test(
        "What is not two timescales is a finding, or no revision",
        arguments: [
            Doubt(
                first: "",
                revised: "By 1 May 2025",
                timescale: "By 1 May 2025",
                kinds: ["revised-without-first"]
            ),
            Doubt(
                first: "By 1 May 2025",
                revised: "by 1 May 2025",
                timescale: "By 1 May 2025",
                kinds: []
            ),
            Doubt(
                first: "By 1 May 2025",
                revised: "–",
                timescale: "By 1 May 2025",
                kinds: ["stray-mark"]
            ),
            Doubt(
                first: "By 1 May 2025",
                revised: "Bananas",
                timescale: "Bananas",
                kinds: ["timescale-unread"]
            ),
        ]
    )
    func doubtsAreFindings(_ doubt: Doubt) throws {
        let sample = try Self.sample()
        let reading = try sample.read(Self.document(doubt.first, doubt.revised))
        #expect(reading.plan.item("1.1")?.timescale.words == doubt.timescale)
        #expect(reading.findings.map(\.kind) == doubt.kinds)
        try sample.expectRoundTrip(of: reading.plan)
    }

    @Test("An import records the first timescale and then the revised one")
    func bothAreRecorded() async throws {
        let fixture = try await LibraryFixture(layout: try Self.sample().layout)
        try await fixture.importing(
            Self.document("By 31 May 2024", "By 31 October 2024"),
            digest: "a",
            as: .markdown
        )
        let item = try #require(try await fixture.plan()?.item("1.1"))
        #expect(
            item.timescaleHistory.map(\.timescale.words) == [
                "By 31 May 2024", "By 31 October 2024",
            ]
        )
        #expect(try await Self.timescales(of: fixture) == 3)
        let early = try #require(try await fixture.plan(asOf: CivilDate(2024, 6, 15))?.item("1.1"))
        #expect(!early.isLate(on: CivilDate(2024, 6, 15)))
    }

    @Test("A later edition that only adds a revised timescale records one entry of it")
    func aRevisionIsOneEntry() async throws {
        let fixture = try await LibraryFixture(layout: try Self.sample().layout)
        try await fixture.importing(
            Self.document("By 31 May 2024", ""),
            digest: "a",
            as: .markdown
        )
        #expect(try await Self.timescales(of: fixture) == 2)
        let later = try await fixture.importing(
            Self.document("By 31 May 2024", "By 31 October 2024", at: "31 July 2024"),
            digest: "b",
            as: .markdown
        )
        #expect(try await Self.timescales(of: fixture) == 3)
        #expect(later.findings == [])
        let item = try #require(try await fixture.plan()?.item("1.1"))
        #expect(item.timescale.due == CivilDate(2024, 10, 31))
        #expect(item.firstTimescale.due == CivilDate(2024, 5, 31))
        try await fixture.importing(
            Self.document("By 31 May 2024", "By 1 December 2024", at: "31 August 2024"),
            digest: "c",
            as: .markdown
        )
        let again = try #require(try await fixture.plan()?.item("1.1"))
        #expect(again.timescaleHistory.count == 3)
        #expect(again.firstTimescale.due == CivilDate(2024, 5, 31))
    }

    @Test("Another first timescale than in the edition before is a finding")
    func anotherFirstTimescaleIsAFinding() async throws {
        let fixture = try await LibraryFixture(layout: try Self.sample().layout)
        let first = Self.document("By 31 May 2024", "By 31 October 2024")
        try await fixture.importing(first, digest: "a", as: .markdown)
        let later = try await fixture.importing(
            Self.document("By 30 April 2024", "By 31 October 2024"),
            digest: "b",
            as: .markdown
        )
        #expect(later.findings.map(\.kind) == ["first-timescale-differs"])
        #expect(try await Self.timescales(of: fixture) == 3)
    }

    private static func timescales(of fixture: LibraryFixture) async throws -> Int {
        try await fixture.committee.entries().count { "\($0.kind)" == "action.timescale-set" }
    }
}
