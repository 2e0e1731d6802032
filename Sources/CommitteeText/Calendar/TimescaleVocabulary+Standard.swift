// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension TimescaleVocabulary {
    /// The general English phrases, with no body and no document of any one committee.
    public static let standard = TimescaleVocabulary(
        phrases: table.flatMap { means, words in words.map { Phrase(words: $0, means: means) } }
    )

    private static let table: [(Meaning, [String])] = [
        (.none, ["n/a", "not applicable", "none", "nil"]),
        (
            .ongoing,
            [
                "Ongoing", "On-going", "On going", "Continuous", "Continuing", "Continual",
                "Continuously", "Rolling", "Rolling programme", "Throughout",
            ]
        ),
        (
            .onDemand,
            [
                "As required", "As and when", "As and when required", "As and when needed",
                "When required", "As needed", "When needed", "As necessary", "If required",
                "If needed", "Where required", "As appropriate", "On request", "Ad hoc",
                "On demand", "As requested",
            ]
        ),
        (
            .asAbove,
            [
                "As above", "See above", "Same as above", "Ditto", "As per above", "As previous",
                "\"", "〃", "\" \"",
            ]
        ),
        (
            .stateWord,
            [
                "Complete", "Completed", "Done", "Achieved", "Closed", "Not started", "In progress",
                "Withdrawn", "Suspended", "Underway", "On hold", "Started", "Fully complete",
                "Action complete", "Overdue", "On track",
            ]
        ),
        (.accept, ["Accept", "Accepted", "Tolerate", "Risk accepted"]),
    ]
}
