// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkflowAdmission {
    /// Takes an entry of a register, where it changes neither its workflow nor the states of its risks past
    /// that, and its settings only by whoever may.
    ///
    /// What the register is with the entry is held against what it is without, on the entry's day and now, so
    /// an entry that corrects or takes back another one is seen as well.
    mutating func admitRegister(_ draft: EntryDraft) throws(LibraryError) {
        do throws(LibraryError) {
            for day in [draft.effective, .latest] { try checkRegister(draft, on: day) }
            take(draft)
        } catch {
            guard let overriding else { throw error }
            var draft = draft
            let all = "Recorded although the workflow refuses it: \(overriding)"
            draft.reason = draft.reason.map { "\($0) \(all)" } ?? all
            take(draft)
        }
    }

    private func checkRegister(_ draft: EntryDraft, on day: CivilDate) throws(LibraryError) {
        let now = edition(of: joined, on: day)
        let entry = Entry(provisional: draft, sequence: (joined.last?.sequence ?? 0) &+ 1)
        let then = edition(of: joined + [entry], on: day).register(draft.subject.id)
        guard let register = now.register(draft.subject.id) else {
            return try checkNewRegister(then)
        }
        if let pinned = register.workflow, let then, then.workflow != pinned {
            throw Self.refusal(of: then.workflow, instead: pinned, register)
        }
        let changed = then.map { register.settings(changedIn: $0) } ?? []
        let moved = then?.risks.first { register.risk($0.id)?.state != $0.state }
        guard moved != nil || !changed.isEmpty else { return }
        let workflow = try committee.library.riskWorkflow(of: register)
        guard workflow.reference != .standard else { return }
        if let moved {
            throw LibraryError(
                .refused,
                "The register “\(register.id)” follows the workflow “\(workflow.name)”, and setting it whole "
                    + "would set the risk “\(moved.id)” past it. Leave its risks out, and record what "
                    + "happened to each."
            )
        }
        let refusal = workflow.permissions.refusal(
            of: .settings,
            by: draft.by,
            vacancies: now.vacantOffices
        )
        guard let refusal else { return }
        throw LibraryError(
            .refused,
            "The register “\(register.id)” follows the workflow “\(workflow.name)”, which says who may change "
                + "\(changed.map(\.words).joined(separator: ", ")): \(refusal)"
        )
    }

    /// Throws when a new register would bring risks along whose states no workflow was asked about.
    private func checkNewRegister(_ register: RiskRegister?) throws(LibraryError) {
        guard let register, let first = register.risks.first else { return }
        let workflow = try committee.library.riskWorkflow(of: register)
        guard workflow.reference != .standard else { return }
        throw LibraryError(
            .refused,
            "The register “\(register.id)” is to follow the workflow “\(workflow.name)”, and it brings the risk "
                + "“\(first.id)” along past it. Leave its risks out, and propose each."
        )
    }

    private static func refusal(
        of set: RiskWorkflowReference?,
        instead pinned: RiskWorkflowReference,
        _ register: RiskRegister
    ) -> LibraryError {
        let advice =
            set.map { "Migrate it to “\($0)”, which says what becomes of each." }
            ?? "It goes to another one by a migration, which says what becomes of each."
        return LibraryError(
            .refused,
            "The register “\(register.id)” follows the workflow “\(pinned)”, and its risks have states by "
                + "it. \(advice)"
        )
    }
}

extension Edition {
    /// Throws when a fact would take a risk to a register that follows another workflow than its own.
    ///
    /// - Parameters:
    ///   - fact: What happens to the risk.
    ///   - register: The register in which it stands.
    ///   - workflow: What that register follows.
    /// - Throws: ``LibraryError`` with what to do.
    func checkMove(
        of fact: RiskFact?,
        from register: RiskRegister?,
        following workflow: RiskWorkflowReference
    ) throws(LibraryError) {
        guard let fact, let register, [RiskFact.Name.escalate, .deescalate].contains(fact.name),
            let target = fact.value(as: String.self), let pinned = self.register(target)?.workflow,
            pinned != workflow
        else { return }
        throw LibraryError(
            .refused,
            "The register “\(target)” follows the workflow “\(pinned)”, and the risk comes from “\(register.id)”, "
                + "which follows “\(workflow)”, so its state would not be one of “\(target)”. Migrate one of the "
                + "registers to the workflow of the other first."
        )
    }

    fileprivate func register(_ id: String) -> RiskRegister? {
        riskRegisters.first { $0.id == id }
    }
}
