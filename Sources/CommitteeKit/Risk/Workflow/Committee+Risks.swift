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
    ///   - workflow: The workflow of the committee.
    ///   - date: The date on which it takes effect; the host's today when nil.
    ///   - key: A key by which a retry is known, so that it records nothing twice.
    /// - Returns: What was appended.
    /// - Throws: ``LibraryError`` when the workflow or the record refuses it, with the reason;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func perform(
        _ request: RiskRequest,
        workflow: some RiskWorkflow = StandardRiskWorkflow(),
        effective date: CivilDate? = nil,
        idempotencyKey key: String? = nil
    ) async throws -> AppendReceipt {
        if let key {
            let done = try await entries().filter { $0.idempotencyKey == key }
            if !done.isEmpty { return AppendReceipt(entries: done, wasReplay: true) }
        }
        let edition = try await edition(asOf: date, audience: .restricted)
        let riskCase = workflow.riskCase(request.risk, in: edition)
        let drafts: [EntryDraft]
        do throws(RiskRefusal) {
            drafts = try workflow.drafts(for: request, riskCase)
        } catch {
            throw LibraryError(.refused, error.reason)
        }
        return try await append(drafts, idempotencyKey: key)
    }
}
