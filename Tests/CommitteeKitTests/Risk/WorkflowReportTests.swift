// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import CommitteeKit
import CommitteeTestKit
import Testing
import WorkflowSequences

@Suite("The report on a register's workflow")
struct WorkflowReportTests {
    private func request(_ workflow: (any RiskWorkflow)?) throws -> RiskReport.Request {
        var journal = try RiskJournal()
        let reference = RiskWorkflowReference("northshire")
        journal.record(Change(.register("committee"), .workflowSet(reference)))
        journal.add("R1", to: "committee", ("1", "1"))
        journal.add("R2", to: "committee", ("2", "2"))
        journal.record(
            "R2",
            .stateEntered(
                Risk.WorkflowState(
                    "under-review",
                    "under independent review",
                    workflow: reference,
                    why: "the score rose by two bands or more",
                    until: CivilDate(2026, 1, 31)
                )
            )
        )
        journal.record(
            "R3",
            .proposed(.sample("R3", "committee")),
            .stateEntered(Risk.WorkflowState("lost", "looked for", workflow: reference))
        )
        var request = RiskReport.Request(journal.edition(), register: "committee", risk: "R2")
        request.workflow = workflow
        return request
    }

    @Test("It draws the workflow, marks where a risk stands and counts where the others do")
    func whole() throws {
        let report = try RiskReport.named("risk-workflow")
        let page = String(
            decoding: try report.document(request(NorthshireWorkflow.make())).render(.plainText),
            as: UTF8.self
        )
        let text = page.split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(text.contains { $0.hasPrefix("Risks of the committee: workflow") })
        #expect(page.contains("Under independent review (here)"))
        #expect(page.contains("31 January 2026"))
        #expect(page.contains("a state that this workflow"))
        let lines = text.filter { $0.hasPrefix("active") && $0.contains("R1") }
        #expect(lines.count == 1)
    }

    @Test("Each state stands once in the tree")
    func tree() throws {
        let workflow = try NorthshireWorkflow.make()
        func count(_ nodes: [Document.Tree.Node]) -> Int {
            nodes.reduce(0) { $0 + 1 + count($1.children) }
        }
        #expect(count(RiskWorkflowDiagram(of: workflow).tree.roots) == workflow.states.count)
    }

    @Test("Without the register's workflow it is refused, and says what to give")
    func missing() throws {
        let report = try RiskReport.named("risk-workflow")
        let error = #expect(throws: RiskError.self) { try report.document(request(nil)) }
        #expect(
            error?.message
                == "The register “committee” follows the workflow “northshire, version 1”, which was not given "
                + "with the request. Give it as the request's workflow."
        )
    }

    @Test("A register that follows no workflow of its own shows the standard one")
    func standard() throws {
        var journal = try RiskJournal()
        journal.add("R1", to: "committee")
        let request = RiskReport.Request(journal.edition(), register: "committee")
        let page = String(
            decoding: try RiskReport.named("risk-workflow").document(request).render(.plainText),
            as: UTF8.self
        )
        #expect(page.contains("follow the workflow “standard, version 1”"))
    }
}
