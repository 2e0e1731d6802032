// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("What is said of risks")
struct RiskFactEncodingTests {
    static let facts: [RiskFact] = [
        .proposed(
            RiskFact.Proposal(
                register: "main",
                wording: .init(title: "T", cause: "c", event: "e", effect: "f"),
                category: "Staffing",
                ownerRoleID: "chair",
                managerRoleID: "officer",
                visibility: .public
            )
        ),
        .proposed(
            RiskFact.Proposal(register: "main", wording: .init(cause: "", event: "", effect: ""))
        ),
        .approved(by: "board"),
        .assessed(
            .current,
            .assessed(
                .init(
                    scale: .init(scaleID: "five", version: 2),
                    likelihood: "1",
                    impact: "B",
                    date: CivilDate(2026, 1, 1),
                    override: .init(value: 20, bandID: "red", reason: "Judgement")
                )
            )
        ),
        .assessed(.target, .notAssessed),
        .reviewed(outcome: "As before", next: CivilDate(2026, 5, 1)),
        .reviewed(outcome: "", next: nil), .escalated(to: "upper"), .deescalated(to: "lower"),
        .deactivated, .accepted(by: "chair", until: CivilDate(2026, 5, 1), conditions: "Funding"),
        .accepted(by: "chair", until: nil, conditions: ""), .closed(outcome: "Passed"),
        .replaced(by: ["R2", "R3"]), .reopened,
        .worded(.init(title: "", cause: "c", event: "e", effect: "f")), .categorised("Staffing"),
        .categorised(""), .assigned(owner: "chair", manager: nil),
        .assigned(owner: nil, manager: "officer"),
        .controlSet(
            .init(
                id: "C1",
                words: "A check",
                kind: .directive,
                effectiveness: "good",
                weight: 3,
                ownerRoleID: "chair",
                evidenceDue: CivilDate(2026, 5, 1)
            )
        ),
        .controlRemoved("C1"),
        .evidenceSeen(control: "C1", words: "Minutes", next: CivilDate(2026, 8, 1)),
        .treated(.treat, actions: ["plan#1"]), .treated(nil, actions: []),
        .targetDateSet(.accept), .targetDateSet(.by(CivilDate(2026, 8, 1))), .targetDateSet(nil),
        .appetiteSet(.band("low")), .appetiteSet(.score(4)), .appetiteSet(nil),
        .timed(proximity: "soon", velocity: ""), .visibilitySet(.partners),
        .linked([.init(.decision, "4.6"), .init(.review, "LR1"), .init(.action, "plan#1")]),
        .reviewIntervalSet(Period(3, .months)), .reviewIntervalSet(nil),
        .reviewDateSet(CivilDate(2026, 9, 1)), .reviewDateSet(nil), .renumbered("CP-4"),
        .renumbered(nil), .columnSet(name: "notes", "Looked at"), .columnSet(name: "notes", ""),
        .stateEntered(
            Risk.WorkflowState(
                "under-review",
                "under review",
                workflow: RiskWorkflowReference("northshire", version: 2),
                why: "The score rose.",
                until: CivilDate(2026, 9, 1)
            )
        ),
        .overridden(
            Risk.Override(
                "accept",
                workflow: RiskWorkflowReference("northshire"),
                refusal: "Only the chair accepts it.",
                reason: "The chair is away."
            )
        ),
    ]

    @Test func everyNameOccursAboveSoThatNoneIsForgotten() {
        #expect(Set(Self.facts.map(\.name)) == Set(RiskFact.Name.allCases))
    }

    @Test("A fact reads back equal from its entry", arguments: facts)
    func entries(fact: RiskFact) throws {
        let draft = Change(.risk("R1"), .risk(fact)).draft(
            effective: CivilDate(2026, 1, 1),
            by: "a"
        )
        #expect(draft.kind == fact.name.kind)
        try draft.check()
        let entry = Entry(provisional: draft, sequence: 1)
        let change = Change(
            subject: entry.subject,
            kind: entry.kind,
            payload: entry.resolvedPayload.value
        )
        #expect(change?.fact == .risk(fact))
    }

    @Test("A fact reads back equal from a file of changes", arguments: facts.filter(\.name.isAsked))
    func files(fact: RiskFact) throws {
        let value: JSONValue = [
            "by": "a", "effective": "2026-01-01",
            "changes": .array([
                .object(["risk": "R1", fact.name.rawValue: .object(fact.json)] as JSONObject)
            ]),
        ]
        let file = try ChangeFile(
            reading: Array(value.indentedText.utf8),
            source: "changes.json"
        )
        let drafts = try file.drafts(in: Record())
        #expect(
            drafts == [
                Change(.risk("R1"), .risk(fact)).draft(effective: CivilDate(2026, 1, 1), by: "a")
            ]
        )
    }

    @Test(
        "Mistakes in a file are named with their line",
        arguments: [
            (
                #""assess": { "score": "curent", "likelihood": "1", "impact": "1" }"#,
                "f.json:1:91: changes[0].assess.score: “curent” is not one of the words that are known "
                    + "here. Did you mean “current”?"
            ),
            (
                #""assess": { "score": "current" }"#,
                "f.json:1:80: changes[0].assess: “likelihood” (a text that is not empty) is missing. "
                    + "Add it."
            ),
            (
                #""assess": { "score": "current", "scale": "five", "likelihood": "1", "impact": "1" }"#,
                "f.json:1:80: changes[0].assess: “scale” and “version” go together. Give both, or "
                    + "neither."
            ),
            (
                #""assess": { "score": "target", "notAssessed": true, "impact": "1" }"#,
                "f.json:1:132: changes[0].assess.impact: “impact” does not go with “notAssessed”. Keep "
                    + "one."
            ),
            (
                #""status": "G""#,
                "f.json:1:80: changes[0].status: “status” is not said of a risk. Known: propose, "
                    + "reword, categorise, assign, show, approve, assess, control, uncontrol, "
                    + "evidence-seen, treat, aim, appetite, timing, link, interval, review, escalate, "
                    + "de-escalate, accept and 7 more."
            ),
            (
                #""escalate": { "too": "upper" }"#,
                "f.json:1:84: changes[0].escalate: “too” is not a name that is known here. Did you "
                    + "mean “to”?"
            ),
        ]
    )
    func mistakes(said: String, message: String) {
        let text = """
            { "by": "a", "effective": "2026-01-01", "changes": [ { "risk": "R1", \(said) } ] }
            """
        let error = #expect(throws: JSONError.self) {
            try ChangeFile(reading: Array(text.utf8), source: "f.json")
        }
        #expect(error?.description == message)
    }

    @Test func aFilePinsTheScaleOfTheRegisterItSetsUp() throws {
        let scale = try ScalePack.five.scale()
        let register = RiskRegister(id: "main", name: "Main", scales: [scale])
        let value: JSONValue = [
            "by": "a", "effective": "2026-01-01",
            "changes": [
                ["register": register.json],
                [
                    "risk": "R1",
                    "propose": ["register": "main", "cause": "c", "event": "e", "effect": "f"],
                    "approve": ["by": "board"],
                    "assess": ["score": "current", "likelihood": "2", "impact": "5"],
                ],
            ],
        ]
        let file = try ChangeFile(reading: Array(value.indentedText.utf8), source: "f.json")
        let drafts = try file.drafts(in: Record())
        #expect(Record.problems(appending: drafts, to: []) == [])
        #expect(drafts.last?.payload["scale"] == "five-by-five")
        #expect(drafts.last?.payload["version"] == 1)
    }
}
