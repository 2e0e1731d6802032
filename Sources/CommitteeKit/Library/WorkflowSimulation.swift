// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a workflow would have said to everything that happened to the risks of a register; nothing is recorded.
///
/// Every event is taken as it reads now, corrections among it, in the order of its day. What the workflow would refuse is
/// told with the reason and taken all the same, so that what came after is asked about as it happened.
///
/// ```swift
/// let simulation = try await committee.simulateWorkflow(newWorkflow, on: "main")
/// for row in simulation.rows where row.refusal != nil { print(row.risk, row.day, row.refusal ?? "") }
/// ```
public struct RiskWorkflowSimulation: Hashable, Sendable {
    /// What the workflow says to one event.
    public struct Row: Hashable, Sendable {
        /// The risk's identifier.
        public var risk: String
        /// The number of the entry.
        public var entry: Int
        /// What was recorded.
        public var kind: EntryKind
        /// The event that the workflow would have been asked for; nil when it knows none that is recorded so.
        public var event: RiskEventName?
        /// The day of the event.
        public var day: CivilDate
        /// Who asked.
        public var by: String
        /// Why the workflow would have refused it; nil when it would have let it pass.
        public var refusal: String?
        /// The state in which the risk would have been after it, by its label.
        public var state: String
    }

    /// The register's identifier.
    public var register: String
    /// The workflow that was tried.
    public var workflow: RiskWorkflowReference
    /// What it says to each event, risk by risk, in the order of the days.
    public var rows: [Row] = []

    /// How many events it would have refused.
    public var refusedCount: Int { rows.count { $0.refusal != nil } }
}

extension Committee {
    /// Tries a workflow on everything that happened to the risks of a register, and records nothing.
    ///
    /// - Parameters:
    ///   - workflow: The workflow to try; the register's own when nil.
    ///   - register: The register's identifier.
    ///   - date: The day up to which events are taken; the host's today when nil.
    /// - Returns: What it would have said to each event.
    /// - Throws: ``RiskError`` when there is no such register, ``LibraryError`` when its workflow is not there,
    ///   ``JournalError`` when the store cannot be read.
    /// - Complexity: O(*e* × *n*) in the numbers of events of the register's risks and of all entries.
    public func simulateWorkflow(
        _ workflow: (any RiskWorkflow)? = nil,
        on register: String,
        asOf date: CivilDate? = nil
    ) async throws -> RiskWorkflowSimulation {
        let date = date ?? library.today()
        let found = try await edition(asOf: date, audience: .restricted).riskRegister(register)
        let tried = try workflow ?? library.riskWorkflow(of: found)
        let admission = WorkflowAdmission(self, after: try await entries())
        var simulation = RiskWorkflowSimulation(register: register, workflow: tried.reference)
        for risk in found.risks {
            simulation.rows += try await admission.simulated(risk.id, tried, through: date)
        }
        return simulation
    }
}

extension WorkflowAdmission {
    /// What a workflow says to everything that happened to one risk.
    fileprivate func simulated(
        _ risk: String,
        _ workflow: any RiskWorkflow,
        through date: CivilDate
    ) async throws(LibraryError) -> [RiskWorkflowSimulation.Row] {
        let corrections = Corrections(joined)
        let steps = joined.filter { entry in
            entry.subject == .risk(risk) && !entry.kind.changesAnEntry
                && !entry.kind.isRecordedByWorkflows
        }.compactMap { entry in
            corrections.step(for: entry).map { (entry: entry, step: $0) }
        }.filter { $0.step.effective <= date }
            .sorted {
                ($0.step.effective, $0.entry.sequence) < ($1.step.effective, $1.entry.sequence)
            }
        var rows: [RiskWorkflowSimulation.Row] = []
        // What the workflow would have recorded of the risk so far, in the place of what was.
        var own: [Entry] = []
        for (entry, step) in steps {
            let others = joined.filter { other in
                other.subject != .risk(risk)
                    && (other.kind.changesAnEntry || other.sequence < entry.sequence)
            }
            let edition = edition(of: others + own, on: step.effective)
            let fact = fact(step.subject, step.kind, step.payload).flatMap(RiskFact.init)
            let asked = RiskRequest(
                risk,
                step.kind,
                fact,
                step.payload,
                by: step.by,
                reason: step.reason,
                in: workflow
            )
            var drafts = [
                EntryDraft(
                    subject: step.subject,
                    kind: step.kind,
                    payload: step.payload,
                    effective: step.effective,
                    by: step.by,
                    reason: step.reason
                )
            ]
            var refusal: String?
            if let asked {
                let riskCase = workflow.riskCase(
                    risk,
                    in: edition,
                    vacancies: edition.vacantOffices
                )
                do throws(RiskRefusal) {
                    drafts = try await workflow.decide(asked, for: riskCase)
                        .filter { $0.subject == .risk(risk) }
                } catch {
                    refusal = error.reason
                }
            } else {
                refusal =
                    "The workflow “\(workflow.name)” has no event that is recorded as “\(step.kind)”."
            }
            for draft in drafts {
                // Behind everything that is there, so that it folds in its own order.
                let sequence = (joined.last?.sequence ?? 0) &+ own.count &+ 1
                own.append(Entry(provisional: draft, sequence: sequence))
            }
            let after = self.edition(of: others + own, on: step.effective)
            let state = workflow.riskCase(risk, in: after).state
            rows.append(
                RiskWorkflowSimulation.Row(
                    risk: risk,
                    entry: entry.sequence,
                    kind: step.kind,
                    event: asked?.event,
                    day: step.effective,
                    by: step.by,
                    refusal: refusal,
                    state: workflow.states.first { $0.state == state }?.label ?? state.rawValue
                )
            )
        }
        return rows
    }
}
