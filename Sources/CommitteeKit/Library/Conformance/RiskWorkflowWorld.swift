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
        switch name {
        case .propose: .proposed(RiskFact.Proposal(register: "middle", wording: wording))
        case .reword: .worded(wording)
        case .categorise: .categorised("Delivery")
        case .assign: .assigned(owner: "chair", manager: nil)
        case .show: .visibilitySet(.committee)
        case .approve: .approved(by: "committee")
        case .assess:
            .assessed(
                .current,
                .assessed(
                    RiskAssessment.Levels(scale: .unpinned, likelihood: "2", impact: "3")
                )
            )
        case .control: .controlSet(Risk.Control(id: "C1", words: "A check", kind: .detective))
        case .uncontrol: .controlRemoved("C1")
        case .evidence: .evidenceSeen(control: "C1", words: "Minutes", next: nil)
        case .treat: .treated(.treat, actions: ["plan#1"])
        case .aim: .targetDateSet(.accept)
        case .appetite: .appetiteSet(.score(4))
        case .timing: .timed(proximity: "soon", velocity: "slow")
        case .link: .linked([Risk.Link(.action, "plan#1")])
        case .interval: .reviewIntervalSet(Period(3, .months))
        case .review: .reviewed(outcome: "Looked at", next: nil)
        case .escalate: .escalated(to: "upper")
        case .deescalate: .deescalated(to: "lower")
        case .accept: .accepted(by: "chair", until: nil, conditions: "")
        case .deactivate: .deactivated
        case .replace: .replaced(by: ["R0"])
        case .close: .closed(outcome: "It has passed")
        case .reopen: .reopened
        }
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
