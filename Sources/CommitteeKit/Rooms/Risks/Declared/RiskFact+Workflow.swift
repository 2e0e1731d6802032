// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What a register's own workflow says of a risk: events.

extension RiskFact.Entries {
    static let stateEntered = RiskEntry<Risk.WorkflowState>(
        .enter,
        "risk.state-entered",
        "The risk came to a state of its register's own workflow.",
        participle: "brought to a state of its workflow",
        Risk.WorkflowState.said,
        sample: .init(
            "under-review",
            "under review",
            workflow: RiskWorkflowReference("northshire/reviews"),
            why: "The score rose."
        ),
        words: { said, _ in "brought to the state “\(said.label)”".followed(by: said.why) },
        carried: { ways in
            ways.request = .not(because: "a workflow records it with the event that people ask for")
            ways.columns = .by([
                Column(
                    "workflow_state",
                    "The state by its register's workflow, such as `under-review`; its state where "
                        + "the workflow has none of its own for it.",
                    .text { $0[$1].risk.standing.rawValue }
                ),
                Column(
                    "workflow_state_words",
                    "What that state is called, such as “under review”.",
                    .text { $0[$1].risk.standingWords }
                ),
                Column(
                    "workflow_state_until",
                    "The last day on which it may stand in that state, where the workflow sets a limit.",
                    .optionalDate { $0[$1].risk.workflowState?.until }
                ),
            ])
            ways.json = .by([
                .optional("workflowState", \.risk.workflowState, Risk.WorkflowState.shape.form)
            ])
            ways.example = .not(because: "an example has no workflow of its own")
        }
    ) { place, said, step in
        guard said.state != place.risk.state else {
            place.risk.workflowState = nil
            return nil
        }
        guard !StandardRiskWorkflow.isRecorded(said.state) else {
            return
                "The risk “\(place.risk.id)” is \(place.risk.state) in the record, so its workflow "
                + "cannot say that it is \(said.state). Record the event that leads there."
        }
        var state = said
        state.since = step.effective
        place.risk.workflowState = state
        return nil
    }

    static let overridden = RiskEntry<Risk.Override>(
        .override,
        "risk.workflow-overridden",
        "What the register's workflow refuses was recorded all the same.",
        participle: "recorded against its workflow",
        Risk.Override.said,
        sample: .init(
            "accept",
            workflow: RiskWorkflowReference("northshire/reviews"),
            refusal: "Only the chair accepts risks.",
            reason: "The chair is away, and agreed by telephone."
        ),
        words: { said, _ in
            "recorded against its workflow (\(said.event))".followed(by: said.reason)
        },
        carried: { ways in
            ways.request = .not(because: "a workflow records it with the event that people ask for")
            ways.columns = .by([
                Column(
                    "overrides",
                    "Why each event was recorded that its workflow refuses.",
                    .texts { $0[$1].risk.overrides.map { "\($0.event): \($0.reason)" } }
                )
            ])
            ways.json = .by([.list("overrides", \.risk.overrides, Risk.Override.shape.form)])
            ways.example = .not(because: "an example has no workflow of its own")
        }
    ) { place, said, step in
        guard !said.reason.trimmingSpace.isEmpty else {
            return "It is not said why “\(said.event)” of the risk “\(place.risk.id)” is recorded "
                + "although its workflow refuses it. Say why."
        }
        var override = said
        override.by = step.by
        override.on = step.effective
        place.risk.overrides.append(override)
        return nil
    }
}

extension RiskFact {
    /// The risk came to a state of its register's own workflow, or out of it to that of the record.
    ///
    /// A workflow records it with the event that leads there; nobody else does.
    public static func stateEntered(_ state: Risk.WorkflowState) -> Self {
        Entries.stateEntered(state)
    }
    /// Something was recorded of the risk that its register's workflow refuses.
    public static func overridden(_ override: Risk.Override) -> Self {
        Entries.overridden(override)
    }
}
