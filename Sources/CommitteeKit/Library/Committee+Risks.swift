// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Takes a risk through an event of a workflow, and records what follows from it.
    ///
    /// What somebody else records about the same matter while the workflow decides is not overlooked: it
    /// decides anew. What others record about other matters lets the request through.
    ///
    /// ```swift
    /// try await committee.perform(
    ///     RiskRequest("R7", .escalated(to: "partnership"), by: "cpc-chair"),
    ///     effective: CivilDate(2026, 10, 31))
    /// ```
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - workflow: The workflow that the risk's register follows, where the library was not given it. It
    ///     cannot be another one: a register keeps the workflow that it has, see
    ///     ``CommitteeLibrary/riskWorkflow(of:)``.
    ///   - date: The date on which it takes effect; the host's today when nil.
    ///   - overriding: Why it is recorded although the workflow refuses it; nil to refuse it. The record's
    ///     own rules hold all the same, and every report says what was recorded so, by whom and why.
    ///   - expectation: What may not have been recorded meanwhile. With a number of an entry it does not
    ///     decide anew; see ``RecordExpectation``.
    ///   - key: A key by which a retry is known, so that it records nothing twice. A key that was used for
    ///     another request is an error.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when the workflow or the record refuses it, with the reason;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func perform(
        _ request: RiskRequest,
        workflow: (any RiskWorkflow)? = nil,
        effective date: CivilDate? = nil,
        overriding: String? = nil,
        expecting expectation: RecordExpectation = .untouched,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        let deciding = Deciding(request, by: workflow, overriding: overriding)
        if let key {
            let replay = try await replay(of: deciding, date, key, in: try await entries())
            if let replay { return replay }
        }
        return try await appendDecided(expecting: expectation, idempotencyKey: key) { seen in
            let decision = try await decide(deciding, on: date ?? library.today(), in: seen)
            try screen(decision.drafts)
            return decision
        }
    }

    /// Appends what is decided on a history, and decides anew when what it touches was recorded meanwhile.
    func appendDecided(
        expecting expectation: RecordExpectation,
        idempotencyKey key: String?,
        _ decide: ([Entry]) async throws -> Decision
    ) async throws -> AppendReceipt {
        var decisionsLeft = Self.mostDecisions
        while true {
            try Self.checkCancellation()
            let seen = try await entries()
            let decision = try await decide(seen)
            let drafts = decision.drafts
            do {
                return try await append(
                    drafts,
                    admittedTo: seen,
                    expecting: RecordExpectation(
                        since: expectation.since,
                        isOfTheLast: expectation.isOfTheLast || decision.looksAtEverything
                    ),
                    idempotencyKey: key
                )
            } catch let error as JournalError where error.code == .conflict {
                guard expectation.since == nil else { throw error }
                // Where the workflow may look at everything, only what touches the request counts.
                let now = try await entries()
                let check = AppendCheck(appending: drafts, to: seen, in: library.rooms)
                let since = Array(now.dropFirst(seen.count))
                guard check.standingInTheWay(among: since, after: seen).isEmpty == false else {
                    continue
                }
                decisionsLeft -= 1
                guard decisionsLeft > 0 else { throw error }
            }
        }
    }

    /// Assesses a risk by levels of its register's scale, each by its identifier or its label.
    ///
    /// ```swift
    /// try await committee.assess("R1", likelihood: "Likely", impact: "Major", by: "lead-officer")
    /// ```
    ///
    /// - Parameters:
    ///   - risk: The risk's identifier.
    ///   - likelihood: The level of likelihood.
    ///   - impact: The level of impact.
    ///   - score: Which of the risk's scores.
    ///   - date: The day of the assessment; the host's today when nil.
    ///   - by: Who assesses: a role, never a person's name.
    ///   - reason: Why, when somebody says so.
    ///   - key: A key by which a retry is known.
    /// - Returns: What was appended.
    /// - Throws: ``RiskError`` when there is no such risk or level, and what
    ///   ``perform(_:workflow:effective:overriding:expecting:idempotencyKey:)`` throws.
    @discardableResult
    public func assess(
        _ risk: String,
        likelihood: String,
        impact: String,
        score: RiskScoreKind = .current,
        effective date: CivilDate? = nil,
        by: String,
        reason: String? = nil,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        let day = date ?? library.today()
        let register = try await edition(asOf: day, audience: .restricted).risk(risk).register
        guard let scale = register.currentScale else {
            throw LibraryError(
                .refused,
                "The register “\(register.id)” has no scale by which to assess. Give it one first."
            )
        }
        let levels = RiskAssessment.Levels(
            scale: .unpinned,
            likelihood: try scale.likelihood(named: likelihood).id,
            impact: try scale.impact(named: impact).id
        )
        return try await perform(
            RiskRequest(risk, .assessed(score, .assessed(levels)), by: by, reason: reason),
            effective: date,
            idempotencyKey: key
        )
    }

    /// How often a request is decided anew because something that it touches was recorded in between.
    private static var mostDecisions: Int { 5 }

    private static func checkCancellation() throws(JournalError) {
        guard Task.isCancelled else { return }
        throw JournalRules.cancelled()
    }

    /// Decides on what is recorded, without recording it.
    private func decide(
        _ deciding: Deciding,
        on date: CivilDate,
        in seen: [Entry]
    ) async throws(LibraryError) -> Decision {
        let request = deciding.request
        let edition = Edition(
            of: await Record.foldingInTurns(seen, in: library.rooms, asOf: date),
            committee: id.rawValue,
            name: name,
            asOf: date,
            audience: .restricted
        )
        let proposal = request.fact?.value(as: RiskFact.Proposal.self)
        var register = edition.riskRegisters.first { register in
            register.id == proposal?.register || register.risk(request.risk) != nil
        }
        let admission = WorkflowAdmission(self, after: seen)
        var refusal: RiskRefusal?
        if let found = register {
            switch admission.following(found, on: date) {
            case .same(let followed): register = followed
            case .other(let followed, let reason): (register, refusal) = (followed, reason)
            }
        }
        if let refusal, deciding.overriding == nil {
            throw LibraryError(.refused, refusal.reason)
        }
        let workflow = try workflow(of: register, offered: deciding.workflow)
        if deciding.overriding == nil {
            try edition.checkMove(of: request.fact, from: register, following: workflow.reference)
        }
        var decision = Decision(looksAtEverything: workflow.looksAt == .everything)
        if let register, register.workflow == nil, workflow.reference != .standard {
            decision.drafts = [workflow.pinned(by: register.id, for: request, on: date)]
        }
        let riskCase = workflow.riskCase(
            request.risk,
            in: edition,
            vacancies: edition.vacantOffices
        )
        if workflow.reference != .standard {
            refusal = refusal ?? WorkflowAdmission.scaleRefusal(of: request.fact, in: register)
        }
        var decided: [EntryDraft] = []
        if refusal == nil {
            do throws(RiskRefusal) {
                decided = try await workflow.decide(request, for: riskCase)
            } catch {
                refusal = error
            }
        }
        if refusal == nil, workflow.reference != .standard {
            refusal = try await admission.laterRefusal(of: decided, about: request.risk, workflow)
        }
        guard let refusal else {
            decision.drafts += decided
            return decision
        }
        guard let reason = deciding.overriding, let fact = request.fact else {
            throw LibraryError(.refused, refusal.reason)
        }
        let effect = RiskEffect.fact(fact.pinned(by: register))
        decision.drafts.append(effect.draft(for: request, on: date))
        // What the record itself refuses is no business of the workflow's.
        guard workflow.reference != .standard else { return decision }
        decision.drafts.append(
            workflow.override(refusal, of: request, because: reason, on: date)
        )
        return decision
    }

    /// The workflow that a register follows; the one that is offered counts where the library lacks it.
    private func workflow(
        of register: RiskRegister?,
        offered: (any RiskWorkflow)?
    ) throws(LibraryError) -> any RiskWorkflow {
        guard let offered else {
            guard let register else { return try library.riskWorkflow() }
            return try library.riskWorkflow(of: register)
        }
        guard let register else { return offered }
        if let pinned = register.workflow {
            guard pinned != offered.reference else {
                return try library.unchanged(offered, since: register)
            }
            throw LibraryError(
                .refused,
                "The register “\(register.id)” follows the workflow “\(pinned)”, so “\(offered.reference)” "
                    + "does not decide about its risks. Leave the workflow out, or migrate the register."
            )
        }
        guard offered.reference == .standard else { return offered }
        // The standard workflow is less than any other: it decides only where there is no other.
        let known = riskWorkflowNames
        guard known.count == 1 else { return offered }
        throw LibraryError(
            .refused,
            "The risks of the register “\(register.id)” follow the workflow “\(known[0])”, so “standard” "
                + "does not decide about them. Leave the workflow out."
        )
    }

    private var riskWorkflowNames: [String] {
        let contributions = library.plugins.contributions
        guard contributions.plugins.allSatisfy({ $0.problems.isEmpty }) else { return [] }
        return Set(library.riskWorkflows.map(\.name) + contributions.riskWorkflows.map(\.id))
            .sorted()
    }

    /// Returns the receipt of an earlier call with the same key and the same request.
    ///
    /// The request is decided again on what was recorded before that call: what it gave then, it gives now.
    private func replay(
        of deciding: Deciding,
        _ date: CivilDate?,
        _ key: String,
        in seen: [Entry]
    ) async throws -> AppendReceipt? {
        let done = seen.filter { $0.idempotencyKey == key }
        guard let first = done.first else { return nil }
        let before = Array(seen.prefix { $0.sequence < first.sequence })
        let drafts: [EntryDraft]
        do throws(LibraryError) {
            drafts = try await decide(deciding, on: date ?? first.effective, in: before).drafts
        } catch {
            throw JournalRules.mismatch(of: key, firstUsedFor: first)
        }
        guard done.count == drafts.count, zip(done, drafts).allSatisfy({ $0.says($1) }) else {
            throw JournalRules.mismatch(of: key, firstUsedFor: first)
        }
        return AppendReceipt(entries: done, wasReplay: true)
    }
}

/// What is to be decided: a request, by which workflow, and whether it is recorded all the same.
private struct Deciding {
    let request: RiskRequest
    let workflow: (any RiskWorkflow)?
    let overriding: String?

    init(_ request: RiskRequest, by workflow: (any RiskWorkflow)?, overriding: String?) {
        self.request = request
        self.workflow = workflow
        self.overriding = overriding
    }
}

/// What was decided on what is recorded: the entries, and whether anything else may change them.
struct Decision {
    var drafts: [EntryDraft] = []
    var looksAtEverything: Bool
}
