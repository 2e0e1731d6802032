// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Documents to which everything happens that can.
extension EveryKindJournal {
    mutating func recordDocuments() async throws {
        day = CivilDate(2026, 12, 14)
        by = "lead-officer"
        typealias Entries = CommitteeDocument.Entries
        let guide = SubjectReference.document("practice-guide")
        let leaflet = SubjectReference.document("leaflet-2024")
        try await append([
            draft(guide, Entries.title.fact("Practice guide")),
            draft(guide, Entries.kind.fact("Guidance")),
            draft(guide, Entries.owner.fact("Practice Group")),
            draft(guide, Entries.readers.fact("All staff")),
            draft(guide, Entries.publishedAt.fact(["https://example.org/guide", "Town Hall"])),
            draft(guide, Entries.audience.fact(.public)),
            draft(guide, Entries.reviewMonths.fact(24)),
            draft(guide, Entries.reviewDate.fact(CivilDate(2026, 12, 20))),
            draft(
                guide,
                .documentEditionSet(
                    DocumentEdition(
                        "1",
                        dated: CivilDate(2024, 12, 1),
                        pages: 40,
                        decidedBy: "Chief Officers",
                        decidedOn: CivilDate(2024, 12, 5),
                        note: "The *first* one."
                    )
                )
            ),
            draft(
                guide,
                .documentDistributed(
                    DocumentDistribution(
                        to: ["Chair", "Practice Group"],
                        edition: "1",
                        means: "e-mail",
                        confirmBy: CivilDate(2026, 12, 18),
                        note: "With a covering letter."
                    )
                )
            ),
            draft(
                guide,
                .documentConfirmed(
                    DocumentConfirmation(
                        by: "Practice Group",
                        edition: "1",
                        count: 14,
                        outOf: 20,
                        note: "By a form."
                    )
                ),
                on: CivilDate(2026, 12, 15)
            ),
            draft(leaflet, Entries.title.fact("Leaflet for parents")),
            draft(
                guide,
                .documentReviewed(
                    DocumentReview(
                        "Small changes",
                        meeting: "committee/2026-12-10#1",
                        next: CivilDate(2028, 12, 20),
                        note: "Chapter 2 is longer."
                    )
                ),
                on: CivilDate(2026, 12, 16)
            ),
            draft(
                leaflet,
                .documentWithdrawn(
                    DocumentWithdrawal(
                        reason: "The guide has it all.",
                        replacedBy: "practice-guide"
                    )
                ),
                on: CivilDate(2026, 12, 17)
            ),
        ])
    }
}
