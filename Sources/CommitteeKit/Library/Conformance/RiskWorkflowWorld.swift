// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The registers, the plan and the other risk among which the walk takes place.
package enum RiskWorkflowWorld {
    /// The risk that the walk takes through the states.
    package static let risk = "R1"
    /// The day on which everything else is recorded.
    package static let start = CivilDate(2030, 1, 1)

    private static let wording = RiskFact.Wording(
        title: "A title",
        cause: "A cause",
        event: "An event",
        effect: "An effect"
    )

    /// Returns a fact of a name that the record allows where its state does.
    package static func sample(of name: RiskFact.Name) -> RiskFact {
        RiskFact(name, name.entry.declaration.samples[0])
    }

    /// What the journal holds before the walk begins.
    package static func drafts() -> [EntryDraft] {
        var changes: [Change] = []
        let scale = try? RiskScale(
            id: "three",
            version: 1,
            likelihoods: .numbered(["Low", "Medium", "High"]),
            impacts: .numbered(["Low", "Medium", "High"]),
            scoring: .product,
            bands: [RiskScale.Band(id: "all", label: "All", from: 1, through: 9)]
        )
        for (id, parent) in [("upper", nil), ("middle", "upper"), ("lower", "middle")] {
            var register = RiskRegister(
                id: id,
                name: "The \(id) register",
                parentID: parent,
                scales: scale.map { [$0] } ?? []
            )
            register.approvers = ["chair"]
            changes.append(Change(.register(id), .registerSet(register.json)))
        }
        changes.append(
            Change(
                .plan("plan"),
                .planDrafted(
                    PlanOutline(title: "A plan", period: .always, levels: [LevelName("action")])
                )
            )
        )
        changes.append(Change(.action("1", of: "plan"), .added(ItemOutline(level: 0, text: "Act"))))
        changes.append(
            Change(
                .risk("R0"),
                .risk(.proposed(RiskFact.Proposal(register: "middle", wording: wording)))
            )
        )
        return changes.map { $0.draft(effective: start, by: "first-officer") }
    }
}
