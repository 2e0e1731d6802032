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
    ///   - workflow: The workflow of the committee; that of its plugins, else the standard one, when
    ///     nil, as ``CommitteeLibrary/riskWorkflow(_:)`` finds it.
    ///   - date: The date on which it takes effect; the host's today when nil.
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
        expecting expectation: RecordExpectation = .untouched,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        let workflow = try workflow ?? library.riskWorkflow()
        var decisionsLeft = Self.mostDecisions
        while true {
            try Self.checkCancellation()
            let seen = try await entries()
            if let key, let replay = try await replay(of: request, workflow, date, key, in: seen) {
                return replay
            }
            let drafts = try await decide(
                request,
                by: workflow,
                on: date ?? library.today(),
                in: seen
            )
            let isOfTheLast = expectation.isOfTheLast || workflow.looksAt == .everything
            do {
                return try await append(
                    drafts,
                    to: seen,
                    expecting: RecordExpectation(
                        since: expectation.since,
                        isOfTheLast: isOfTheLast
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
    ///   ``perform(_:workflow:effective:expecting:idempotencyKey:)`` throws.
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
        _ request: RiskRequest,
        by workflow: any RiskWorkflow,
        on date: CivilDate,
        in seen: [Entry]
    ) async throws(LibraryError) -> [EntryDraft] {
        let edition = Edition(
            of: await Record.foldingInTurns(seen, in: library.rooms, asOf: date),
            committee: id.rawValue,
            name: name,
            asOf: date,
            audience: .restricted
        )
        let riskCase = workflow.riskCase(request.risk, in: edition)
        do throws(RiskRefusal) {
            return try await workflow.decide(request, for: riskCase)
        } catch {
            throw LibraryError(.refused, error.reason)
        }
    }

    /// Returns the receipt of an earlier call with the same key and the same request.
    ///
    /// The request is decided again on what was recorded before that call: what it gave then, it gives now.
    private func replay(
        of request: RiskRequest,
        _ workflow: any RiskWorkflow,
        _ date: CivilDate?,
        _ key: String,
        in seen: [Entry]
    ) async throws -> AppendReceipt? {
        let done = seen.filter { $0.idempotencyKey == key }
        guard let first = done.first else { return nil }
        let before = Array(seen.prefix { $0.sequence < first.sequence })
        let drafts: [EntryDraft]
        do throws(LibraryError) {
            drafts = try await decide(
                request,
                by: workflow,
                on: date ?? first.effective,
                in: before
            )
        } catch {
            throw JournalRules.mismatch(of: key, firstUsedFor: first)
        }
        guard done.count == drafts.count, zip(done, drafts).allSatisfy({ $0.says($1) }) else {
            throw JournalRules.mismatch(of: key, firstUsedFor: first)
        }
        return AppendReceipt(entries: done, wasReplay: true)
    }
}
