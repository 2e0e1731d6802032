// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Documents of which an audience may not know, what the committee keeps of the others, and texts that cite
// hidden ones by page.
extension HiddenMatters {
    mutating func recordDocuments() {
        typealias Entries = CommitteeDocument.Entries
        let open = SubjectReference.document("open-guide")
        record(open, Entries.title.fact("Open guide"))
        record(open, Entries.audience.fact(.public))
        record(open, Entries.reviewDate.fact(CivilDate(2026, 10, 1)))
        happen(to: open, .committee)
        var cited: [String] = []
        for audience in Self.levels {
            for number in 0..<(copies[audience] ?? 1) {
                let id = word(audience)
                // One of each level, however many there are: what cites them stays as it is.
                if number == 0 { cited.append(id) }
                let document = SubjectReference.document(id)
                record(document, Entries.title.fact(word(audience)), why: audience)
                record(document, Entries.audience.fact(audience), why: audience)
                let facts = [
                    Entries.kind.fact(word(audience)), Entries.owner.fact(word(audience)),
                    Entries.readers.fact(word(audience)),
                    Entries.publishedAt.fact([word(audience)]),
                    Entries.reviewDate.fact(CivilDate(2026, 7, 1)),
                    Entries.reviewMonths.fact(12),
                ]
                for fact in facts { record(document, fact, why: audience) }
                happen(to: document, audience)
                note(document, for: audience)
                note(.documentCopies(ofEdition: 1, of: id), for: max(audience, .committee))
            }
        }
        recordReplacement(by: cited)
        recordCitations(of: cited)
    }

    /// Everything that happens to a document, with words that only an audience may read.
    private mutating func happen(to document: SubjectReference, _ audience: Audience) {
        let inner = max(audience, .committee)
        let label = audience == .committee && document.id == "open-guide" ? "1" : word(audience)
        record(
            document,
            .documentEditionSet(
                DocumentEdition(label, dated: CivilDate(2026, 5, 1), note: prose(inner))
            ),
            why: inner
        )
        record(
            document,
            .documentDistributed(
                DocumentDistribution(
                    to: [word(inner), word(inner)],
                    means: word(inner),
                    confirmBy: CivilDate(2026, 9, 1),
                    note: prose(inner)
                )
            ),
            why: inner
        )
        record(
            document,
            .documentConfirmed(
                DocumentConfirmation(by: word(inner), count: 3, outOf: 7, note: prose(inner))
            ),
            why: inner
        )
        let outcome = document.id == "open-guide" ? "No change" : word(audience)
        record(
            document,
            .documentReviewed(
                DocumentReview(
                    outcome,
                    meeting: word(inner),
                    next: CivilDate(2026, 9, 15),
                    note: prose(inner)
                )
            ),
            why: inner
        )
    }

    /// A public document that a hidden one replaces.
    private mutating func recordReplacement(by hidden: [String]) {
        for (number, other) in hidden.enumerated() {
            let old = SubjectReference.document("old-\(number)")
            record(old, CommitteeDocument.Entries.title.fact("Old guide \(number)"))
            record(old, CommitteeDocument.Entries.audience.fact(.public))
            record(
                old,
                .documentWithdrawn(
                    DocumentWithdrawal(reason: prose(.committee), replacedBy: other)
                ),
                why: .committee
            )
        }
    }

    /// An action that everybody may read, whose evidence and progress cite hidden documents.
    private mutating func recordCitations(of hidden: [String]) {
        let cited = hidden.map { "\($0) pp. 17-19, 33" }
        let action = SubjectReference.action("1.2", of: Self.plan)
        let text = Prose("See open-guide p. 3 and \(cited.joined(separator: "; ")).")
        record(action, .evidenceSet(text), why: .committee)
        record(
            action,
            .progressReported(text, asAt: CivilDate(2026, 7, 1), audience: .public),
            why: .committee
        )
    }
}
