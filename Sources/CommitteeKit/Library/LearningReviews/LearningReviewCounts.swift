// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// How many Learning Reviews there were, year by year, as tables in which small numbers are hidden.
///
/// It is the only thing about Learning Reviews that may be published. Few committees have more than a
/// handful a year, so most of it is hidden, zeros too unless the rules say otherwise: a zero beside hidden
/// numbers tells that there were some elsewhere.
///
/// Readers keep the pages of earlier years, so a page may not differ from another one by what happened since. Only years
/// that are over are counted, as they stood on their last day, and totals are of five calendar years that are over, such as
/// 2021 to 2025. What is hidden of a year is worked out year by year, beside what was shown of the years before it,
/// whichever years a page begins with.
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
        /// Notifications on which nobody had decided by the end of their year.
        case undecided = "Not decided by the end of the year"
        /// All notifications.
        case notified = "Notifications"
    }

    /// The years that a page shows, in order.
    public let years: [Int]
    /// The name of the committee.
    public let committee: String
    private let counts: [Int: [Row: Int]]

    /// Counts the reviews of an edition by the year of their notification.
    ///
    /// - Parameters:
    ///   - edition: A restricted edition; what others do not see is not counted.
    ///   - first: The first year that a page shows; the last one that is over when nil.
    public init(of edition: Edition, since first: Int? = nil) {
        var counts: [Int: [Row: Int]] = [:]
        let last = edition.asOf.year - 1
        for review in edition.learningReviews {
            guard let year = review.notification?.received?.year, year <= last else { continue }
            // What was decided later belongs to no page: two pages would differ by it.
            let decision = review.decision.flatMap { decision in
                decision.on.map { $0.year <= year } ?? false ? decision : nil
            }
            let row: Row =
                switch decision?.outcome {
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

    /// Returns a count; zero of a year that is not over.
    public subscript(row: Row, year: Int) -> Int { counts[year]?[row] ?? 0 }

    private static let table = "Learning Reviews"

    /// Five calendar years that have one total.
    private static func span(of year: Int) -> ClosedRange<Int> {
        let first = year - (year + 4) % 5
        return first...(first + 4)
    }

    private static func words(_ span: ClosedRange<Int>) -> String {
        "\(span.lowerBound) to \(span.upperBound)"
    }

    /// The columns of a page: its years, each five of them with their total behind.
    private var columns: [String] {
        years.flatMap { year -> [String] in
            let span = Self.span(of: year)
            let isWhole =
                year == span.upperBound && years.first.map { $0 <= span.lowerBound } ?? false
            return isWhole ? [String(year), Self.words(span)] : [String(year)]
        }
    }

    /// What is shown and hidden of every year of the spans that a page touches.
    private func settled(by rules: SuppressionRules) throws -> (
        shown: [String: Int], hidden: [String: HiddenReason]
    ) {
        var shown: [String: Int] = [:]
        var hidden: [String: HiddenReason] = [:]
        guard let first = years.first, let last = years.last else { return (shown, hidden) }
        var standing: [String: PublishedTogether.Standing] = [:]
        for year in Self.span(of: first).lowerBound...last {
            let span = Self.span(of: year)
            if year == span.lowerBound { standing = [:] }
            switch try together(span.lowerBound...year, standing).suppressed(by: rules) {
            case .refused(let refusals):
                throw LibraryError(
                    .refused,
                    "The counts cannot be published: readers could work out a small number. "
                        + refusals.map(\.description).joined(separator: " ")
                )
            case .safe(let tables):
                for name in names(year, in: span) where standing[name] == nil {
                    if let count = tables[name] {
                        (shown[name], standing[name]) = (count, .published)
                    } else {
                        (hidden[name], standing[name]) = (tables.hidden[name] ?? .small, .hidden)
                    }
                }
            }
        }
        return (shown, hidden)
    }

    /// The cells that are settled with a year: its own, and the totals of its span when that is over.
    private func names(_ year: Int, in span: ClosedRange<Int>) -> [String] {
        let columns = year == span.upperBound ? [String(year), Self.words(span)] : [String(year)]
        return columns.flatMap { column in
            Row.allCases.map { PublishedTogether.cellName(Self.table, [$0.rawValue, column]) }
        }
    }

    /// The counts of some years of a span with every sum that readers can check, the earlier years as they were settled.
    private func together(
        _ years: ClosedRange<Int>,
        _ standing: [String: PublishedTogether.Standing]
    ) throws(SuppressionError) -> PublishedTogether {
        var tables = PublishedTogether()
        let parts = Row.allCases.filter { $0 != .notified }
        func add(_ column: String, _ isTotal: Bool, _ count: (Row) -> Int) throws(SuppressionError)
        {
            for row in Row.allCases {
                let name = PublishedTogether.cellName(Self.table, [row.rawValue, column])
                try tables.add(
                    name,
                    count(row),
                    standing[name] ?? .proposed,
                    isTotal: isTotal || row == .notified
                )
            }
            try tables.add(
                total: PublishedTogether.cellName(Self.table, [Row.notified.rawValue, column]),
                of: parts.map { PublishedTogether.cellName(Self.table, [$0.rawValue, column]) }
            )
        }
        for year in years { try add(String(year), false) { self[$0, year] } }
        let span = Self.span(of: years.lowerBound)
        guard years == span else { return tables }
        let words = Self.words(span)
        try add(words, true) { row in span.reduce(0) { $0 + self[row, $1] } }
        for row in Row.allCases {
            try tables.add(
                total: PublishedTogether.cellName(Self.table, [row.rawValue, words]),
                of: span.map { PublishedTogether.cellName(Self.table, [row.rawValue, String($0)]) }
            )
        }
        return tables
    }

    /// Makes the page that may be published.
    ///
    /// Keep to the same rules: two pages by two rules can be put together.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: The page, in which each hidden number says that it is hidden.
    /// - Throws: `SuppressionError` when a sum does not add up; ``LibraryError`` when a small number could be
    ///   worked out whatever else is hidden.
    public func document(by rules: SuppressionRules) throws -> Document {
        document(of: try settled(by: rules).shown, rules)
    }

    /// Why each hidden number of a page is hidden, for the committee alone.
    ///
    /// - Parameter rules: Which counts are small.
    /// - Returns: The number's name and the reason, sorted by name.
    /// - Throws: What ``document(by:)`` throws.
    public func hidden(by rules: SuppressionRules) throws -> [(name: String, reason: HiddenReason)]
    {
        let hidden = try settled(by: rules).hidden
        let names = columns.flatMap { column in
            Row.allCases.map { PublishedTogether.cellName(Self.table, [$0.rawValue, column]) }
        }
        return names.compactMap { name in hidden[name].map { (name, $0) } }
            .sorted { $0.name < $1.name }
    }

    private func document(of shown: [String: Int], _ rules: SuppressionRules) -> Document {
        var isAnyHidden = false
        let rows = Row.allCases.map { row in
            let cells = columns.map { column -> Document.Table.Cell in
                let name = PublishedTogether.cellName(Self.table, [row.rawValue, column])
                if let number = shown[name] { return .text(String(number)) }
                isAnyHidden = true
                return .text("Hidden")
            }
            return Document.Table.Row.cells([.text(row.rawValue)] + cells)
        }
        let heading = "Learning Reviews: \(committee)"
        var blocks: [Document.Block] = [
            .heading(1, heading),
            .paragraph(
                "Notifications by the year in which they came in, and what was decided on them by its end. "
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
