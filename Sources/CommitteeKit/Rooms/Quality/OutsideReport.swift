// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A report of somebody else from which the committee learns: of an inspection, of another area's review.
public struct OutsideReport: QualitySubject {
    /// What sort of report it is.
    @nonexhaustive
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        /// The report of an inspection of this area.
        case inspection
        /// A review of another area.
        case areaReview = "area-review"
        /// A national review, or an overview of several.
        case nationalReview = "national-review"
        /// Something else.
        case other

        /// The sort in words, such as `Review of another area`.
        public var words: String {
            switch self {
            case .inspection: "Inspection"
            case .areaReview: "Review of another area"
            case .nationalReview: "National review"
            case .other: "Other report"
            }
        }
    }

    /// The identifier, such as `joint-inspection-2018`.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// What sort of report it is.
    public var sort: Sort = .inspection
    /// Who made it, such as an inspectorate or another committee.
    public var publisher: String?
    /// The day on which it came out.
    public var published: CivilDate?
    /// The document that holds it, by its identifier in the register of documents.
    public var document: String?
    /// The role, group or body that sees to what came of it.
    public var lead: String?
    /// The day by which the committee is to consider it.
    public var due: CivilDate?
    /// The widest audience that may know of it.
    public var audience: Audience = .committee
    /// The committee considered it, each time.
    public var considered: [QualityStep] = []

    /// Creates a report of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    public init(id: String) { self.id = id }

    /// `outside-report`.
    public static let subjectKind: SubjectKind = "outside-report"
    /// `report`.
    public static let noun = "report"
    /// The title comes first.
    public static var firstKind: EntryKind { Entries.title.declared.kind }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: QualityState) -> [Self] { state.outsideReports }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }

    /// Leaves out the document and the meetings of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&document, SubjectLink.document, hides)
        for place in considered.indices { considered[place].leaveOut(hides) }
    }

    /// Leaves out what the committee said of it; that it was considered, and when, stays.
    public mutating func leaveOutWhatTheCommitteeKeeps() {
        considered = considered.map(\.forOutsiders)
    }
}

extension OutsideReport {
    /// What can be said of a report.
    public enum Entries {}

    /// Everything that can be said of a report.
    public static let table = SubjectTable<OutsideReport>([
        Entries.title.declaration, Entries.sort.declaration, Entries.publisher.declaration,
        Entries.published.declaration, Entries.document.declaration, Entries.lead.declaration,
        Entries.due.declaration, Entries.audience.declaration, Entries.considered.declaration,
    ])
}

extension OutsideReport.Entries {
    /// What it is called; the first entry about a report.
    public static let title = OutsideReport.titleField("What the report is called.", \.title)
    /// What sort of report it is.
    public static let sort = OutsideReport.field(
        "sort",
        "What sort of report it is: inspection, area-review, national-review or other.",
        .word(unlessSaid: .inspection),
        \.sort
    )
    /// Who made it.
    public static let publisher = OutsideReport.field(
        "publisher",
        "Who made the report, such as an inspectorate or another committee.",
        .name,
        \.publisher
    )
    /// The day on which it came out.
    public static let published = OutsideReport.field(
        "publication_date",
        "The day on which the report came out.",
        .date,
        \.published
    )
    /// The document that holds it.
    public static let document = OutsideReport.field(
        "document",
        "The document that holds the report, by its identifier in the register of documents.",
        .name,
        \.document
    )
    /// Who sees to what came of it.
    public static let lead = OutsideReport.field(
        "lead",
        "The role, group or body that sees to what came of the report.",
        .name,
        \.lead
    )
    /// The day by which the committee is to consider it.
    public static let due = OutsideReport.field(
        "due_date",
        "The day by which the committee is to consider the report.",
        .date,
        \.due
    )
    /// The widest audience that may know of it.
    public static let audience = OutsideReport.field(
        "audience",
        "The widest audience that may know of the report; the committee when nobody said.",
        .audience,
        \.audience
    )

    /// The committee considered it.
    static let considered = OutsideReport.event(
        "considered",
        "The committee considered the report, and what it says for this area.",
        in: \.considered,
        as: "considered",
        columns: [
            Column(
                "considered_on",
                "The day on which the committee last considered it.",
                .optionalDate { $0[$1].considered.last?.on }
            )
        ],
        say: { step, name in "The committee considered \(name.lowercasedFirst)\(step.at)." }
    )
}

extension Change.Fact {
    /// The committee considered a report of somebody else.
    public static func outsideReportConsidered(_ step: QualityStep) -> Self {
        OutsideReport.fact("considered", step)
    }
}
