// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What may not have been recorded by others when something is recorded.
///
/// Many people and programs record at once. Left out, a change goes through unless somebody recorded
/// something, while it was being checked, about a subject that it changes or looks at: its own, the plan or
/// the register of that, what it links. Whoever shows a record to somebody and records what they decide says
/// how far they had read:
///
/// ```swift
/// let seen = try await committee.entries().last?.sequence ?? 0
/// // … somebody looks, and decides …
/// try await committee.record(
///     .progress("Piloted in two schools.", on: .action("4.1", of: "plan-2026")),
///     by: "cpc-coordinator", expecting: .untouched(since: seen))
/// ```
///
/// What stands in the way is a ``JournalError`` with the code `conflict`, which names it.
public struct RecordExpectation: Hashable, Sendable {
    /// The number of the last entry that the caller has seen; nil for all that there is when it is asked.
    public let since: Int?
    /// Whether anything recorded since stands in the way, whatever it is about.
    public let isOfTheLast: Bool

    init(since: Int?, isOfTheLast: Bool) {
        self.since = since
        self.isOfTheLast = isOfTheLast
    }

    /// Nothing that the change touches was recorded while it was being checked.
    public static var untouched: Self { Self(since: nil, isOfTheLast: false) }

    /// Nothing that the change touches was recorded since an entry.
    ///
    /// - Parameter sequence: The number of the last entry that the caller has seen, 0 for none.
    /// - Returns: The expectation.
    public static func untouched(since sequence: Int) -> Self {
        Self(since: sequence, isOfTheLast: false)
    }

    /// Nothing at all was recorded since an entry.
    ///
    /// - Parameter sequence: The number of the last entry that the caller has seen, 0 for none.
    /// - Returns: The expectation.
    public static func last(_ sequence: Int) -> Self { Self(since: sequence, isOfTheLast: true) }

    /// Throws when something stands in the way already.
    func check(_ since: Int, _ check: AppendCheck, _ last: Int) throws(JournalError) {
        guard since >= 0, since < last else {
            throw JournalRules.conflict(expecting: since, last: last, between: [])
        }
        let between = isOfTheLast ? check.known(after: since) : check.standingInTheWay(since: since)
        guard !between.isEmpty else { return }
        throw isOfTheLast
            ? JournalRules.conflict(expecting: since, last: last, between: between)
            : JournalRules.conflict(since: since, with: between)
    }
}
