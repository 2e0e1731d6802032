// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A document that a committee keeps, hands out or goes by: a policy, a procedure, a protocol, a framework,
/// guidance, a leaflet, a page, a training calendar, a strategy.
///
/// ```swift
/// let protocols = edition.documents.filter { $0.kind == "Protocol" }
/// for document in protocols where document.standing(on: edition.asOf) == .overdue {
///     print(document.name, document.nextReview?.description ?? "")
/// }
/// ```
///
/// The register holds what is known about the document, not its text.
public struct CommitteeDocument: Hashable, Sendable, Identifiable {
    /// The identifier by which texts cite it, such as `joint-protocol`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What sort of document it is, in the committee's own words, such as `Policy` or `Leaflet`.
    public var kind: String?
    /// The role, group or body that answers for it.
    public var owner: String?
    /// For whom it is written, such as `All staff`.
    public var readers: String?
    /// Where it is published: addresses of pages, or places.
    public var publishedAt: [String] = []
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// The day by which it is to be reviewed, when one was set.
    public var reviewDate: CivilDate?
    /// After how many months it is reviewed each time, when that was set.
    public var reviewMonths: Int?
    /// Its editions, in the order in which they were recorded.
    public var editions: [DocumentEdition] = []
    /// To whom it went.
    public var distributions: [DocumentDistribution] = []
    /// Who confirmed that they have it and know it; the last word of each about an edition.
    public var confirmations: [DocumentConfirmation] = []
    /// Its reviews, oldest first.
    public var reviews: [DocumentReview] = []
    /// Its withdrawal; nil while it is in force.
    public var withdrawal: DocumentWithdrawal?

    /// Creates a document about which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier by which texts cite it.
    public init(id: String) { self.id = id }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// What people call it at the beginning of a sentence.
    var inSentence: String { "Document “\(name)”" }
}

/// An edition of a document: its label, its day, and who decided on it.
public struct DocumentEdition: Hashable, Sendable {
    /// What it is called, such as `2` or `Version 1.4`.
    public var label: String
    /// The day that it bears; until it is recorded, nil may stand for the day of the entry.
    public var dated: CivilDate?
    /// How many pages it has, when somebody counted.
    public var pages: Int?
    /// The body that decided on it.
    public var decidedBy: String?
    /// The day on which that body decided.
    public var decidedOn: CivilDate?
    /// What is new in it.
    public var note: Prose

    /// Creates an edition.
    ///
    /// - Parameters:
    ///   - label: What it is called.
    ///   - dated: The day that it bears; the day of the entry when nil.
    ///   - pages: How many pages it has.
    ///   - decidedBy: The body that decided on it.
    ///   - decidedOn: The day on which that body decided.
    ///   - note: What is new in it.
    public init(
        _ label: String,
        dated: CivilDate? = nil,
        pages: Int? = nil,
        decidedBy: String? = nil,
        decidedOn: CivilDate? = nil,
        note: Prose = Prose()
    ) {
        self.label = label
        self.dated = dated
        self.pages = pages
        self.decidedBy = decidedBy
        self.decidedOn = decidedOn
        self.note = note
    }
}

/// An edition of a document that went to people.
public struct DocumentDistribution: Hashable, Sendable {
    /// The label of the edition; the last one when nil, until it is recorded.
    public var edition: String?
    /// To whom it went: seats, agencies, groups and bodies.
    public var to: [String]
    /// How it went, such as `e-mail`; empty when nobody said.
    public var means: String
    /// The day by which they are to confirm it, when they are asked to.
    public var confirmBy: CivilDate?
    /// A remark.
    public var note: Prose
    /// The day on which it went; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a distribution.
    ///
    /// - Parameters:
    ///   - recipients: To whom it went.
    ///   - edition: The label of the edition; the last one when nil.
    ///   - means: How it went.
    ///   - confirmBy: The day by which they are to confirm it.
    ///   - note: A remark.
    public init(
        to recipients: [String],
        edition: String? = nil,
        means: String = "",
        confirmBy: CivilDate? = nil,
        note: Prose = Prose()
    ) {
        to = recipients
        self.edition = edition
        self.means = means
        self.confirmBy = confirmBy
        self.note = note
    }
}

/// What a seat or an agency confirmed about an edition of a document.
public struct DocumentConfirmation: Hashable, Sendable {
    /// The seat, agency, group or body that confirmed.
    public var party: String
    /// The label of the edition; the last one when nil, until it is recorded.
    public var edition: String?
    /// How many of its people confirmed that they know it, when it counted them.
    public var count: Int?
    /// How many people it counted altogether.
    public var outOf: Int?
    /// A remark.
    public var note: Prose
    /// The day of the confirmation; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a confirmation.
    ///
    /// - Parameters:
    ///   - party: The seat, agency, group or body that confirmed.
    ///   - edition: The label of the edition; the last one when nil.
    ///   - count: How many of its people confirmed.
    ///   - outOf: How many people it counted altogether.
    ///   - note: A remark.
    public init(
        by party: String,
        edition: String? = nil,
        count: Int? = nil,
        outOf: Int? = nil,
        note: Prose = Prose()
    ) {
        self.party = party
        self.edition = edition
        self.count = count
        self.outOf = outOf
        self.note = note
    }
}

/// A review of a document.
public struct DocumentReview: Hashable, Sendable {
    /// What came of it, in few words, such as `No change`.
    public var outcome: String
    /// The meeting that considered it, such as `cpc/2026-10-15#4`.
    public var meeting: String?
    /// The day by which it is to be reviewed again; worked out from the interval when nil.
    public var next: CivilDate?
    /// A remark.
    public var note: Prose
    /// The day of the review; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a review.
    ///
    /// - Parameters:
    ///   - outcome: What came of it, in few words.
    ///   - meeting: The meeting that considered it.
    ///   - next: The day by which it is to be reviewed again.
    ///   - note: A remark.
    public init(
        _ outcome: String,
        meeting: String? = nil,
        next: CivilDate? = nil,
        note: Prose = Prose()
    ) {
        self.outcome = outcome
        self.meeting = meeting
        self.next = next
        self.note = note
    }
}

/// The withdrawal of a document.
public struct DocumentWithdrawal: Hashable, Sendable {
    /// Why it was withdrawn.
    public var reason: Prose
    /// The document that takes its place, by its identifier.
    public var replacedBy: String?
    /// The day of the withdrawal; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a withdrawal.
    ///
    /// - Parameters:
    ///   - reason: Why it was withdrawn.
    ///   - replacement: The document that takes its place, by its identifier.
    public init(reason: Prose = Prose(), replacedBy replacement: String? = nil) {
        self.reason = reason
        replacedBy = replacement
    }
}

extension SubjectReference {
    /// Names a document of the committee's register.
    ///
    /// - Parameter id: The document's identifier.
    /// - Returns: The reference.
    public static func document(_ id: String) -> SubjectReference {
        SubjectReference(kind: "document", id: id)
    }

    /// Names the copies of an edition of a document that went out.
    ///
    /// - Parameters:
    ///   - number: The number of the edition, counted from 1.
    ///   - id: The document's identifier.
    /// - Returns: The reference.
    public static func documentCopies(ofEdition number: Int, of id: String) -> SubjectReference {
        SubjectReference(kind: "document-copies", id: "\(id)#\(number)")
    }
}
