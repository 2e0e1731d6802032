// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Holds entries about risks against the workflow of each risk's register, whatever way they come in.
struct WorkflowAdmission {
    let committee: Committee
    let overriding: String?
    /// The history, with what was taken so far.
    private(set) var joined: [Entry]
    private(set) var drafts: [EntryDraft] = []
    /// Whether a workflow was asked that may look at anything in the record.
    var looksAtEverything = false

    init(_ committee: Committee, after history: [Entry], overriding: String? = nil) {
        self.committee = committee
        self.overriding = overriding
        joined = history
    }

    /// Returns the entries with what their workflows record beside them.
    ///
    /// - Parameters:
    ///   - drafts: The entries.
    ///   - history: All entries so far.
    ///   - committee: The committee.
    ///   - overriding: Why what a workflow refuses is recorded all the same; nil to refuse it.
    /// - Returns: The entries, and whether what else is recorded meanwhile may change them.
    /// - Throws: ``LibraryError`` when a workflow refuses, or cannot be asked.
    /// - Complexity: O(*r* × *n*) in the numbers of entries about risks and of all entries.
    static func admitting(
        _ drafts: [EntryDraft],
        after history: [Entry],
        in committee: Committee,
        overriding: String?
    ) async throws(LibraryError) -> WorkflowAdmission {
        var admission = WorkflowAdmission(committee, after: history, overriding: overriding)
        let isConcerned = drafts.contains(where: \.isDecidedByWorkflows)
        guard isConcerned, admission.mayHaveWorkflows(drafts) else {
            admission.drafts = drafts
            return admission
        }
        for draft in drafts { try await admission.admit(draft) }
        return admission
    }

    /// Whether any register may have a workflow besides the rules that the record keeps by itself.
    private func mayHaveWorkflows(_ drafts: [EntryDraft]) -> Bool {
        let library = committee.library
        let contributions = library.plugins.contributions
        return !library.riskWorkflows.isEmpty || !contributions.riskWorkflows.isEmpty
            || contributions.plugins.contains { !$0.problems.isEmpty }
            || joined.contains { $0.kind.setsWorkflow($0.payload) }
            || drafts.contains { $0.kind.setsWorkflow($0.payload) }
    }

    mutating func take(_ draft: EntryDraft) {
        drafts.append(draft)
        let sequence = (joined.last?.sequence ?? 0) &+ 1
        joined.append(Entry(provisional: draft, sequence: sequence))
    }

    private func fact(of draft: EntryDraft) -> Change.Fact? {
        let payload = Entry(provisional: draft, sequence: 1).resolvedPayload.value
        return fact(draft.subject, draft.kind, payload)
    }

    /// What an entry of a kind says.
    func fact(_ subject: SubjectReference, _ kind: EntryKind, _ payload: JSONValue) -> Change.Fact?
    {
        let rooms = committee.library.rooms
        return try? rooms.change(subject: subject, kind: kind, payload: payload)?.fact
    }

    /// What was so on a day, by some entries.
    func edition(of entries: [Entry], on day: CivilDate) -> Edition {
        Edition(
            of: Record.folding(entries, in: committee.library.rooms, asOf: day),
            committee: committee.id.rawValue,
            name: committee.name,
            asOf: day,
            audience: .restricted
        )
    }

