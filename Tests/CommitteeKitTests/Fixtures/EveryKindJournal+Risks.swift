// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

// Two registers, one above the other, and risks to which everything happens that can.
extension EveryKindJournal {
    private static func scale(_ version: Int) throws -> RiskScale {
        try RiskScale(
            id: "four",
            version: version,
            likelihoods: .numbered(["Rare", "Unlikely", "Likely", "Certain"]),
            impacts: .numbered(["Minor", "Moderate", "Major", "Severe"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 3, colour: .green),
                RiskScale.Band(id: "medium", label: "Medium", from: 4, through: 8, colour: .amber),
                RiskScale.Band(
                    id: "high",
                    label: version == 1 ? "High" : "Very high",
                    from: 9,
                    through: 16,
                    colour: .red
                ),
            ]
        )
    }

    mutating func recordRegisters() async throws {
        day = CivilDate(2026, 5, 1)
        var partnership = RiskRegister(
            id: "partnership",
            name: "Risks of the partnership",
            tier: .partnership,
            scales: [try Self.scale(1)]
        )
        partnership.appetite = .score(9)
        var main = RiskRegister(
            id: "main",
            name: "Risks of the committee",
            tier: .committee,
            parentID: "partnership",
            scales: [try Self.scale(1), try Self.scale(2)],
            reviewTimescale: "At each meeting"
        )
        main.scaleInUse = RiskScale.Reference(scaleID: "four", version: 1)
        main.categories = [.init("Staffing", appetite: .band("low")), .init("Systems")]
        main.appetite = .band("medium")
        main.approvers = ["chair", "chiefs"]
        main.reviewEvery = Period(3, .months)
        try await append([
            draft(.register("partnership"), .registerSet(partnership.json)),
            draft(.register("main"), .registerSet(main.json)),
        ])
    }

    private func levels(_ likelihood: String, _ impact: String) -> RiskAssessment {
        .assessed(
            RiskAssessment.Levels(
                scale: RiskScale.Reference(scaleID: "four", version: 1),
                likelihood: likelihood,
                impact: impact
            )
        )
    }

    private func risk(
        _ id: String,
        _ facts: [RiskFact],
        reason: String? = nil
    ) -> [EntryDraft] {
        facts.map { draft(.risk(id), .risk($0), reason: reason) }
    }

    private func proposed(
        _ id: String,
        _ title: String,
        _ visibility: Audience
    ) -> [EntryDraft] {
        let proposal = RiskFact.Proposal(
            register: "main",
            wording: RiskFact.Wording(
                title: title,
                cause: "\(title): two posts are vacant",
                event: "\(title): visits are late",
                effect: "\(title): people wait for help"
            ),
            category: "Staffing",
            ownerRoleID: "chair",
            managerRoleID: "lead-officer",
            visibility: visibility
        )
        return risk(id, [.proposed(proposal)]) + risk(id, [.approved(by: "committee")])
    }

