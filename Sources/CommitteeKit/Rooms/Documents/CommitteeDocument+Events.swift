// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

// What happens to a document, each event declared once.

extension CommitteeDocument.Entries {
    /// An edition came out, or more is known about one.
    static let editionSet = Event<CommitteeDocument, DocumentEdition>(
        "document.edition-set",
        "An edition of the document: its label, day and pages, and who decided on it.",
        part: { $0["label"]?.text },
        by: .erasable(DocumentEdition.shape, [PayloadTexts(["note"])])
    ) { document, edition, step in
        if let pages = edition.pages, pages < 1 {
            return
                "Edition “\(edition.label)” would have \(pages) pages. Give at least 1, or leave "
                + "the pages out."
        }
        if edition.decidedOn != nil, edition.decidedBy == nil {
            return
                "Edition “\(edition.label)” has a day of decision and no body that decided. Name "
                + "the body."
        }
        if let day = edition.decidedOn, day > step.effective {
            return
                "Edition “\(edition.label)” would be decided on \(day), after \(step.effective). "
                + "Correct the day, or record it when it is decided."
        }
        var edition = edition
        edition.dated = edition.dated ?? step.effective
        if let place = document.editions.firstIndex(where: { $0.label == edition.label }) {
            document.editions[place] = edition
        } else {
            document.editions.append(edition)
        }
        // The last edition is that of the latest day, whenever somebody recorded it.
        let inOrder = document.editions.enumerated().sorted {
            ($0.element.dated ?? .earliest, $0.offset) < ($1.element.dated ?? .earliest, $1.offset)
        }
        document.editions = inOrder.map(\.element)
        return nil
    }.carried { ways in
        ways.sayWhatDocumentsLeaveOut()
        ways.request = .asking("edition", DocumentEdition.shape) { .documentEditionSet($0) }
        ways.json = .by([
            JSONMember("editions") { documents, place in
                .array(
                    documents[place].editions.map { .object(DocumentEdition.shape.write($0)) }
                )
            }
        ])
        ways.columns = .by(CommitteeDocument.editionColumns)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.editions.filter { !earlier.editions.contains($0) }.map { edition in
                    let decided = edition.decidedBy.map { body in
                        ", decided by \(body)"
                            + (edition.decidedOn.map { " on \($0.inWords)" } ?? "")
                    }
                    return ChangeInWords(
                        "edition",
                        "Edition \(edition.label) of \(name.lowercasedFirst) is dated "
                            + "\(edition.dated?.inWords ?? "later")\(decided ?? "")."
                    )
                }
            }
        )
    }

    /// An edition went to people.
    static let distributed = Event<CommitteeDocument, DocumentDistribution>(
        "document.distributed",
        "An edition of the document went to people: to whom, how, and by when they confirm it.",
        by: .erasable(DocumentDistribution.shape, [PayloadTexts(["note"])])
    ) { document, distribution, step in
        guard !distribution.to.isEmpty else {
            return
                "Nobody is named to whom the document “\(document.id)” went. Name a seat, an agency "
                + "or a body."
        }
        switch document.label(distribution.edition) {
        case .failure(let refusal): return refusal.words
        case .success(let label):
            var distribution = distribution
            (distribution.edition, distribution.on) = (label, step.effective)
            if let day = distribution.confirmBy, day < step.effective {
                return "It went out on \(step.effective), and was to be confirmed before that, by "
                    + "\(day). Correct one of the days."
            }
            guard !document.distributions.contains(distribution) else {
                return "That the document “\(document.id)” went to "
                    + "\(distribution.to.joined(separator: ", ")) on \(step.effective) is recorded "
                    + "already. Nothing needs to change."
            }
            document.distributions.append(distribution)
            return nil
        }
    }.carried { ways in
        ways.sayWhatDocumentsLeaveOut()
        ways.request = .asking("distributed", DocumentDistribution.shape) {
            .documentDistributed($0)
        }
        ways.json = .by([
            JSONMember("distributions") { documents, place in
                .list(
                    documents[place].distributions.map {
                        DocumentDistribution.shape.dated($0, on: $0.on)
                    }
                )
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.distributions.filter { !earlier.distributions.contains($0) }.map { sent in
                    let means = sent.means.isEmpty ? "" : " by \(sent.means)"
                    return ChangeInWords(
                        "distributed",
                        "Edition \(sent.edition ?? "") of \(name.lowercasedFirst) went to "
                            + "\(sent.to.joined(separator: ", "))\(means)"
                            + "\(sent.on.map { " on \($0.inWords)" } ?? "")."
                    )
                }
            }
        )
    }

    /// A seat or an agency confirmed an edition.
    static let confirmed = Event<CommitteeDocument, DocumentConfirmation>(
        "document.confirmed",
        "A seat or an agency confirmed that it has an edition, and how many of its people know it.",
        part: { $0["party"]?.text },
        by: .erasable(DocumentConfirmation.shape, [PayloadTexts(["note"])])
    ) { document, confirmation, step in
        if let refusal = confirmation.refusalOfCounts { return refusal }
        switch document.label(confirmation.edition) {
        case .failure(let refusal): return refusal.words
        case .success(let label):
            var confirmation = confirmation
            (confirmation.edition, confirmation.on) = (label, step.effective)
            document.confirmations.removeAll {
                $0.party == confirmation.party && $0.edition == label
            }
            document.confirmations.append(confirmation)
            return nil
        }
    }.carried { ways in
        ways.sayWhatDocumentsLeaveOut()
        ways.request = .asking("confirmed", DocumentConfirmation.shape) { .documentConfirmed($0) }
        ways.json = .by([
            JSONMember("confirmations") { documents, place in
                .list(
                    documents[place].confirmations.map {
                        DocumentConfirmation.shape.dated($0, on: $0.on)
                    }
                )
            }
        ])
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.confirmations.filter { !earlier.confirmations.contains($0) }.map { heard in
                    ChangeInWords(
                        "confirmed",
                        "\(heard.party) confirmed edition \(heard.edition ?? "") of "
                            + "\(name.lowercasedFirst)\(heard.countInWords.map { ": \($0)" } ?? "")."
                    )
                }
            }
        )
    }

    /// It was reviewed.
    static let reviewed = Event<CommitteeDocument, DocumentReview>(
        "document.reviewed",
        "The document was reviewed: what came of it, and when it is next reviewed.",
        by: .erasable(DocumentReview.shape, [PayloadTexts(["note"])])
    ) { document, review, step in
        if let next = review.next, next <= step.effective {
            return
                "The document “\(document.id)” was reviewed on \(step.effective), so the next review "
                + "cannot be by \(next). Name a later day."
        }
        var review = review
        review.on = step.effective
        document.reviews.append(review)
        document.reviewDate = review.next
        return nil
    }.carried { ways in
        ways.sayWhatDocumentsLeaveOut()
        ways.request = .asking("reviewed", DocumentReview.shape) { .documentReviewed($0) }
        ways.json = .by([
            JSONMember("reviews") { documents, place in
                .list(documents[place].reviews.map { DocumentReview.shape.dated($0, on: $0.on) })
            },
            JSONMember("nextReview") { .date($0[$1].nextReview) },
        ])
        ways.columns = .by(CommitteeDocument.reviewColumns)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                later.reviews.filter { !earlier.reviews.contains($0) }.map { review in
                    ChangeInWords(
                        "reviewed",
                        "\(name) was reviewed\(review.on.map { " on \($0.inWords)" } ?? ""): "
                            + "\(review.outcome)"
                    )
                }
            }
        )
    }

    /// It is no longer in force.
    static let withdrawn = Event<CommitteeDocument, DocumentWithdrawal>(
        "document.withdrawn",
        "The document is no longer in force, and what takes its place.",
        by: .erasable(DocumentWithdrawal.shape, [PayloadTexts(["why"])])
    ) { document, withdrawal, step in
        var withdrawal = withdrawal
        withdrawal.on = step.effective
        document.withdrawal = withdrawal
        return nil
    }.carried { ways in
        ways.sayWhatDocumentsLeaveOut()
        ways.request = .asking("withdrawn", DocumentWithdrawal.shape) { .documentWithdrawn($0) }
        ways.json = .by([
            JSONMember("withdrawn") { documents, place in
                documents[place].withdrawal.map { DocumentWithdrawal.shape.dated($0, on: $0.on) }
                    ?? .null
            }
        ])
        ways.columns = .by(CommitteeDocument.withdrawalColumns)
        ways.sentence = .by(
            Sentence { earlier, later, name in
                guard earlier.withdrawal != later.withdrawal, let gone = later.withdrawal else {
                    return []
                }
                let day = gone.on.map { " on \($0.inWords)" } ?? ""
                let other = gone.replacedBy.map { " and replaced by “\($0)”" } ?? ""
                return [ChangeInWords("withdrawn", "\(name) was withdrawn\(day)\(other).")]
            }
        )
    }
}

