// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension WorkflowAdmission {
    /// Takes an entry of a register, where it changes neither its workflow nor the states of its risks past
    /// that, and its settings only by whoever may.
    ///
    /// What the register is with the entry is held against what it is without, on the entry's day and now, so
    /// an entry that corrects or takes back another one is seen as well.
    mutating func admitRegister(_ draft: EntryDraft) async throws(LibraryError) {
        do throws(LibraryError) {
            for day in [draft.effective, .latest] { try checkRegister(draft, on: day) }
            try await checkWhatCameAfter(draft)
            take(withWhatItSays(draft))
            pinRegister(after: draft)
        } catch {
            guard let overriding else { throw error }
            var draft = draft
            let all = "Recorded although the workflow refuses it: \(overriding)"
            draft.reason = draft.reason.map { "\($0) \(all)" } ?? all
            take(draft)
        }
    }

    /// The entry that pins a workflow with what the workflow says, where the library has it and the entry does not
    /// say it.
    private func withWhatItSays(_ draft: EntryDraft) -> EntryDraft {
        guard draft.kind == RiskRegister.workflowSet.declared.kind,
            let said = fact(draft.subject, draft.kind, draft.payload),
            let pin = said.value(as: RiskWorkflowPin.self), pin.says.isEmpty,
            let says = says(pin.workflow)
        else { return draft }
        var draft = draft
        draft.payload =
            Change(.register(draft.subject.id), .workflowSet(pin.workflow, says: says))
            .draft(effective: draft.effective, by: draft.by).payload
        return draft
    }

    /// Pins what the workflow says that a register was set whole with.
    private mutating func pinRegister(after draft: EntryDraft) {
        guard draft.kind == RiskRegister.registerSet.declared.kind,
            let register = edition(of: joined, on: draft.effective).register(draft.subject.id),
            let workflow = register.workflow, register.workflowSays.isEmpty,
            let says = says(workflow)
        else { return }
        let pin = Change(.register(register.id), .workflowSet(workflow, says: says))
        take(pin.draft(effective: draft.effective, by: draft.by, reason: draft.reason))
    }

    /// Throws when what happened to risks of the register on later days would not have been as the entry has it.
    ///
    /// - Complexity: O(*e* × *n*) in the numbers of events of the register's risks since that day and of all entries.
    private func checkWhatCameAfter(_ draft: EntryDraft) async throws(LibraryError) {
        guard !draft.kind.changesAnEntry,
            let register = edition(of: joined, on: .latest).register(draft.subject.id),
            let workflow = try? committee.library.riskWorkflow(of: register),
            workflow.reference != .standard, register.workflow == workflow.reference
        else { return }
        for risk in register.risks {
            let refusal = try await laterRefusal(of: [draft], about: risk.id, workflow)
            if let refusal { throw LibraryError(.refused, refusal.reason) }
        }
    }

    private func says(_ workflow: RiskWorkflowReference) -> [String]? {
        guard let found = try? committee.library.riskWorkflow(workflow.name),
            found.version == workflow.version, found.reference != .standard
        else { return nil }
        return found.says
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
        if let then, !register.workflowSays.isEmpty, then.workflowSays != register.workflowSays {
            throw LibraryError(
                .refused,
                "The register “\(register.id)” pinned what the workflow “\(then.workflow ?? .standard)” says, and that "
                    + "is neither taken back nor said otherwise. Give the workflow a greater version and migrate the "
                    + "register to it."
            )
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
}
