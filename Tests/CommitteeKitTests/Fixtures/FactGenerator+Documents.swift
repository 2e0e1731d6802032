// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// What is said of documents, and what happens to them.
extension FactGenerator {
    mutating func aboutDocuments(_ kind: EntryKind) -> Change? {
        let fact: Change.Fact
        switch kind.rawValue {
        case "document.edition-set":
            fact = .documentEditionSet(
                DocumentEdition(
                    name(),
                    dated: maybe { $0.day() },
                    pages: maybe { 1 + $0.below(300) },
                    decidedBy: maybe { $0.name() },
                    decidedOn: maybe { $0.day() },
                    note: prose().normalized
                )
            )
        case "document.distributed":
            fact = .documentDistributed(
                DocumentDistribution(
                    to: list { $0.name() },
                    edition: maybe { $0.name() },
                    means: words { $0.sentence() },
                    confirmBy: maybe { $0.day() },
                    note: prose().normalized
                )
            )
        case "document.confirmed":
            fact = .documentConfirmed(
                DocumentConfirmation(
                    by: name(),
                    edition: maybe { $0.name() },
                    count: maybe { $0.below(300) },
                    outOf: maybe { $0.below(300) },
                    note: prose().normalized
                )
            )
        case "document.reviewed":
            fact = .documentReviewed(
                DocumentReview(
                    name(),
                    meeting: maybe { $0.reference() },
                    next: maybe { $0.day() },
                    note: prose().normalized
                )
            )
        case "document.withdrawn":
            fact = .documentWithdrawn(
                DocumentWithdrawal(
                    reason: prose().normalized,
                    replacedBy: maybe { $0.documentID() }
                )
            )
        default:
            guard let samples = CommitteeDocument.table[kind]?.samples, !samples.isEmpty else {
                return nil
            }
            fact = turn(samples)
        }
        return Change(.document(documentID()), fact)
    }

    private mutating func documentID() -> String {
        pick(["joint-protocol", "guide_2", "A1", "sq-report-2025"])
    }
}
