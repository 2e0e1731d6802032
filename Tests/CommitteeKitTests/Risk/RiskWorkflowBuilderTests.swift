// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing

@Suite("Workflows that are put together")
struct RiskWorkflowBuilderTests {
    private static let agreed = RiskOwnKind("moor.agreed") { _ in "One more agrees." }

    private static func builder() -> RiskWorkflowBuilder { RiskWorkflowBuilder("moor") }

    /// What cannot be put together, and what is said of it.
    private static let clashes: [(make: @Sendable () -> RiskWorkflowBuilder, problem: String)] = [
        (
            { builder().state("active", "active", like: .active) },
            "There is a state “active” already. Give this one another name."
        ),
        (
            { builder().state("watched", "watched", like: "activ") },
            "The state “watched” is to stand for “activ”, which is none. Did you mean “active”?"
        ),
        (
            { builder().state("watched", "watched", like: .active, without: ["reopen"]) },
            "The state “watched” is to be without “reopen”, which does not lead out of “active”."
        ),
        (
            { builder().removing("watched") }, "There is no state “watched” to take away."
        ),
        (
            { builder().step("approve", from: .closed, to: .active) },
            "“approve” does not lead out of “closed”. A workflow can be stricter than the record, not "
                + "looser."
        ),
        (
            { builder().step("approve", from: .proposed, to: .closed) },
            "“approve” leads from “proposed” to “closed”, but the record would have the risk active. Lead "
                + "to a state like that."
        ),
        (
            { builder().step("ask", from: .active, to: .active) },
            "It is not said as what the event “ask” is recorded. Give its kind."
        ),
        (
            {
                builder().step("ask", from: .active, to: .active, as: agreed)
                    .step("ask", from: .active, to: .active, as: agreed)
            },
            "“ask” leads out of “active” already. Take that step away first, or give one of them another "
                + "name."
        ),
        (
            {
                builder().step("ask", from: .active, to: .active, as: agreed)
                    .step(
                        "ask",
                        from: .inactive,
                        to: .inactive,
                        as: RiskOwnKind("moor.other") { _ in "" }
                    )
            },
            "The event “ask” is recorded as “moor.agreed” already, so it cannot be as “moor.other”. Keep "
                + "one."
        ),
        (
            {
                builder().step(
                    "ask",
                    from: .active,
                    to: .active,
                    as: RiskOwnKind("risk.asked") { _ in "" }
                )
            },
            "“ask” is recorded as “risk.asked”, and what begins with “risk.” is the library's. Begin with a "
                + "name of your own, such as “northshire.”."
        ),
        (
            { builder().removing("reopen", from: .active) },
            "“reopen” does not lead out of “active”, so there is nothing to take away."
        ),
        (
            {
                builder().branch("b", of: "reopen", from: .active, to: .active, because: "x") {
                    _,
                    _ in
                    true
                }
            },
            "“reopen” does not lead out of “active”, so the branch “b” cannot be taken."
        ),
        (
            { builder().guarding("g", ["acept"]) { _, _ in nil } },
            "The guard “g” watches “acept”, which no step has. Did you mean “accept”?"
        ),
        (
            { builder().allowing(["a"], to: ["accept"]).allowing(["b"], to: ["accept"]) },
            "No role may take a risk through “accept”: the rules about it share none."
        ),
        (
            {
                builder().approvals(
                    "agree",
                    before: "approve",
                    in: .proposed,
                    by: ["a", "b"],
                    atLeast: 3,
                    as: agreed
                )
            },
            "“agree” asks for 3 of 2 roles. Ask for at least 1 and at most all of them."
        ),
        (
            { builder().becoming("old", "nowhere") },
            "“old” is to become “nowhere”, which is no state."
        ),
    ]