/// Why something cannot be said of a document.
struct DocumentRefusal: Error {
    var words: String
}

extension CommitteeDocument {
    /// The label of the edition that is meant: the one that is named, or the last one.
    fileprivate func label(_ named: String?) -> Result<String, DocumentRefusal> {
        guard let last = editions.last else {
            return .failure(
                DocumentRefusal(
                    words: "The document “\(id)” has no edition. Record an edition first."
                )
            )
        }
        guard let named else { return .success(last.label) }
        guard edition(named) != nil else {
            return .failure(
                DocumentRefusal(
                    words: "The document “\(id)” has no edition “\(named)”. "
                        + ClosestName.suggestion(for: named, in: editions.map(\.label))
                )
            )
        }
        return .success(named)
    }
}

extension DocumentConfirmation {
    /// The count with its denominator, such as `140 of 206 people`.
    public var countInWords: String? {
        switch (count, outOf) {
        case (let count?, let all?): "\(count) of \(all) people"
        case (let count?, nil): "\(count) \(count == 1 ? "person" : "people")"
        default: nil
        }
    }

    /// Why the counts cannot be; nil when they can.
    fileprivate var refusalOfCounts: String? {
        if let number = [count, outOf].compactMap(\.self).first(where: { $0 < 0 }) {
            return "\(number) people cannot have confirmed. Give a number from 0."
        }
        switch (count, outOf) {
        case (nil, _?):
            return
                "It is said how many people “\(party)” has, and not how many confirmed. Give the "
                + "count too."
        case (let count?, let all?) where count > all:
            return
                "“\(party)” would have \(count) confirmations of \(all) people. Correct one of the "
                + "numbers."
        default: return nil
        }
    }
}

