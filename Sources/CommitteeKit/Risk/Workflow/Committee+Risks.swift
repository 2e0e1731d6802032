// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Takes a risk through an event of a workflow, and records what follows from it.
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
        if let key {
            let done = try await entries().filter { $0.idempotencyKey == key }
            if !done.isEmpty { return AppendReceipt(entries: done, wasReplay: true) }
        }
        let workflow = try workflow ?? library.riskWorkflow()
        let edition = try await edition(asOf: date, audience: .restricted)
        let riskCase = workflow.riskCase(request.risk, in: edition)
        let drafts: [EntryDraft]
        do throws(RiskRefusal) {
            drafts = try await workflow.decide(request, for: riskCase)
        } catch {
            throw LibraryError(.refused, error.reason)
        }
        return try await append(drafts, idempotencyKey: key)
    }
}
