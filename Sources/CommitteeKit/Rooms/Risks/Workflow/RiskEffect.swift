// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What a workflow records when a request passes.
public enum RiskEffect: Hashable, Sendable {
    /// A fact about the risk itself.
    case fact(RiskFact)
    /// A change of something else, such as an action of a plan.
    case change(Change)
    /// An entry of the workflow's own kind about the risk, which the journal keeps; its texts are
    /// those that may have to be erased.
    case entry(EntryKind, JSONObject, texts: [ErasableText] = [])

    /// Returns the entry that records the effect.
    ///
    /// - Parameters:
    ///   - request: What somebody wants to happen.
    ///   - day: The day on which it takes effect.
    /// - Returns: The entry.
    func draft(for request: RiskRequest, on day: CivilDate) -> EntryDraft {
        switch self {
        case .fact(let fact):
            Change(.risk(request.risk), .risk(fact))
                .draft(effective: day, by: request.by, reason: request.reason)
        case .change(let change):
            change.draft(effective: day, by: request.by, reason: request.reason)
        case .entry(let kind, let payload, let texts):
            EntryDraft(
                subject: .risk(request.risk),
                kind: kind,
                payload: .object(payload),
                texts: texts,
                effective: day,
                by: request.by,
                reason: request.reason
            )
        }
    }
}

extension RiskEffect {
    /// Returns the change that records the effect.
    ///
    /// - Parameter risk: The risk of which it speaks, where it names none.
    /// - Returns: The change; nil for an entry of a workflow's own kind.
    package func change(of risk: String) -> Change? {
        switch self {
        case .fact(let fact): Change(.risk(risk), .risk(fact))
        case .change(let change): change
        case .entry: nil
        }
    }
}

extension RiskHistoryEvent {
    /// The event that an entry would be in the history of its risk.
    init(of draft: EntryDraft) {
        self.init(
            kind: draft.kind,
            on: draft.effective,
            by: draft.by,
            register: "",
            reason: draft.reason,
            payload: Entry(provisional: draft, sequence: 1).resolvedPayload.value
        )
    }
}
