// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// A programme: how a plan of areas is carried, told of and reported.
///
/// ```swift
/// for programme in edition.programmes {
///     print(programme.name, edition.programmeState.nextUpdate(of: programme)?.due.description ?? "")
/// }
/// ```
///
/// It stands on a plan, and has the plan's identifier: its areas are what stands at the outermost level of the plan.
/// So an area, its leads, its actions and how they go are said once, in the plan.
public struct Programme: ProgrammeSubject {
    /// The identifier, which is that of the plan.
    public let id: String
    /// What it is called; nil before anybody said.
    public var title: String?
    /// The role, group or body that answers for it, and writes the updates.
    public var lead: String?
    /// How many weeks lie between two updates; nil when none is due by itself.
    public var weeks: Int?
    /// The day of the first update.
    public var firstUpdate: CivilDate?
    /// The day on which the programme is to be reported, with its recommendations.
    public var reporting: CivilDate?
    /// The indicators of the committee's figures that the updates cite.
    public var indicators: [String] = []
    /// The widest audience that may know of it, within that of the plan.
    public var audience: Audience = .committee
    /// Who leads its areas, where that is more than the plan says.
    public var areas: [ProgrammeArea] = []
    /// The meetings of which updates tell.
    public var meetings: [ProgrammeMeeting] = []
    /// It came to its end.
    public var ending: ProgrammeStep?

    /// Creates a programme of which nothing is known but its plan.
    ///
    /// - Parameter id: The plan's identifier.
    public init(id: String) { self.id = id }

    /// `programme`.
    public static let subjectKind: SubjectKind = "programme"
    /// `programme`.
    public static let noun = "programme"
    /// The title comes first.
    public static var firstKinds: Set<EntryKind> { [Entries.title.declared.kind] }

    /// Whether it has a title.
    public var hasBegun: Bool { title != nil }
    /// No area: it has all of them.
    public var area: String? { nil }
    /// Who answers for it.
    public static var parties: [any WritableKeyPath<Self, String?> & Sendable] { [\.lead] }

    /// Returns all of them.
    public static func all(in state: ProgrammesState) -> [Self] { state.programmes }

    /// What it is called; its identifier while it has no title.
    public var name: String { title ?? id }
    /// What people call it at the beginning of a sentence.
    public var inSentence: String { "Programme “\(name)”" }

    /// Leaves out areas, meetings, documents and indicators of which a reader may not know.
    public mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        let plan = id
        areas.removeAll { hides(.action($0.area, of: plan)) }
        meetings.removeAll { hides(SubjectLink.meeting($0.meeting)) }
        for place in areas.indices {
            SubjectLink.cut(&areas[place].document, SubjectLink.document, hides)
        }
        for place in meetings.indices {
            meetings[place].documents.removeAll { hides(SubjectLink.document($0)) }
        }
        indicators.removeAll { hides(SubjectLink.indicator($0)) }
        ending?.leaveOut(hides)
    }

    /// Leaves out the remark with which it ended.
    public mutating func leaveOutWhatTheCommitteeKeeps() { ending = ending?.forOutsiders }

    /// Changes what was told of meetings, and the remark at its end.
    public mutating func changeTexts(_ change: (inout Prose) -> Void) {
        for place in meetings.indices { change(&meetings[place].summary) }
        if var step = ending {
            change(&step.note)
            ending = step
        }
    }
}

/// Who leads an area of a programme, where that is more than its plan says.
public struct ProgrammeArea: ProgrammeEvent {
    /// The area, by its identifier in the plan, such as `2`.
    public var area: String
    /// The role, group or body that leads it; nil when the plan says.
    public var lead: String?
    /// Whether another body leads it, outside the committee's own.
    public var isLedElsewhere: Bool
    /// The plan or document that guides it there, by its short name in the register of documents.
    public var document: String?
    /// The day on which that was recorded; nil before.
    public var on: CivilDate?

    /// Creates an area.
    ///
    /// - Parameters:
    ///   - area: The area, by its identifier in the plan.
    ///   - lead: The role, group or body that leads it.
    ///   - isLedElsewhere: Whether another body leads it.
    ///   - document: The plan or document that guides it there.
    public init(
        _ area: String,
        ledBy lead: String? = nil,
        elsewhere isLedElsewhere: Bool = false,
        document: String? = nil
    ) {
        self.area = area
        self.lead = lead
        self.isLedElsewhere = isLedElsewhere
        self.document = document
    }

    func references(in plan: String) -> [SubjectReference] {
        [.action(area, of: plan)] + (document.map { [SubjectLink.document($0)] } ?? [])
    }

    static let shape = Shape(
        ProgrammeArea(""),
        [
            .required("area", \.area, .name), .optional("lead", \.lead, .name),
            .given("elsewhere", \.isLedElsewhere, .bool, unless: false),
            .optional("document", \.document, .name),
        ]
    )
    static let texts: [String] = []
}

/// A meeting of which a programme tells: what was said there, and the slides.
///
/// The meeting itself, with its day, place and minute, is that of the room of meetings.
public struct ProgrammeMeeting: ProgrammeEvent {
    /// The meeting, such as `eag/2016-08-30`.
    public var meeting: String
    /// What was said there, in a few sentences.
    public var summary: Prose
    /// Slides and papers, by their short names in the register of documents.
    public var documents: [String]
    /// The day on which that was recorded; nil before.
    public var on: CivilDate?

    /// Creates a meeting.
    ///
    /// - Parameters:
    ///   - meeting: The meeting.
    ///   - summary: What was said there.
    ///   - documents: Slides and papers.
    public init(_ meeting: String, summary: Prose = Prose(), documents: [String] = []) {
        self.meeting = meeting
        self.summary = summary
        self.documents = documents
    }

    func references(in plan: String) -> [SubjectReference] {
        [SubjectLink.meeting(meeting)] + documents.map(SubjectLink.document)
    }

    static let shape = Shape(
        ProgrammeMeeting(""),
        [
            .required("meeting", \.meeting, .name), .prose("summary", \.summary),
            .list("documents", \.documents, .name),
        ]
    )
    static let texts = ["summary"]
}
