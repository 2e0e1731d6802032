// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit

extension HiddenMatters {
    private static func scale() throws -> RiskScale {
        try RiskScale(
            id: "four",
            version: 1,
            likelihoods: .numbered(["Rare", "Unlikely", "Likely", "Certain"]),
            impacts: .numbered(["Minor", "Moderate", "Major", "Severe"]),
            scoring: .product,
            bands: [
                RiskScale.Band(id: "low", label: "Low", from: 1, through: 3, colour: .green),
                RiskScale.Band(id: "medium", label: "Medium", from: 4, through: 8, colour: .amber),
                RiskScale.Band(id: "high", label: "High", from: 9, through: 16, colour: .red),
            ]
        )
    }

    private func levels(_ likelihood: String, _ impact: String, why reason: String? = nil)
        -> RiskAssessment
    {
        .assessed(
            RiskAssessment.Levels(
                scale: RiskScale.Reference(scaleID: "four", version: 1),
                likelihood: likelihood,
                impact: impact,
                override: reason.map { .init(value: 9, bandID: "high", reason: $0) }
            )
        )
    }

    private mutating func setUp(
        _ id: String,
        _ name: String,
        below parent: String? = nil,
        why audience: Audience
    ) throws {
        var register = RiskRegister(
            id: id,
            name: name,
            parentID: parent,
            scales: [try Self.scale()]
        )
        register.appetite = .band("medium")
        register.approvers = ["chair", "committee"]
        register.reviewEvery = Period(3, .months)
        record(.register(id), .registerSet(register.json), why: audience)
    }

    private mutating func propose(
        _ id: String,
        _ text: () -> String,
        to register: String,
        _ visibility: Audience,
        why audience: Audience
    ) {
        let proposal = RiskFact.Proposal(
            register: register,
            wording: .init(title: text(), cause: text(), event: text(), effect: text()),
            ownerRoleID: "chair",
            managerRoleID: "lead-officer",
            visibility: visibility
        )
        record(id, [.proposed(proposal), .approved(by: "committee")], why: audience)
    }

    /// Registers, and the risks that everybody may see.
    mutating func recordRegisters() throws {
        day = CivilDate(2026, 5, 1)
        // A register above that has only hidden risks, and one below from which a risk came.
        let (above, before) = (word(.restricted), word(.restricted))
        try setUp(above, word(.restricted), why: .restricted)
        try setUp(Self.register, "Risks of the committee", below: above, why: .partners)
        try setUp(before, word(.restricted), below: Self.register, why: .restricted)
        for register in [above, before] { note(.register(register), for: .restricted) }
        for id in ["R1", "R2", "R3"] {
            propose(
                id,
                { "Words of \(id)" },
                to: id == "R3" ? before : Self.register,
                .public,
                why: .partners
            )
            record(
                id,
                [
                    .assessed(.inherent, levels("4", "4", why: word(.partners))),
                    .assessed(.current, levels("2", "3", why: word(.partners))),
                    .assessed(.target, levels("1", "2", why: word(.partners))),
                    .controlSet(Risk.Control(id: "C1", words: word(.partners), kind: .preventive)),
                    .reviewed(outcome: word(.partners), next: nil),
                    .accepted(by: "chair", until: CivilDate(2027, 3, 31), conditions: "None"),
                ],
                why: .partners
            )
        }
        day = CivilDate(2026, 5, 10)
        record("R3", [.escalated(to: Self.register)], why: .partners)
        for register in [above, before] {
            try recordHiddenRisk(in: register, for: .restricted)
        }
    }

    /// Risks in the register that everybody knows, and in one that holds no others.
    mutating func recordHiddenRisks(for audience: Audience) throws {
        day = CivilDate(2026, 5, 20)
        let own = word(audience)
        try setUp(own, word(audience), below: Self.register, why: audience)
        note(.register(own), for: audience)
        var page = RegisterPage(
            layout: "glenmore/risks",
            title: word(.restricted),
            date: day,
            visibility: .restricted
        )
        page.facts = [.init(name: "owner", words: word(.restricted))]
        record(.register(Self.register), .registerPageSet(page), why: .restricted)
        try recordHiddenRisk(in: Self.register, for: audience)
        try recordHiddenRisk(in: own, for: audience)
    }

    /// A hidden risk of which everything is said that can be.
    private mutating func recordHiddenRisk(in register: String, for audience: Audience) throws {
        let id = word(audience)
        let texts = (0..<4).map { _ in word(audience) }
        var place = 0
        propose(
            id,
            {
                place += 1
                return texts[place - 1]
            },
            to: register,
            audience,
            why: audience
        )
        var control = Risk.Control(
            id: word(audience),
            words: word(audience),
            kind: .preventive,
            effectiveness: word(audience),
            weight: 2,
            ownerRoleID: word(audience),
            evidenceDue: CivilDate(2026, 8, 31)
        )
        control.evidence = word(audience)
        let spare = Risk.Control(id: word(audience), words: word(audience), kind: .corrective)
        let facts: [RiskFact] = [
            .worded(
                .init(
                    title: word(audience),
                    cause: word(audience),
                    event: word(audience),
                    effect: word(audience)
                )
            ),
            .assigned(owner: word(audience), manager: word(audience)),
            .assessed(.inherent, levels("4", "4")),
            .assessed(.current, levels("3", "3", why: word(audience))),
            .assessed(.target, levels("1", "2", why: word(audience))),
            .controlSet(control), .controlSet(spare),
            .evidenceSeen(control: control.id, words: word(audience), next: nil),
            .controlRemoved(spare.id),
            .treated(.treat, actions: ["\(Self.plan)#1.1"]),
            .targetDateSet(.by(CivilDate(2027, 3, 31))), .appetiteSet(.band("low")),
            .timed(proximity: word(audience), velocity: word(audience)),
            .linked([.init(.decision, word(audience)), .init(.risk, "R1")]),
            .reviewIntervalSet(Period(2, .months)), .reviewDateSet(CivilDate(2026, 9, 1)),
            .renumbered(word(audience)), .columnSet(name: word(audience), word(audience)),
            .stateEntered(
                Risk.WorkflowState(
                    "under-review",
                    word(audience),
                    workflow: RiskWorkflowReference("reviews"),
                    why: word(audience),
                    until: CivilDate(2026, 8, 1)
                )
            ),
            .overridden(
                Risk.Override(
                    "accept",
                    workflow: RiskWorkflowReference("reviews"),
                    refusal: word(audience),
                    reason: word(audience)
                )
            ),
            .reviewed(outcome: word(audience), next: CivilDate(2026, 9, 12)),
            .accepted(
                by: "chair",
                until: CivilDate(2026, 12, 31),
                conditions: word(audience)
            ),
        ]
        record(id, facts, why: audience)
        note(.risk(id), for: audience)
        let reminder = ReminderIdentity(
            rule: "glenmore/review",
            subject: .risk(id),
            due: CivilDate(2026, 9, 12),
            step: "overdue-1"
        )
        record(
            .risk(id),
            .reminder(
                reminder,
                .delegated(to: word(max(audience, .committee))),
                note: prose(max(audience, .committee))
            ),
            why: audience
        )
    }
}
