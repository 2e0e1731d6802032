// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Something that the room of programmes keeps: a ``Programme``, or what stands in one.
///
/// What stands in a programme is a ``ProgrammeMilestone``, a ``ProgrammeTrial``, a ``ProgrammeUpdate`` or a
/// ``ProgrammeRecommendation``. It is named by the plan and a mark of its own, such as `improvement-2026#toolkit`.
public protocol ProgrammeSubject: DeclaredSubject, Identifiable where ID == String {
    /// What such a subject is called within a sentence, such as `milestone`.
    static var noun: String { get }
    /// The kinds of entry with which such a subject may begin.
    static var firstKinds: Set<EntryKind> { get }

    /// The widest audience that may know of it, within that of its programme.
    var audience: Audience { get }
    /// The area to which it belongs, by its identifier in the plan; nil for the whole programme.
    var area: String? { get }
    /// Whether that with which such a subject begins is recorded.
    var hasBegun: Bool { get }
    /// Where it names roles, groups and bodies.
    static var parties: [any WritableKeyPath<Self, String?> & Sendable] { get }

    /// Returns all such subjects that a committee has.
    ///
    /// - Parameter state: The committee's programmes.
    /// - Returns: The subjects, in the order in which they were added.
    static func all(in state: ProgrammesState) -> [Self]

    /// Creates a subject of which nothing is known but its identifier.
    ///
    /// - Parameter id: The identifier.
    init(id: String)

    /// Leaves out what it says of other subjects of which a reader may not know.
    ///
    /// - Parameter hides: Tells whether the reader may not know of a subject.
    mutating func leaveOut(_ hides: (SubjectReference) -> Bool)

    /// Leaves out what the committee keeps for itself, for readers beyond it.
    mutating func leaveOutWhatTheCommitteeKeeps()

    /// Changes every text that people typed.
    ///
    /// - Parameter change: Changes a text.
    mutating func changeTexts(_ change: (inout Prose) -> Void)
}

extension ProgrammeSubject {
    /// The plan that the programme carries, by its identifier.
    public var plan: String { String(id.prefix { $0 != "#" }) }

    /// What names it within its programme, such as `toolkit` or `2`.
    public var mark: String { String(id.drop { $0 != "#" }.dropFirst()) }

    /// How its area is named as an item of the plan.
    var areaReference: SubjectReference? { area.map { .action($0, of: plan) } }

    /// Why a step cannot be, in a sentence that names the subject.
    func cannot(_ words: String) -> String { "The \(Self.noun) “\(id)” cannot \(words)." }
}

/// What is said of something that happened in a programme.
protocol ProgrammeEvent: DeclaredHappening {
    /// The other subjects of which it speaks; of an area of the plan, by the plan of the programme.
    ///
    /// - Parameter plan: The plan.
    /// - Returns: The subjects.
    func references(in plan: String) -> [SubjectReference]
}

extension ProgrammeEvent {
    func references(in plan: String) -> [SubjectReference] { [] }
}

/// A step that is taken, with the meeting at which it was taken and a remark.
public struct ProgrammeStep: ProgrammeEvent {
    /// The meeting at which it was taken, such as `cpc/2023-12-05#4`.
    public var meeting: String?
    /// A remark, or why.
    public var note: Prose
    /// The day on which it was taken; nil before it is recorded.
    public var on: CivilDate?

    /// Creates a step.
    ///
    /// - Parameters:
    ///   - meeting: The meeting at which it was taken.
    ///   - note: A remark, or why.
    public init(at meeting: String? = nil, note: Prose = Prose()) {
        self.meeting = meeting
        self.note = note
    }

    func references(in plan: String) -> [SubjectReference] {
        meeting.map { [SubjectLink.meeting($0)] } ?? []
    }

    static let shape = Shape(
        ProgrammeStep(),
        [.optional("meeting", \.meeting, .name), .prose("note", \.note)]
    )
    static let texts = ["note"]

    mutating func leaveOut(_ hides: (SubjectReference) -> Bool) {
        SubjectLink.cut(&meeting, SubjectLink.meeting, hides)
    }

    /// The step without what the committee keeps for itself: its day alone.
    var forOutsiders: ProgrammeStep {
        var step = self
        (step.meeting, step.note) = (nil, Prose())
        return step
    }

    /// The remark in a sentence of its own, or nothing.
    var said: String { note.isEmpty ? "" : " \(note.singleLine)" }
}

extension SubjectReference {
    /// Names something that the room of programmes keeps.
    ///
    /// - Parameters:
    ///   - subject: The type of it, such as `Programme.self`.
    ///   - id: Its identifier.
    /// - Returns: The reference.
    public static func programme<Subject: ProgrammeSubject>(
        _ subject: Subject.Type,
        _ id: String
    ) -> SubjectReference { SubjectReference(kind: Subject.subjectKind, id: id) }
}
