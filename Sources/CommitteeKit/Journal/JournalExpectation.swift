// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// What an append expects of the journal that it joins: what its writer knew, and what may not have been
/// recorded since.
///
/// ```swift
/// // Nothing at all was recorded since entry 12.
/// try await store.append([draft], to: "north-cpc", expecting: .last(12))
/// // Nothing was recorded since about the action, nor about its plan.
/// try await store.append(
///     [draft], to: "north-cpc",
///     expecting: .untouched([.action("4.1", of: "plan-2026"), .plan("plan-2026")], since: 12))
/// ```
///
/// A store asks within the append, under the same lock: what does not stand in the way is let through,
/// and the entries are numbered and sealed after it.
public struct JournalExpectation: Sendable, ExpressibleByIntegerLiteral {
    /// The number of the last entry that the writer knows.
    public let last: Int
    /// Finds what stands in the way; nil when everything does.
    private let judge: (@Sendable (_ since: [Entry]) -> [Entry])?

    private init(_ last: Int, _ judge: (@Sendable ([Entry]) -> [Entry])?) {
        self.last = last
        self.judge = judge
    }

    /// Expects that an entry is still the last; 0 expects an empty journal.
    public init(integerLiteral value: Int) { self.init(value, nil) }

    /// Expects that an entry is still the last.
    ///
    /// - Parameter sequence: Its number, 0 for an empty journal.
    /// - Returns: The expectation.
    public static func last(_ sequence: Int) -> Self { Self(sequence, nil) }

    /// Expects that nothing was recorded about some subjects since an entry.
    ///
    /// An entry that corrects or voids another is about the subject of that one.
    ///
    /// - Parameters:
    ///   - subjects: What the writer changes and what it looked at.
    ///   - sequence: The number of the last entry that the writer knows.
    /// - Returns: The expectation.
    public static func untouched(_ subjects: Set<SubjectReference>, since sequence: Int) -> Self {
        Self(sequence) { between in between.filter { subjects.contains($0.subject) } }
    }

    /// Expects what a closure makes of the entries that were recorded since.
    ///
    /// - Parameters:
    ///   - sequence: The number of the last entry that the writer knows.
    ///   - judge: Returns, of all entries recorded since, those that stand in the way. A store calls it
    ///     while nobody else can write, so it is quick and uses no store.
    /// - Returns: The expectation.
    public static func since(
        _ sequence: Int,
        standingInTheWay judge: @escaping @Sendable (_ since: [Entry]) -> [Entry]
    ) -> Self {
        Self(sequence, judge)
    }

    /// Whether any entry since stands in the way, whatever it says.
    public var isOfTheLast: Bool { judge == nil }

    /// Returns, of the entries that were recorded since, those that stand in the way.
    ///
    /// - Parameter between: All entries after ``last``, in order.
    /// - Returns: Those in the way, in order.
    public func standingInTheWay(among between: [Entry]) -> [Entry] {
        judge.map { $0(between) } ?? between
    }
}

extension JournalRules {
    /// The greatest number of entries that a conflict names.
    public static let mostEntriesNamed = 20

    /// Throws when a journal is not what an append expects.
    ///
    /// - Parameters:
    ///   - expectation: What the append expects; nil for nothing.
    ///   - last: The number of the journal's last entry.
    ///   - between: Reads the entries after a number, all of them and in order.
    /// - Throws: ``JournalError`` with ``JournalError/Code-swift.struct/conflict``, naming at most
    ///   ``mostEntriesNamed`` entries, and what reading throws.
    public static func check(
        _ expectation: JournalExpectation?,
        last: Int,
        reading between: (_ sequence: Int) throws -> [Entry]
    ) throws {
        guard let expectation, expectation.last != last else { return }
        guard expectation.last >= 0, expectation.last < last else {
            throw conflict(expecting: expectation.last, last: last, between: [])
        }
        let since = try between(expectation.last)
        let inTheWay = expectation.standingInTheWay(among: since)
        guard !inTheWay.isEmpty else { return }
        throw expectation.isOfTheLast
            ? conflict(expecting: expectation.last, last: last, between: inTheWay)
            : conflict(since: expectation.last, with: inTheWay)
    }

    /// Returns the error for an append that expects another last entry.
    ///
    /// - Parameters:
    ///   - expecting: The sequence that was expected.
    ///   - last: The number of the last entry.
    ///   - between: The entries recorded since.
    /// - Returns: The error.
    public static func conflict(expecting: Int, last: Int, between: [Entry]) -> JournalError {
        guard expecting >= 0, expecting < last else {
            return JournalError(
                .conflict,
                "Expected the last entry to be \(expecting), but it is \(last). Read the journal"
                    + " and try again."
            )
        }
        let count = between.count
        return JournalError(
            .conflict,
            "Expected the last entry to be \(expecting), but it is \(last):"
                + " \(count) \(count == 1 ? "entry was" : "entries were") recorded in between. Read"
                + " \(count == 1 ? "it" : "them") and try again.",
            entriesBetween: Array(between.prefix(mostEntriesNamed))
        )
    }

    /// Returns the error for an append whose subjects were touched since.
    ///
    /// - Parameters:
    ///   - sequence: The last entry that the writer knew.
    ///   - entries: The entries that stand in the way, at least one.
    /// - Returns: The error.
    public static func conflict(since sequence: Int, with entries: [Entry]) -> JournalError {
        let named = entries.prefix(3).map { "\($0.sequence) (\($0.kind) of \($0.subject))" }
        let more = entries.count - named.count
        let list = named.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        return JournalError(
            .conflict,
            "Since entry \(sequence), something was recorded that this change touches: "
                + "\(entries.count == 1 ? "entry" : "entries") \(list). Read"
                + " \(entries.count == 1 ? "it" : "them") and try again.",
            entriesBetween: Array(entries.prefix(mostEntriesNamed))
        )
    }
}