    private mutating func admit(_ draft: EntryDraft) async throws(LibraryError) {
        if draft.changesRegister { return try await admitRegister(draft) }
        guard draft.subject.kind == "risk" else { return take(draft) }
        guard !draft.kind.changesAnEntry else { return try await admitCorrection(draft) }
        let edition = edition(of: joined, on: draft.effective)
        let fact = fact(of: draft).flatMap(RiskFact.init)
        let proposal = fact?.value(as: RiskFact.Proposal.self)
        let home = edition.riskRegisters.first { register in
            register.id == proposal?.register || register.risk(draft.subject.id) != nil
        }
        // What the record itself refuses, it refuses in its own words.
        guard var home else { return take(draft) }
        // What is recorded of an earlier day obeys what the register follows now.
        var refusal: RiskRefusal?
        switch following(home, on: draft.effective) {
        case .same(let register): home = register
        case .other(let register, let reason): (home, refusal) = (register, reason)
        }
        if let refusal, overriding == nil { throw LibraryError(.refused, refusal.reason) }
        let workflow = try committee.library.riskWorkflow(of: home)
        if overriding == nil {
            try edition.checkMove(of: fact, from: home, following: workflow.reference)
        }
        guard workflow.reference != .standard else { return take(draft) }
        let asked = RiskRequest(
            draft.subject.id,
            draft.kind,
            fact,
            draft.payload,
            by: draft.by,
            reason: draft.reason,
            in: workflow
        )
        guard let request = asked else { return take(draft) }
        let riskCase = workflow.riskCase(
            draft.subject.id,
            in: edition,
            vacancies: edition.vacantOffices
        )
        if workflow.looksAt == .everything { looksAtEverything = true }
        if home.workflow == nil {
            take(workflow.pinned(by: home.id, for: request, on: draft.effective))
        }
        refusal = refusal ?? Self.scaleRefusal(of: fact, in: home)
        var decided: [EntryDraft] = []
        if refusal == nil {
            do throws(RiskRefusal) {
                decided = try await workflow.decide(request, for: riskCase)
                    .map { $0.merged(into: draft) }
            } catch {
                refusal = error
            }
        }
        if refusal == nil {
            refusal = try await laterRefusal(of: decided, about: draft.subject.id, workflow)
        }
        guard let refusal else { return decided.forEach { take($0) } }
        guard let overriding else { throw LibraryError(.refused, refusal.reason) }
        take(draft)
        take(workflow.override(refusal, of: request, because: overriding, on: draft.effective))
    }
}

extension RiskRequest {
    /// What an entry about a risk asks of a workflow; nil when it is none of the workflow's business.
    init?(
        _ risk: String,
        _ kind: EntryKind,
        _ fact: RiskFact?,
        _ payload: JSONValue,
        by: String,
        reason: String?,
        in workflow: any RiskWorkflow
    ) {
        if let fact {
            self.init(risk, fact, by: by, reason: reason)
            return
        }
        guard let step = workflow.steps.first(where: { $0.kind == kind }) else { return nil }
        // The sentence was made of what was asked for, and is made of it again.
        var details = payload.members ?? [:]
        details["sentence"] = nil
        self.init(
            risk,
            event: step.event,
            details: details,
            by: by,
            reason: reason
        )
    }
}

extension EntryDraft {
    /// Whether a workflow of risks may have to do with it.
    var isDecidedByWorkflows: Bool { subject.kind == "risk" || changesRegister }

    /// Whether it changes what a register sets for its risks, or how it is to be read.
    fileprivate var changesRegister: Bool {
        subject.kind == "risk-register" && kind != RiskRegister.pageSet.declared.kind
    }

    /// The entry that a workflow decided on, with what the one that was asked for says of its day.
    fileprivate func merged(into asked: EntryDraft) -> EntryDraft {
        guard kind == asked.kind, subject == asked.subject else { return self }
        var draft = asked
        draft.payload = payload
        draft.texts = texts
        return draft
    }
}

extension EntryKind {
    /// Whether an entry of the kind may say which workflow a register follows.
    fileprivate func setsWorkflow(_ payload: JSONValue) -> Bool {
        if self == RiskRegister.workflowSet.declared.kind { return true }
        guard self == RiskRegister.registerSet.declared.kind else { return false }
        return payload["register"]?["workflow"] != nil
    }
}

extension RiskWorkflow {
    /// The entry by which a register pins the workflow, when the first of its risks goes through it.
    func pinned(by register: String, for request: RiskRequest, on day: CivilDate) -> EntryDraft {
        Change(.register(register), .workflowSet(reference, says: says)).draft(
            effective: day,
            by: request.by
        )
    }

    /// The entry that says that something was recorded although the workflow refuses it.
    func override(
        _ refusal: RiskRefusal,
        of request: RiskRequest,
        because reason: String,
        on day: CivilDate
    ) -> EntryDraft {
        override(
            refusal,
            of: request.event.rawValue,
            of: request.risk,
            because: reason,
            on: day,
            by: request.by,
            said: request.reason
        )
    }

    /// The entry that says that an event, or a correction, was recorded although the workflow refuses it.
    func override(
        _ refusal: RiskRefusal,
        of event: String,
        of risk: String,
        because reason: String,
        on day: CivilDate,
        by: String,
        said: String?
    ) -> EntryDraft {
        let override = Risk.Override(
            event,
            workflow: reference,
            refusal: refusal.reason,
            reason: reason
        )
        return Change(.risk(risk), .risk(.overridden(override)))
            .draft(effective: day, by: by, reason: said)
    }
}

extension Edition {
    /// The register of an identifier, where there is one.
    func register(_ id: String) -> RiskRegister? { riskRegisters.first { $0.id == id } }
}
