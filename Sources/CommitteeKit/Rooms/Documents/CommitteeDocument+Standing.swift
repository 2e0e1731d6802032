// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension CommitteeDocument {
    /// How a document stands on a day.
    @nonexhaustive
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Its review is still to come.
        case current
        /// The day of its review has passed.
        case overdue
        /// Nobody set when it is to be reviewed.
        case undated
        /// It is no longer in force.
        case withdrawn

        /// The standing in words, such as `Review overdue`.
        public var words: String {
            switch self {
            case .current: "Current"
            case .overdue: "Review overdue"
            case .undated: "No review date"
            case .withdrawn: "Withdrawn"
            }
        }
    }

    /// The last edition; nil while none is recorded.
    public var currentEdition: DocumentEdition? { editions.last }

    /// The day by which it is to be reviewed: the day that was set, or the interval after its last review
    /// or its last edition; nil for a document that was withdrawn.
    public var nextReview: CivilDate? {
        guard withdrawal == nil else { return nil }
        if let reviewDate { return reviewDate }
        guard let reviewMonths else { return nil }
        let days = [reviews.last?.on, currentEdition.flatMap { $0.decidedOn ?? $0.dated }]
        return days.compactMap(\.self).max()?.adding(months: reviewMonths)
    }

    /// Returns how the document stands on a day.
    ///
    /// - Parameter day: The day.
    /// - Returns: The standing. A document is on time on the day of its review.
    public func standing(on day: CivilDate) -> Standing {
        if withdrawal != nil { return .withdrawn }
        guard let review = nextReview else { return .undated }
        return review < day ? .overdue : .current
    }

    /// Returns the edition with a label; without one, the last edition.
    func edition(_ label: String?) -> DocumentEdition? {
        guard let label else { return currentEdition }
        return editions.first { $0.label == label }
    }

    /// What became of an edition that went out: to how many it went, and who confirmed it.
    public struct Receipts: Hashable, Sendable {
        /// The label of the edition.
        public var edition: String
        /// The number of the edition, counted from 1.
        public var number: Int
        /// To whom it went, each once, in order.
        public var recipients: [String]
        /// Those of them that confirmed it.
        public var confirmed: [String]
        /// The day by which the last of them is to confirm it, when any is asked to.
        public var confirmBy: CivilDate?
        /// The people who confirmed it, summed over those who counted them.
        public var people: Int
        /// The people who were counted altogether.
        public var peopleCounted: Int

        /// Those that have not confirmed it.
        public var missing: [String] { recipients.filter { !confirmed.contains($0) } }
    }

    /// Returns what became of each edition that went out or was confirmed, in the order of the editions.
    public var receipts: [Receipts] {
        editions.enumerated().compactMap { place, edition in
            let sent = distributions.filter { $0.edition == edition.label }
            let heard = confirmations.filter { $0.edition == edition.label }
            guard !sent.isEmpty || !heard.isEmpty else { return nil }
            var recipients: [String] = []
            for party in sent.flatMap(\.to) where !recipients.contains(party) {
                recipients.append(party)
            }
            let parties = Set(heard.map(\.party))
            let counted = heard.filter { $0.outOf != nil }
            return Receipts(
                edition: edition.label,
                number: place + 1,
                recipients: recipients,
                confirmed: recipients.filter(parties.contains),
                confirmBy: sent.compactMap(\.confirmBy).max(),
                people: counted.reduce(0) { $0 + ($1.count ?? 0) },
                peopleCounted: counted.reduce(0) { $0 + ($1.outOf ?? 0) }
            )
        }
    }
}
