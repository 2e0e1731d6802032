// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Takes a risk through an event of a workflow, and records what follows from it.
    ///
    /// What somebody else records while the workflow decides is not overlooked: it decides anew.
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
    ///   - key: A key by which a retry is known, so that it records nothing twice.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when the workflow or the record refuses it, with the reason;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func perform(
        _ request: RiskRequest,
        workflow: (any RiskWorkflow)? = nil,
        effective date: CivilDate? = nil,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        let workflow = try workflow ?? library.riskWorkflow()
        for _ in 1..<Self.mostDecisions {
            do {
                return try await decide(request, by: workflow, on: date, idempotencyKey: key)
            } catch let error as JournalError {
                // Somebody recorded something meanwhile that no guard has seen.
                guard error.code == .conflict else { throw error }
            }
        }
        return try await decide(request, by: workflow, on: date, idempotencyKey: key)
    }

    /// How often a request is decided anew because something was recorded in between.
    private static var mostDecisions: Int { 4 }

    /// Decides on what is recorded now, and records it only if nothing came in between.
    private func decide(
        _ request: RiskRequest,
        by workflow: any RiskWorkflow,
        on date: CivilDate?,
        idempotencyKey key: String?
    ) async throws -> AppendReceipt {
        let seen = try await entries()
        if let key {
            let done = seen.filter { $0.idempotencyKey == key }
            if !done.isEmpty { return AppendReceipt(entries: done, wasReplay: true) }
        }
        let date = date ?? library.today()
        let edition = Edition(
            of: Record.folding(seen, in: library.rooms, asOf: date),
            committee: id.rawValue,
            name: name,
            asOf: date,
            audience: .restricted
        )
        let riskCase = workflow.riskCase(request.risk, in: edition)
        let drafts: [EntryDraft]
        do throws(RiskRefusal) {
            drafts = try await workflow.decide(request, for: riskCase)
        } catch {
            throw LibraryError(.refused, error.reason)
        }
        return try await append(drafts, to: seen, idempotencyKey: key)
    }
}