    mutating func recordRisks() async throws {
        day = CivilDate(2026, 5, 2)
        let names: [(String, String, Audience)] = [
            ("R1", "Vacant posts", .public), ("R2", "Old records", .partners),
            ("R3", "A partner leaves", .committee), ("R4", "A hall closes", .restricted),
            ("R5", "A bridge closes", .public),
        ]
        for (id, title, visibility) in names {
            try await append(proposed(id, title, visibility), key: "risks/\(id)")
        }
        day = CivilDate(2026, 5, 20)
        var judged = RiskAssessment.Levels(
            scale: RiskScale.Reference(scaleID: "four", version: 1),
            likelihood: "2",
            impact: "3",
            date: CivilDate(2026, 5, 19)
        )
        judged.override = .init(value: 9, bandID: "high", reason: "The winter was hard.")
        var check = Risk.Control(
            id: "C1",
            words: "A weekly list of visits",
            kind: .preventive,
            effectiveness: "good",
            weight: 2,
            ownerRoleID: "lead-officer",
            evidenceDue: CivilDate(2026, 8, 31)
        )
        check.evidence = ""
        let spare = Risk.Control(id: "C2", words: "A bank of workers", kind: .corrective)
        try await append(
            risk(
                "R1",
                [
                    .assessed(.inherent, levels("4", "4")), .assessed(.current, levels("3", "3")),
                    .assessed(.target, levels("1", "2")), .controlSet(check), .controlSet(spare),
                    .evidenceSeen(
                        control: "C1",
                        words: "Minutes of May",
                        next: CivilDate(2026, 11, 30)
                    ),
                    .controlRemoved("C2"),
                    .treated(.treat, actions: ["\(Self.plan)#2.3", "\(Self.plan)#2.1"]),
                    .targetDateSet(.by(CivilDate(2027, 3, 31))), .appetiteSet(.band("low")),
                    .timed(proximity: "within six months", velocity: "slow"),
                    .linked([
                        .init(.action, "\(Self.plan)#2.1"), .init(.decision, "2026/4"),
                        .init(.review, "LR1"), .init(.risk, "R2"),
                    ]),
                    .reviewIntervalSet(Period(2, .months)),
                ]
            )
                + risk("R2", [.assessed(.current, .assessed(judged)), .targetDateSet(.accept)])
                + risk(
                    "R3",
                    [.assessed(.current, levels("2", "2")), .treated(.tolerate, actions: [])]
                )
        )
        day = CivilDate(2026, 6, 12)
        try await append(
            risk(
                "R1",
                [
                    .worded(
                        .init(
                            title: "Vacant posts",
                            cause: "Three posts are vacant",
                            event: "Visits are late",
                            effect: "People wait “too long” & give up"
                        )
                    ),
                    .categorised("Systems"),
                    .assigned(owner: "chair", manager: nil),
                    .visibilitySet(.public),
                    .reviewed(outcome: "One post is filled", next: CivilDate(2026, 9, 12)),
                ],
                reason: "Reviewed by the committee."
            )
                + risk(
                    "R2",
                    [
                        .accepted(
                            by: "chair",
                            until: CivilDate(2027, 3, 31),
                            conditions: "The new system is on its way"
                        )
                    ]
                )
                + risk("R3", [.escalated(to: "partnership")], reason: "It is for the partners.")
                + risk("R4", [.deactivated])
                + risk("R5", [.closed(outcome: "The bridge is open")])
        )
        day = CivilDate(2026, 9, 14)
        try await append(
            risk("R3", [.deescalated(to: "main")])
                + risk("R4", [.reopened])
                + risk("R4", [.replaced(by: ["R1", "R3"])])
                + risk("R3", [.assessed(.target, .notAssessed)])
        )
        day = CivilDate(2026, 9, 20)
        let migration = RiskScaleMigration(
            from: RiskScale.Reference(scaleID: "four", version: 1),
            to: RiskScale.Reference(scaleID: "four", version: 2),
            likelihoods: ["3": "4"],
            impacts: ["1": "2"]
        )
        try await append([draft(.register("main"), .scaleMigrated(migration))])
    }

    /// What a register's own workflow says, which stores of the first version know nothing of.
    mutating func recordWorkflows() async throws {
        day = CivilDate(2026, 10, 30)
        let reviews = RiskWorkflowReference("northshire/reviews", version: 2)
        let review = Risk.WorkflowState(
            "under-review",
            "under independent review",
            workflow: reviews,
            why: "The score rose by two bands.",
            until: CivilDate(2026, 11, 29)
        )
        let override = Risk.Override(
            "accept",
            workflow: reviews,
            refusal: "Only the chief officers accept it.",
            reason: "The chief officers agreed by telephone."
        )
        try await append(
            [
                draft(
                    .register("main"),
                    .workflowSet(reviews, says: ["assess: active to active", "state active"])
                )
            ]
                + risk("R1", [.stateEntered(review)]) + risk("R2", [.overridden(override)])
        )
    }
}