    @Test("What clashes is named when it is put together", arguments: clashes.indices)
    func clash(place: Int) {
        let error = #expect(throws: RiskWorkflowError.self) {
            try Self.clashes[place].make().built()
        }
        #expect(error?.problems == [Self.clashes[place].problem])
    }

    @Test("Everything that clashes is named at once")
    func allClashes() {
        let error = #expect(throws: RiskWorkflowError.self) {
            try RiskWorkflowBuilder("standard", version: 0).removing("nowhere").built()
        }
        #expect(error?.problems.count == 3)
    }

    // MARK: Approvals and delegation

    private func committee(_ workflow: BuiltRiskWorkflow) async throws -> Committee {
        let store = InMemoryJournal(context: .testing())
        try await store.createCommittee("c", name: "C")
        let library = CommitteeLibrary(
            store: store,
            riskWorkflows: [workflow],
            today: { CivilDate(2026, 10, 1) }
        )
        let committee = try await library.committee("c")
        try await committee.append(try RiskJournal().drafts)
        try await committee.perform(
            RiskRequest("R1", .proposed(.sample("R1", "committee")), by: "officer")
        )
        return committee
    }

    private static let roles = ["police", "health", "council"]

    private static func quorate() throws -> BuiltRiskWorkflow {
        try builder()
            .approvals(
                "agree",
                before: "approve",
                in: .proposed,
                by: roles,
                atLeast: 2,
                as: agreed
            )
            .delegating(
                "hand-on",
                in: [.proposed],
                as: RiskOwnKind(
                    "moor.handed-on",
                    fields: [.required("to", .text), .optional("until", .date)]
                ) { details in "Handed on to \(details["to"]?.text ?? "")." }
            )
            .built()
    }

    private func refusal(_ request: RiskRequest, in committee: Committee) async throws -> String? {
        do {
            try await committee.perform(request)
            return nil
        } catch let error as LibraryError {
            return error.message
        }
    }

    private static let approve = RiskRequest("R1", .approved(by: "board"), by: "officer")
    private static func agree(_ by: String) -> RiskRequest {
        RiskRequest("R1", event: "agree", by: by)
    }

    @Test("A quorum agrees in any order, each once, before the event passes")
    func quorum() async throws {
        let committee = try await committee(try Self.quorate())
        #expect(
            try await refusal(Self.approve, in: committee)
                == "0 of 2 have agreed to “approve” of the risk “R1”. Ask 2 of police, health, council."
        )
        #expect(
            try await refusal(Self.agree("officer"), in: committee)
                == "“officer” may not take a risk through “agree”. police, health, council may."
        )
        #expect(try await refusal(Self.agree("council"), in: committee) == nil)
        #expect(
            try await refusal(Self.agree("council"), in: committee)
                == "“council” has agreed already. Ask 1 of police, health."
        )
        #expect(try await refusal(Self.agree("police"), in: committee) == nil)
        #expect(try await refusal(Self.approve, in: committee) == nil)
    }

    @Test("What was agreed before the risk came to the state counts no more")
    func agreedBefore() async throws {
        let committee = try await committee(try Self.quorate())
        for role in ["police", "health"] {
            #expect(try await refusal(Self.agree(role), in: committee) == nil)
        }
        let close = RiskRequest("R1", .closed(outcome: ""), by: "officer")
        let reopen = RiskRequest("R1", .reopened, by: "officer")
        #expect(try await refusal(close, in: committee) == nil)
        #expect(try await refusal(reopen, in: committee) == nil)
        #expect(
            try await refusal(Self.approve, in: committee)?.hasPrefix("0 of 2 have agreed") == true
        )
    }

    @Test(
        "A part that was handed on counts for the role that handed it on, until its day",
        arguments: [("2026-10-01", true), ("2026-09-30", false)]
    )
    func delegation(until: String, holds: Bool) async throws {
        let committee = try await committee(try Self.quorate())
        let handOn = RiskRequest(
            "R1",
            event: "hand-on",
            details: ["to": "deputy", "until": .string(until)],
            by: "police"
        )
        #expect(try await refusal(handOn, in: committee) == nil)
        #expect(try await (refusal(Self.agree("deputy"), in: committee) == nil) == holds)
        guard holds else { return }
        #expect(
            try await refusal(Self.agree("police"), in: committee)
                == "“police” has agreed already. Ask 1 of health, council."
        )
    }

    @Test("An own entry says what it lacks and what it does not know")
    func fields() async throws {
        let committee = try await committee(try Self.quorate())
        func said(_ details: JSONObject) async throws -> String? {
            let request = RiskRequest("R1", event: "hand-on", details: details, by: "police")
            return try await refusal(request, in: committee)
        }
        #expect(
            try await said([:])
                == "“moor.handed-on” needs “to”: text. Give it."
        )
        #expect(
            try await said(["to": "deputy", "untill": "2026-10-01"])
                == "“moor.handed-on” has nothing called “untill”. Did you mean “until”?"
        )
        #expect(
            try await said(["to": "deputy", "until": "2026-02-30"])
                == "“until” is “2026-02-30”, expected a day, such as 2026-12-31."
        )
    }

    @Test("The quorate workflow keeps the contract")
    func contract() throws {
        let contract = RiskWorkflowContract(
            try Self.quorate(),
            details: ["hand-on": ["to": "deputy", "until": "2031-01-01"]]
        )
        #expect(contract.violations() == [])
    }

    // MARK: Drawn

    @Test("A diagram has its states, its branches with their reason, and where the risk stands")
    func diagram() throws {
        let workflow = try Self.builder()
            .state("watched", "under “watch”; always", like: .active)
            .branch("b", of: "assess", from: .active, to: "watched", because: "it: rose") { _, _ in
                true
            }
            .step("end", from: "watched", to: .active, as: Self.agreed)
            .built()
        let diagram = RiskWorkflowDiagram(of: workflow, marking: "watched")
        #expect(diagram.mermaid.contains("state \"under “watch”  always (here)\" as s7"))
        #expect(diagram.mermaid.contains("s2 --> s7: assess [it– rose]"))
        #expect(diagram.mermaid.hasSuffix("class s7 here\n"))
        #expect(
            diagram.alternative.contains(
                "From active to under “watch”; always (here): assess [it: rose]."
            )
        )
        #expect(diagram.svg.contains("<title id=\"title\">The workflow “moor, version 1”</title>"))
        var page: [UInt8] = []
        PlainTextRenderer(width: 120).render(diagram.document, into: &page)
        let text = String(decoding: page, as: UTF8.self)
        #expect(text.contains("The risk is under “watch”; always."))
        #expect(text.contains("because it: rose"))
    }
}
