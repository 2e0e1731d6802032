// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit
import Testing

@testable import CommitteeKit

/// A register of documents for tests, and what may be tried on it.
struct DocumentSample {
    typealias Entries = CommitteeDocument.Entries
    static let day = CivilDate(2026, 10, 31)
    private(set) var drafts: [EntryDraft] = []

    /// Two documents: one with everything that the committee needs, one with a title alone.
    init() {
        record("joint-protocol", Entries.title.fact("Joint protocol"))
        record("joint-protocol", Entries.owner.fact("Chair"))
        record("joint-protocol", Entries.reviewMonths.fact(24))
        record(
            "joint-protocol",
            .documentEditionSet(
                DocumentEdition(
                    "1",
                    dated: CivilDate(2023, 3, 1),
                    pages: 40,
                    decidedBy: "Committee",
                    decidedOn: CivilDate(2023, 3, 23)
                )
            )
        )
        record("leaflet", Entries.title.fact("Leaflet"))
    }

    mutating func record(_ id: String, _ fact: Change.Fact, on day: CivilDate = Self.day) {
        drafts.append(Change(.document(id), fact).draft(effective: day, by: "clerk"))
    }

    /// The edition of a day.
    func edition(on day: CivilDate = Self.day, for audience: Audience = .committee) async throws
        -> Edition
    {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(drafts, to: "cpc", expecting: nil, idempotencyKey: nil)
        return Edition(
            of: Record.folding(try await store.allEntries(of: "cpc"), asOf: day),
            committee: "cpc",
            name: "CPC",
            asOf: day,
            audience: audience
        )
    }

    /// Why something cannot be recorded next; nil when it can.
    static func refusal(
        _ id: String,
        _ fact: Change.Fact,
        on day: CivilDate = Self.day,
        after sample: DocumentSample = DocumentSample()
    ) async throws -> String? {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("cpc", name: "CPC")
        try await store.append(sample.drafts, to: "cpc", expecting: nil, idempotencyKey: nil)
        let draft = Change(.document(id), fact).draft(effective: day, by: "clerk")
        return Record.problems(appending: [draft], to: try await store.allEntries(of: "cpc"))
            .first?.message
    }
}
