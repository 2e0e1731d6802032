// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How many Learning Reviews there were, year by year, as tables in which small numbers are hidden.
///
/// It is the only thing about Learning Reviews that may be published. Few committees have more than a
/// handful a year, so most of it is hidden, zeros too unless the rules say otherwise: a zero beside hidden
/// numbers tells that there were some elsewhere.
///
/// ```swift
/// let counts = LearningReviewCounts(of: edition, since: 2023)
/// let page = try counts.document(by: SuppressionRules(smallestShown: 5, showsZero: false))
/// ```
public struct LearningReviewCounts: Hashable, Sendable {
    /// What is counted.
    @nonexhaustive
    public enum Row: String, Hashable, Sendable, CaseIterable {
        /// Decisions to hold a Learning Review.
        case proceed = "Learning Reviews decided on"
        /// Decisions to hold none.
        case notProceed = "Decisions not to proceed"
        /// Decisions on another kind of review.
        case alternative = "Alternative reviews decided on"
        /// Notifications on which nobody has decided.
        case undecided = "Not decided yet"
        /// All notifications.
        case notified = "Notifications"
    }

    /// The years, in order.
    public let years: [Int]
    /// The name of the committee.
    public let committee: String
    private let counts: [Int: [Row: Int]]

    /// Counts the reviews of an edition by the year of their notification.
    ///
    /// - Parameters:
    ///   - edition: A restricted edition; what others do not see is not counted.
    ///   - first: The first year; that of the earliest notification when nil.
    public init(of edition: Edition, since first: Int? = nil) {
        var counts: [Int: [Row: Int]] = [:]
        let last = edition.asOf.year
        for review in edition.learningReviews {
            guard let year = review.notification?.received?.year else { continue }
            let row: Row =
                switch review.decision?.outcome {
                case .proceed: .proceed
                case .notProceed: .notProceed
                case .alternative: .alternative
                case nil: .undecided
                }
            counts[year, default: [:]][row, default: 0] += 1
            counts[year, default: [:]][.notified, default: 0] += 1
        }
        self.counts = counts
        // The years must not tell when the first was notified, so they are given, or only the last is shown.
        years = Array(min(first ?? last, last)...last)
        committee = edition.committeeProfile?.name ?? edition.name
    }

    /// Returns a count.
    public subscript(row: Row, year: Int) -> Int { counts[year]?[row] ?? 0 }

    /// The counts with every sum that readers can check.
    ///
    /// - Throws: `SuppressionError` when a sum does not add up.
    public func together() throws(SuppressionError) -> PublishedTogether {
        var tables = PublishedTogether()
        let parts = Row.allCases.filter { $0 != .notified }.map { Breakdown.detail($0.rawValue) }
        try tables.add(
            table: Self.table,
            by: [
                [.total(Row.notified.rawValue, parts)],
                [.total(Self.allYears, years.map { .detail(String($0)) })],
            ]
        ) { place in
            let rows = Row.allCases.filter { $0.rawValue == place[0] }
            let columns =
                place[1] == Self.allYears ? years : years.filter { String($0) == place[1] }
            return rows.reduce(0) { sum, row in
                columns.reduce(sum) { $0 + self[row, $1] }
            }
        }
        return tables
    }

    private static let table = "Learning Reviews"
    private static let allYears = "All years"

    /// Makes the page that may be published.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: The page, in which each hidden number says that it is hidden.
    /// - Throws: `SuppressionError` when a sum does not add up; ``LibraryError`` when a small number could be
    ///   worked out whatever else is hidden.
    public func document(by rules: SuppressionRules) throws -> Document {
        switch try together().suppressed(by: rules) {
        case .refused(let refusals):
            throw LibraryError(
                .refused,
                "The counts cannot be published: readers could work out a small number. "
                    + refusals.map(\.description).joined(separator: " ")
            )
        case .safe(let tables): return document(of: tables, rules)
        }
    }

    /// Why each hidden number is hidden, for the committee alone.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: The number's name and the reason, sorted by name; nothing when the counts are refused.
    /// - Throws: `SuppressionError` when a sum does not add up.
    public func hidden(by rules: SuppressionRules) throws -> [(name: String, reason: HiddenReason)]
    {
        guard case .safe(let tables) = try together().suppressed(by: rules) else { return [] }
        return tables.hidden.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func document(of tables: SafeTables, _ rules: SuppressionRules) -> Document {
        let columns = years.map { String($0) } + [Self.allYears]
        var isAnyHidden = false
        let rows = Row.allCases.map { row in
            let cells = columns.map { column -> Document.Table.Cell in
                let name = PublishedTogether.cellName(Self.table, [row.rawValue, column])
                if let number = tables[name] { return .text(String(number)) }
                isAnyHidden = true
                return .text("Hidden")
            }
            return Document.Table.Row.cells([.text(row.rawValue)] + cells)
        }
        let heading = "Learning Reviews: \(committee)"
        var blocks: [Document.Block] = [
            .heading(1, heading),
            .paragraph(
                "Notifications by the year in which they came in, and what was decided on them. "
                    + "Numbers under \(rules.smallestShown) are not shown."
            ),
            .table(
                Document.Table(
                    caption: "Learning Reviews by year",
                    columns: [.init("Decision", isRowHeader: true)]
                        + columns.map { Document.Table.Column($0, alignment: .end) },
                    rows: rows
                )
            ),
        ]
        if isAnyHidden {
            blocks.append(
                .paragraph(
                    "“Hidden” means \(HiddenReason.forReaders): the number is small, or would give a small one "
                        + "away."
                )
            )
        }
        return Document(title: heading, blocks: blocks)
    }
}
