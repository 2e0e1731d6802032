// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit

@testable import CommitteeKit

/// Figures for tests: the register at the end of July, and referrals by area.
struct FigureSample {
    typealias Entries = Indicator.Entries
    static let july = FigurePeriod(.day, of: CivilDate(2018, 7, 31))
    private(set) var drafts: [EntryDraft] = []

    /// The register of 31 July 2018, known as 2,668 and later as 2,530.
    init() {
        record(
            "registrations",
            Entries.title.fact("Children on the register"),
            on: CivilDate(2018, 1, 1)
        )
        record("registrations", Entries.unit.fact("children"), on: CivilDate(2018, 1, 1))
        record(
            "registrations",
            .figuresSet([FigureValue(2751, in: Self.at(2015))]),
            on: CivilDate(2018, 1, 1)
        )
        record(
            "registrations",
            .figuresSet([FigureValue(2668, in: Self.july)]),
            on: CivilDate(2018, 11, 30)
        )
        record(
            "registrations",
            .figuresSet([FigureValue(2530, in: Self.july)]),
            on: CivilDate(2019, 2, 28)
        )
    }

    /// The last day of July of a year.
    static func at(_ year: Int) -> FigurePeriod { FigurePeriod(.day, of: CivilDate(year, 7, 31)) }

    mutating func record(_ id: String, _ fact: Change.Fact, on day: CivilDate) {
        drafts.append(Change(.indicator(id), fact).draft(effective: day, by: "clerk"))
    }

    /// The committee with all that is recorded.
    func committee() async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(drafts, to: "cpc", expecting: nil, idempotencyKey: nil)
        return try await CommitteeLibrary(store: store, today: { CivilDate(2026, 10, 31) })
            .committee("cpc")
    }

    /// Referrals in a quarter by area, of which the areas add up.
    static func referrals(_ counts: [String: Int], audience: Audience = .public) async throws
        -> Committee
    {
        let committee = try await FigureSample().committee()
        var indicator = Indicator(id: "referrals")
        indicator.title = "Referrals"
        indicator.areas = counts.keys.sorted()
        indicator.audience = audience
        indicator.every = .quarter
        try await committee.addIndicator(indicator, effective: CivilDate(2025, 1, 1), by: "clerk")
        try await record(counts, in: committee, on: CivilDate(2026, 7, 1))
        return committee
    }

    static let quarter = FigurePeriod(.quarter, of: CivilDate(2026, 5, 1))

    static func record(_ counts: [String: Int], in committee: Committee, on day: CivilDate)
        async throws
    {
        var values = counts.map { FigureValue($0.value, in: quarter, area: $0.key) }
        values.append(FigureValue(counts.values.reduce(0, +), in: quarter))
        try await committee.recordFigures(
            values.sorted { $0.place < $1.place },
            of: "referrals",
            effective: day,
            by: "clerk"
        )
    }

    /// The counts of referrals that an audience reads, hidden ones as nil, by area.
    static func shown(
        _ committee: Committee,
        on day: CivilDate = CivilDate(2026, 10, 31),
        for audience: Audience = .public
    ) async throws -> [String: Int?] {
        let edition = try await committee.edition(asOf: day, audience: audience)
        let indicator = edition.indicators.first { $0.id == "referrals" }
        return Dictionary(
            (indicator?.current ?? []).map { ($0.area ?? "All", $0.count) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
