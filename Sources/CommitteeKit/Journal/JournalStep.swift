// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// One of several things that are done to a journal together, all of them or none.
public enum JournalStep: Hashable, Sendable {
    /// Append these entries, under a key when there is one.
    case append([EntryDraft], idempotencyKey: String?)
    /// Erase a text of an entry that is there by then.
    case erase(text: String, of: Int, by: String, reason: String, on: CivilDate)
}

extension JournalRules {
    /// Checks what can be said of a step before the journal is looked at.
    ///
    /// - Parameter step: The step.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/refused`` when a draft, a key,
    ///   an author or a reason breaks a rule.
    public static func check(_ step: JournalStep) throws(JournalError) {
        switch step {
        case .append(let drafts, let key): try check(drafts, idempotencyKey: key)
        case .erase(_, _, let by, let reason, _): try check(erasingBy: by, reason: reason)
        }
    }
}
