// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskReportWriter {
    /// The workflow that the register follows: drawn, where its risks stand in it, and what leads where.
    func workflow() throws(RiskError) -> [Document.Block] {
        let workflow = try followed()
        let here = try request.risk.map { (id) throws(RiskError) in try risk(id).standing }
        let diagram = RiskWorkflowDiagram(of: workflow, marking: here)
        return head("risk-workflow") + [
            .paragraph("The risks of this register follow the workflow “\(workflow.reference)”."),
            .tree(diagram.tree),
            .heading(2, "Where the risks stand"), .table(standing(in: workflow)),
            .heading(2, "What leads where"),
        ] + diagram.document.blocks
    }

    private func risk(_ id: String) throws(RiskError) -> Risk {
        if let found = register.risk(id) { return found }
        throw RiskError(
            .refused,
            "There is no risk “\(id)” in the register “\(register.id)”. "
                + ClosestName.suggestion(for: id, in: register.risks.map(\.id))
        )
    }

    private func followed() throws(RiskError) -> any RiskWorkflow {
        let pinned = register.workflow ?? .standard
        if let given = request.workflow, register.workflow == nil || given.reference == pinned {
            return given
        }
        if pinned == .standard { return StandardRiskWorkflow() }
        throw RiskError(
            .refused,
            "The register “\(register.id)” follows the workflow “\(pinned)”, which was not given with the "
                + "request. Give it as the request's workflow."
        )
    }

    private func standing(in workflow: any RiskWorkflow) -> Document.Table {
        var rows: [Document.Table.Row] = workflow.states.dropFirst().map { state in
            row(state.label, register.risks.filter { $0.standing == state.state })
        }
        let known = Set(workflow.states.map(\.state))
        let lost = Dictionary(grouping: register.risks.filter { !known.contains($0.standing) }) {
            $0.standingWords
        }
        for (words, risks) in lost.sorted(by: { $0.key < $1.key }) {
            rows.append(row("\(words) (a state that this workflow has not)", risks))
        }
        return Document.Table(
            caption: "The risks by their state",
            columns: ["State", .init("Risks", alignment: .end), "Which", "Until at the latest"],
            rows: rows
        )
    }

    private func row(_ state: String, _ risks: [Risk]) -> Document.Table.Row {
        let limits = risks.compactMap { risk in
            risk.workflowState?.until.map { "\(risk.number ?? risk.id): \(Self.day($0))" }
        }
        return .cells([
            .text(state), .text(String(risks.count)),
            Self.cell(risks.map { $0.number ?? $0.id }.joined(separator: ", "), none: "None"),
            Self.cell(limits.joined(separator: "; "), none: "No limit"),
        ])
    }
}
