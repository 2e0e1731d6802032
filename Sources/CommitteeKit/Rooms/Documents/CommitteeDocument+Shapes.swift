// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// How what is said of a document stands in JSON: in entries, in exports and in files of changes.

extension DocumentEdition {
    static let shape = Shape(
        DocumentEdition(""),
        [
            .required("label", \.label, .name), .optional("dated", \.dated, .date),
            .optional("pages", \.pages, .integer), .optional("decidedBy", \.decidedBy, .name),
            .optional("decidedOn", \.decidedOn, .date), .prose("note", \.note),
        ]
    )
}

extension DocumentDistribution {
    static let shape = Shape(
        DocumentDistribution(to: []),
        [
            .list("to", \.to, .name), .optional("edition", \.edition, .name),
            .words("means", \.means), .optional("confirmBy", \.confirmBy, .date),
            .prose("note", \.note),
        ]
    )
}

extension DocumentConfirmation {
    static let shape = Shape(
        DocumentConfirmation(by: ""),
        [
            .required("party", \.party, .name), .optional("edition", \.edition, .name),
            .optional("count", \.count, .integer), .optional("outOf", \.outOf, .integer),
            .prose("note", \.note),
        ]
    )
}

extension DocumentReview {
    static let shape = Shape(
        DocumentReview(""),
        [
            .required("outcome", \.outcome, .name), .optional("meeting", \.meeting, .name),
            .optional("next", \.next, .date), .prose("note", \.note),
        ]
    )
}

extension DocumentWithdrawal {
    static let shape = Shape(
        DocumentWithdrawal(),
        [.prose("why", \.reason), .optional("replacedBy", \.replacedBy, .name)]
    )
}