extension Ways {
    /// Says why no layout and no example writes what happens to documents.
    fileprivate mutating func sayWhatDocumentsLeaveOut() {
        cell = .not(because: "a sheet of documents has cells of its own for the last edition")
        columns = .not(because: "scripts read editions, recipients and reviews as tables")
        comparison = .not(because: "what happened is recorded and never compared")
        example = .not(because: "an example of a plugin is a plan")
    }
}

extension Carried where Way == [RequestForm] {
    /// A member of a file of changes that has a shape.
    fileprivate static func asking<Value: Sendable>(
        _ name: String,
        _ shape: Shape<Value>,
        _ fact: @escaping @Sendable (Value) -> Change.Fact
    ) -> Carried {
        .by([
            RequestForm(name) { (fields, _) throws(JSONError) in
                [RequestedFact(fact(try fields.required(name, as: shape.type)))]
            }
        ])
    }
}

extension JSONValue {
    /// A list, or nothing when it is empty: what was left out for an audience shows no trace.
    fileprivate static func list(_ elements: [JSONValue]) -> JSONValue {
        elements.isEmpty ? .null : .array(elements)
    }
}

extension Change.Fact {
    /// An edition of a document came out, or more is known about one.
    public static func documentEditionSet(_ edition: DocumentEdition) -> Self {
        CommitteeDocument.Entries.editionSet.fact(edition)
    }
    /// An edition of a document went to people.
    public static func documentDistributed(_ distribution: DocumentDistribution) -> Self {
        CommitteeDocument.Entries.distributed.fact(distribution)
    }
    /// A seat or an agency confirmed an edition of a document.
    public static func documentConfirmed(_ confirmation: DocumentConfirmation) -> Self {
        CommitteeDocument.Entries.confirmed.fact(confirmation)
    }
    /// A document was reviewed.
    public static func documentReviewed(_ review: DocumentReview) -> Self {
        CommitteeDocument.Entries.reviewed.fact(review)
    }
    /// A document is no longer in force.
    public static func documentWithdrawn(_ withdrawal: DocumentWithdrawal) -> Self {
        CommitteeDocument.Entries.withdrawn.fact(withdrawal)
    }
}
