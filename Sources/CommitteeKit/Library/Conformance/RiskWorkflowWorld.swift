// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// The registers, the plan and the other risk among which the conformance kit takes a risk through a workflow.
package struct RiskWorkflowWorld: Sendable {
    /// The name of the world, for messages.
    package var name: String
    /// What the journal holds before the walk begins.
    package var drafts: [EntryDraft]
    /// The levels with which the risk is assessed first; others are tried too.
    package var levels: (likelihood: String, impact: String)

    /// The risk that the walk takes through the states.
    package static let risk = "R1"
    /// The other risk of the register, which is there before the walk begins.
    package static let other = "R0"
    /// The day on which everything else is recorded.
    package static let start = CivilDate(2030, 1, 1)
    /// The register for which the risk is proposed.
    package static let register = "middle"

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

    /// Creates a world of an author's own.
    ///
    /// - Parameters:
    ///   - name: The name of the world.
    ///   - changes: What is changed before the walk begins.
    ///   - levels: The levels with which the risk is assessed first.
    package init(
        _ name: String,
        changes: [Change],
        levels: (likelihood: String, impact: String)
    ) {
        let more = changes.map { $0.draft(effective: Self.start, by: "first-officer") }
        self.init(name: name, drafts: Self.low.drafts + more, levels: levels)
    }

    private init(
        name: String,
        drafts: [EntryDraft],
        levels: (likelihood: String, impact: String)
    ) {
        self.name = name
        self.drafts = drafts
        self.levels = levels
    }

    /// Three registers, one below the other, with a scale of one band and an approver.
    package static let plain = RiskWorkflowWorld(
        name: "plain",
        drafts: drafts(
            scale: scale(["Low", "Medium", "High"], [("all", 1...9)]),
            appetite: nil,
            approvers: ["chair"]
        ),
        levels: ("2", "3")
    )

    /// The same with a scale of four bands that leave a gap, and an appetite; the risk is low at first.
    package static let low = banded("low", ("1", "1"))
    /// The same, and the risk is high from the beginning.
    package static let high = banded("high", ("5", "5"))

    /// The worlds that the kit tries for everybody.
    package static let generated = [plain, low, high]

    private static func banded(_ name: String, _ levels: (String, String)) -> Self {
        RiskWorkflowWorld(
            name: name,
            drafts: drafts(
                scale: scale(
                    ["Rare", "Unlikely", "Possible", "Likely", "Certain"],
                    [("low", 1...4), ("medium", 5...9), ("high", 11...16), ("severe", 17...25)]
                ),
                appetite: .band("medium"),
                approvers: []
            ),
            levels: levels
        )
    }

    private static func scale(
        _ levels: [String],
        _ bands: [(id: String, scores: ClosedRange<Int>)]
    ) -> RiskScale? {
        try? RiskScale(
            id: "world",
            version: 1,
            likelihoods: .numbered(levels),
            impacts: .numbered(levels),
            scoring: .product,
            bands: bands.map { band in
                RiskScale.Band(
                    id: band.id,
                    label: band.id.sentence,
                    from: band.scores.lowerBound,
                    through: band.scores.upperBound
                )
            }
        )
    }

    private static func drafts(
        scale: RiskScale?,
        appetite: RiskAppetite?,
        approvers: [String]
    ) -> [EntryDraft] {
        var changes: [Change] = []
        for (id, parent) in [("upper", nil), (register, "upper"), ("lower", register)] {
            var register = RiskRegister(
                id: id,
                name: "The \(id) register",
                parentID: parent,
                scales: scale.map { [$0] } ?? []
            )
            register.approvers = approvers
            register.appetite = appetite
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
                .risk(other),
                .risk(.proposed(RiskFact.Proposal(register: register, wording: wording)))
            )
        )
        return changes.map { $0.draft(effective: start, by: "first-officer") }
    }

    /// Returns the facts of a name that are tried, those that differ in what guards look at among them.
    package func samples(of name: RiskFact.Name, by person: String, on day: CivilDate) -> [RiskFact]
    {
        switch name {
        case .assess:
            [levels, ("1", "1"), ("3", "3"), ("5", "5")].map { pair in
                .assessed(
                    .current,
                    .assessed(
                        RiskAssessment.Levels(
                            scale: .unpinned,
                            likelihood: pair.likelihood,
                            impact: pair.impact
                        )
                    )
                )
            }
        case .accept:
            [("chair", nil), (person, day + 30), (person, day + 400), (person, nil)].map {
                by,
                until in
                .accepted(by: by, until: until, conditions: "")
            }
        case .close: [.closed(outcome: "It has passed"), .closed(outcome: "")]
        case .review:
            [.reviewed(outcome: "Looked at", next: day + 30), .reviewed(outcome: "", next: nil)]
        default: [Self.sample(of: name)]
        }
    }
}
