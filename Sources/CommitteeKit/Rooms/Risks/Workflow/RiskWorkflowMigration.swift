// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What becomes of the risks of a register when it goes to another workflow, or another version of its own.
///
/// Nothing becomes “active” in silence: a risk in a state that the other workflow has not, or of which nobody
/// can tell in which state it is, stands in the way until somebody says which state it has then.
///
/// ```swift
/// let migration = try await committee.workflowMigration(of: "main", to: newWorkflow)
/// for row in migration.rows where row.problem != nil { print(row.risk, row.problem ?? "") }
/// ```
public struct RiskWorkflowMigration: Hashable, Sendable {
    /// What becomes of one risk.
    public struct Row: Hashable, Sendable {
        /// The risk's identifier.
        public var risk: String
        /// The state before.
        public var before: RiskState
        /// What that state is called.
        public var beforeWords: String
        /// The state afterwards; nil when it cannot be said.
        public var after: RiskState?
        /// What that state is called; empty when it cannot be said.
        public var afterWords: String
        /// Why the state afterwards cannot be said, and what to do; nil when it can.
        public var problem: String?
    }

    /// The register's identifier.
    public var register: String
    /// The workflow before; nil when the register had not been given one.
    public var from: RiskWorkflowReference?
    /// The workflow afterwards.
    public var to: RiskWorkflowReference
    /// What becomes of each risk, in the order of the register.
    public var rows: [Row]
    /// The entries that record it.
    let changes: [Change]

    /// Whether every risk has a state afterwards.
    public var isComplete: Bool { rows.allSatisfy { $0.problem == nil } }
}

extension RiskWorkflowMigration {
    /// Works out what becomes of the risks of a register.
    ///
    /// - Parameters:
    ///   - register: The register.
    ///   - before: The workflow that it follows, where that is there.
    ///   - after: The workflow that it is to follow.
    ///   - states: The new state for an old one, where that is another or cannot be told.
    ///   - day: The day from which it holds.
    init(
        of register: RiskRegister,
        from before: (any RiskWorkflow)?,
        to after: any RiskWorkflow,
        states: [RiskState: RiskState],
        on day: CivilDate
    ) {
        self.register = register.id
        from = register.workflow
        to = after.reference
        var changes = [
            Change(.register(register.id), .workflowSet(after.reference, says: after.says))
        ]
        let states = after.becomes.merging(states) { $1 }
        rows = register.risks.map { risk in
            var row = Self.row(risk, from: before, to: after, states: states)
            guard let state = row.after,
                let found = after.states.first(where: { $0.state == state })
            else { return row }
            row.afterWords = found.label
            let isNamed = risk.workflowState.map { $0.workflow != after.reference } ?? false
            guard state != risk.standing || isNamed && state != risk.state else { return row }
            let entered = Risk.WorkflowState(
                state,
                found.label,
                workflow: after.reference,
                why: "The register went to the workflow “\(after.reference)”.",
                // The time runs from when the risk came to its state, not from the migration.
                until: found.limit.map { (risk.workflowState?.since ?? day).adding($0) }
            )
            changes.append(Change(.risk(risk.id), .risk(.stateEntered(entered))))
            return row
        }
        self.changes = changes
    }

    private static func row(
        _ risk: Risk,
        from before: (any RiskWorkflow)?,
        to after: any RiskWorkflow,
        states: [RiskState: RiskState]
    ) -> Row {
        let state = before?.state(of: risk) ?? risk.standing
        let label =
            before?.states.first { $0.state == state }?.label ?? risk.workflowState?.label
            ?? state.rawValue
        var row = Row(
            risk: risk.id,
            before: state,
            beforeWords: label,
            after: states[state],
            afterWords: ""
        )
        if row.after == nil, before == nil, risk.workflowState == nil, risk.hasForeignEntries {
            row.problem =
                "The workflow that the risk followed is not there, and has entries of its own in its history, "
                + "so its state cannot be told. Say which it becomes: \(state)=NEW."
            return row
        }
        let wanted = row.after ?? state
        let known = after.states.filter { $0.like == risk.state }.map(\.state.rawValue)
        guard let found = after.states.first(where: { $0.state == wanted }) else {
            row.after = nil
            row.problem =
                "“\(after.reference)” has no state “\(wanted)”. Say which it becomes: \(state)=NEW, one of "
                + "\(known.joined(separator: ", "))."
            return row
        }
        guard found.like == risk.state else {
            row.after = nil
            row.problem =
                "The risk is \(risk.state) in the record, so it cannot become “\(wanted)”. Say another state: "
                + "\(state)=NEW, one of \(known.joined(separator: ", "))."
            return row
        }
        row.after = wanted
        return row
    }
}

extension Risk {
    /// Whether entries stand in the history whose kinds only a workflow of somebody's own knows.
    fileprivate var hasForeignEntries: Bool {
        history.contains { event in
            RiskFact.Name(kind: event.kind) == nil
                && !event.kind.rawValue.hasPrefix("risk-register.")
        }
    }
}
