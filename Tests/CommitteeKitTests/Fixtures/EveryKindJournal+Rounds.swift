// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// A progress update to which everything happens that can.
extension EveryKindJournal {
    mutating func recordRounds() async throws {
        let date = CivilDate(2026, 12, 1)
        day = CivilDate(2026, 11, 2)
        by = "lead-officer"
        func about(_ fact: Change.Fact, on day: CivilDate, reason: String? = nil) -> EntryDraft {
            draft(.round(date), fact, on: day, reason: reason)
        }
        var first = ReturnedAnswer("1.2")
        first.done = "Both forms *ask* now."
        first.evidence = "Forms of 2 November 2026"
        first.difference = "Three people were heard."
        first.colour = "G"
        first.colourReason = "It runs."
        first.finished = .no
        first.newDate = "By 31 January 2027"
        first.newDateReason = "The printer is slow."
        first.help = "Money for the print."
        var tabled = ReturnedAnswer("2.3")
        tabled.isNoChange = true
        var agreed = AgreedAnswer(asProposed: first, wording: "Both forms ask.")
        agreed.isAsProposed = false
        agreed.finished = CivilDate(2026, 11, 30)
        agreed.reason = "The committee saw the forms."
        try await append([
            about(
                .roundOpened(
                    RoundOpening(
                        plan: Self.plan,
                        name: "Update Report",
                        due: CivilDate(2026, 11, 16),
                        evidence: .beneath,
                        asked: [
                            AskedLead(key: "chair", name: "Chair", items: ["1.2", "2.3"]),
                            AskedLead(
                                key: "practice",
                                name: "Practice Group",
                                group: "practice",
                                items: ["2.1", "2.2"]
                            ),
                        ]
                    )
                ),
                on: day
            ),
            about(
                .roundAssigned(
                    RoundAssignment(item: "2.3", lead: "driver", name: "Driver")
                ),
                on: CivilDate(2026, 11, 3),
                reason: "The driver knows."
            ),
            about(
                .roundExtended(RoundExtension(lead: "driver", until: CivilDate(2026, 11, 20))),
                on: CivilDate(2026, 11, 4)
            ),
            about(.roundNilReturned(by: "practice"), on: CivilDate(2026, 11, 5)),
            about(
                .roundReturned(UpdateReturn(lead: "chair", version: 1, answers: [first])),
                on: CivilDate(2026, 11, 6)
            ),
            about(.roundWithdrawn(by: "chair"), on: CivilDate(2026, 11, 7), reason: "A mistake."),
            about(
                .roundReturned(
                    UpdateReturn(
                        lead: "chair",
                        version: 2,
                        answers: [first],
                        answeredBy: "Independent Chair",
                        groupMeeting: "5 November 2026"
                    )
                ),
                on: CivilDate(2026, 11, 8)
            ),
            about(
                .roundWorded(RoundWording(item: "1.2", text: "Both forms ask.")),
                on: CivilDate(2026, 11, 9)
            ),
            about(.roundFrozen(digest: "00ff17"), on: CivilDate(2026, 11, 24)),
            about(
                .roundTabled(UpdateReturn(lead: "driver", version: 1, answers: [tabled])),
                on: CivilDate(2026, 11, 25)
            ),
            about(
                .roundAgreed(RoundAgreement(meeting: "committee/2026-12-01#5", answers: [agreed])),
                on: date
            ),
            about(.roundClosed, on: date),
        ])
    }
}
