// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeTestKit

@testable import CommitteeKit

/// A progress update of an invented committee: two leads, one of them a group, and three actions.
enum RoundSample {
    static let date = CivilDate(2031, 6, 30)
    static let due = CivilDate(2031, 6, 14)
    static let plan = "moor-2031"

    static let opening = RoundOpening(
        plan: plan,
        name: "Update Report",
        due: due,
        evidence: .apart,
        asked: [
            AskedLead(key: "warden", name: "Head Warden", items: ["1.1", "1.2"]),
            AskedLead(key: "path-group", name: "Path Group", group: "paths", items: ["2.1"]),
        ]
    )

    static func answer(_ item: String, _ done: String = "Two stiles are mended.") -> ReturnedAnswer
    {
        var answer = ReturnedAnswer(item)
        answer.done = Prose(done)
        return answer
    }

    static func returned(
        by lead: String = "warden",
        version: Int = 1,
        _ items: [String] = ["1.1", "1.2"]
    ) -> UpdateReturn {
        UpdateReturn(lead: lead, version: version, answers: items.map { answer($0) })
    }

    static func asProposed(_ items: [String] = ["1.1", "1.2"]) -> RoundAgreement {
        RoundAgreement(
            meeting: "cpc/2031-06-30#4",
            answers: items.map { AgreedAnswer(asProposed: answer($0)) }
        )
    }

    /// A round to which facts happened, each on a day; a fact that is refused fails the caller.
    static func round(_ facts: [(Change.Fact, CivilDate)]) throws -> UpdateRound {
        var round = UpdateRound(date: date, plan: "", name: "", due: due, openedOn: due)
        for (place, (fact, day)) in facts.enumerated() {
            if let refusal = apply(fact, to: &round, on: day, sequence: place + 1) {
                throw Refused(message: refusal)
            }
        }
        return round
    }

    struct Refused: Error { var message: String }

    static func apply(
        _ fact: Change.Fact,
        to round: inout UpdateRound,
        on day: CivilDate,
        sequence: Int = 90
    ) -> String? {
        let step = FoldStep(
            sequence: sequence,
            subject: .round(date),
            kind: fact.kind,
            payload: [:],
            effective: day,
            by: "clerk"
        )
        return UpdateRound.table.apply(fact, to: &round, step)
    }
}
