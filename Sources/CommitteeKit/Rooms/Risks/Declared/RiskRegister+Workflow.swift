// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension RiskRegister {
    static let workflowSet = Event<RiskRegister, RiskWorkflowPin>(
        "risk-register.workflow-set",
        "The workflow by which the risks of a register go from state to state was set.",
        by: Codec(members: { RiskWorkflowPin.shape.write($0) }) {
            (payload) throws(PayloadError) in
            do throws(JSONError) {
                let node = JSONNode(.object(payload.members), line: 1)
                let place = JSONPlace(source: "risk-register.workflow-set")
                return try RiskWorkflowPin.shape.type.read(node, place)
            } catch {
                throw PayloadError(error.message)
            }
        }
    ) { register, pin, _ in
        (register.workflow, register.workflowSays) = (pin.workflow, pin.says)
        return nil
    }.carried { ways in
        ways.request = .by([
            RequestForm("workflow") { (fields, _) throws(JSONError) in
                let known = ["register"] + RiskWorkflowPin.shape.names
                let inner = try fields.required("workflow", as: .fields(known: known))
                _ = try inner.required("register", as: .name)
                let pin = try RiskWorkflowPin.shape.read(inner)
                return [RequestedFact(.workflowSet(pin.workflow, says: pin.says))]
            }
        ])
        ways.leaveDocuments()
        ways.columns = .by([
            Column(
                "workflow",
                "The workflow of its risks, such as `northshire/reviews`; nil where nobody has said.",
                .optionalText { $0[$1].workflow?.name }
            ),
            Column(
                "workflow_version",
                "The version of that workflow that holds for it.",
                .optionalInteger { $0[$1].workflow?.version }
            ),
        ])
        ways.json = .not(because: "the register's own form has it, as “workflow”")
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard let now = later.workflow, now != earlier.workflow else { return [] }
                let before = earlier.workflow.map { "; before by “\($0)”" } ?? ""
                return [
                    ChangeInWords("workflow", "\(name) now follows the workflow “\(now)”\(before).")
                ]
            }
        )
        ways.example = .not(because: "an example has no workflow of its own")
    }
}

extension Change.Fact {
    /// The workflow of a register was set.
    ///
    /// - Parameters:
    ///   - workflow: The workflow in its version.
    ///   - says: What it says, as ``RiskWorkflow/says`` has it. A library that has the workflow adds it.
    /// - Returns: The fact.
    public static func workflowSet(_ workflow: RiskWorkflowReference, says: [String] = []) -> Self {
        RiskRegister.workflowSet.fact(RiskWorkflowPin(workflow, says: says))
    }
}
